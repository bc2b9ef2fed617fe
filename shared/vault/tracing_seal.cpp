// SPDX-License-Identifier: Apache-2.0
// Sealed to a public key there, under a derived key back.
#include "shared/vault/tracing_seal.hpp"

#include "shared/vault/packed.hpp"
#include "shared/vault/public_seal.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/seal.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace verandah::vault {

namespace {

using TracingSealer = SealerUnder<TracingKey>;

// Permanent.
constexpr char tracing_context[crypto_kdf_CONTEXTBYTES + 1] = "tracing ";
constexpr std::string_view asked_beginning = "tracing1";
constexpr std::string_view told_beginning = "told   1";
constexpr std::size_t asked_block = 2'048;
constexpr std::size_t told_block = 256;

std::vector<std::byte> place_of(domain::TracingId tracing)
{
    std::vector<std::byte> bytes;
    append(bytes, std::as_bytes(std::span{asked_beginning}));
    append(bytes, static_cast<std::uint64_t>(tracing.value()));
    return bytes;
}

std::vector<std::byte> place_of(domain::TracingId tracing, std::uint32_t answer)
{
    std::vector<std::byte> bytes;
    append(bytes, std::as_bytes(std::span{told_beginning}));
    append(bytes, static_cast<std::uint64_t>(tracing.value()));
    append(bytes, answer);
    return bytes;
}

template <class Key>
Key copy_of(std::span<const std::byte, key_size> bytes)
{
    SecretBytes copy;
    std::ranges::copy(bytes, copy.bytes().begin());
    return Key{std::move(copy)};
}

std::string text_in(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void wipe(std::vector<std::byte>& bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

} // namespace

TracingKey tracing_key(const FileKey& file, domain::TracingId tracing)
{
    SecretBytes derived;
    crypto_kdf_derive_from_key(sodium_view(derived.bytes()), key_size, static_cast<std::uint64_t>(tracing.value()),
                               tracing_context, sodium_view(file.bytes()));
    return TracingKey{std::move(derived)};
}

std::expected<std::vector<std::byte>, domain::Refusal>
seal_to_worker(std::string_view content, const TracingKey& key, domain::TracingId tracing, const StaffPublicKey& worker)
{
    if (content.size() > longest_tracing_content) {
        throw std::invalid_argument{"too much for one tracing"};
    }
    const auto to = PublicKey::from(worker.bytes);
    if (!to) {
        return std::unexpected{to.error()};
    }
    std::vector<std::byte> plain;
    plain.reserve(key_size + content.size()); // grown on the way it would leave copies
    append(plain, key.bytes());
    append(plain, std::as_bytes(std::span{content}));
    std::vector<std::byte> sealed;
    PublicSealer{*to, asked_block}.seal(plain, place_of(tracing), sealed);
    wipe(plain);
    return sealed;
}

std::optional<TracingOpened> open_as_worker(std::span<const std::byte> sealed, domain::TracingId tracing,
                                            const StaffSecret& worker)
{
    std::vector<std::byte> scratch;
    const PublicSealOpener opener{copy_of<BoxKey>(worker.bytes()), asked_block};
    const auto plain = opener.open(sealed, place_of(tracing), scratch);
    std::optional<TracingOpened> opened;
    if (plain && plain->size() >= key_size) {
        opened = TracingOpened{copy_of<TracingKey>(plain->first<key_size>()), text_in(plain->subspan(key_size))};
    }
    wipe(scratch);
    return opened;
}

std::vector<std::byte> seal_answer(std::string_view content, const TracingKey& key, domain::TracingId tracing,
                                   std::uint32_t answer)
{
    std::vector<std::byte> sealed;
    TracingSealer{copy_of<TracingKey>(key.bytes()), told_block}.seal(std::as_bytes(std::span{content}),
                                                                     place_of(tracing, answer), sealed);
    return sealed;
}

std::optional<std::string> open_answer(std::span<const std::byte> sealed, const TracingKey& key,
                                       domain::TracingId tracing, std::uint32_t answer)
{
    std::vector<std::byte> scratch;
    const TracingSealer sealer{copy_of<TracingKey>(key.bytes()), told_block};
    const auto plain = sealer.open(sealed, place_of(tracing, answer), scratch);
    auto content = plain ? std::optional{text_in(*plain)} : std::nullopt;
    wipe(scratch);
    return content;
}

} // namespace verandah::vault
