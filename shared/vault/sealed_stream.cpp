// SPDX-License-Identifier: Apache-2.0
// crypto_secretstream of libsodium.
#include "shared/vault/sealed_stream.hpp"

#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <new>
#include <tuple>
#include <utility>

namespace verandah::vault {

namespace {

static_assert(key_size == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(std::tuple_size_v<StreamHeader> == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(stream_overhead == crypto_secretstream_xchacha20poly1305_ABYTES);

template <class State>
State* make_guarded()
{
    auto* memory = sodium_malloc(sizeof(State));
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return new (memory) State{};
}

} // namespace

struct StreamSealer::State {
    crypto_secretstream_xchacha20poly1305_state state;
};

struct StreamOpener::State {
    crypto_secretstream_xchacha20poly1305_state state;
};

StreamKey make_stream_key()
{
    SecretBytes bytes;
    fill_random(bytes.bytes());
    return StreamKey{std::move(bytes)};
}

void StreamSealer::Free::operator()(State* state) const noexcept
{
    sodium_free(state); // wipes it first
}

StreamSealer::StreamSealer(const StreamKey& key) : state_{make_guarded<State>()}
{
    crypto_secretstream_xchacha20poly1305_init_push(&state_->state, sodium_view(std::span{header_}),
                                                    sodium_view(key.bytes()));
}

void StreamSealer::seal(std::span<const std::byte> content, Part part, std::vector<std::byte>& sealed)
{
    const unsigned char tag = part == Part::last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                 : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    sealed.resize(content.size() + stream_overhead);
    crypto_secretstream_xchacha20poly1305_push(&state_->state, sodium_view(std::span{sealed}), nullptr,
                                               sodium_view(content), content.size(), nullptr, 0, tag);
}

void StreamOpener::Free::operator()(State* state) const noexcept
{
    sodium_free(state);
}

StreamOpener::StreamOpener(const StreamKey& key, const StreamHeader& header) : state_{make_guarded<State>()}
{
    crypto_secretstream_xchacha20poly1305_init_pull(&state_->state, sodium_view(std::span{header}),
                                                    sodium_view(key.bytes()));
}

std::optional<StreamOpener::Opened> StreamOpener::open(std::span<const std::byte> sealed,
                                                       std::vector<std::byte>& scratch)
{
    if (sealed.size() < stream_overhead) {
        return std::nullopt;
    }
    scratch.resize(sealed.size() - stream_overhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_->state, sodium_view(std::span{scratch}), nullptr, &tag,
                                                   sodium_view(sealed), sealed.size(), nullptr, 0) != 0) {
        return std::nullopt;
    }
    return Opened{scratch, tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL ? Part::last : Part::more_follows};
}

} // namespace verandah::vault
