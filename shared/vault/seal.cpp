// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/seal.hpp"

#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace verandah::vault {

namespace {

constexpr std::size_t largest_padding_block = 65536;

static_assert(Sealer::nonce_size == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(Sealer::tag_size == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

} // namespace

Sealer::Sealer(JournalKey key, std::size_t padding_block) : key_{std::move(key)}, padding_block_{padding_block}
{
    if (padding_block == 0 || padding_block > largest_padding_block) {
        throw std::invalid_argument{"a padding block is 1 to 65536 bytes"};
    }
}

void Sealer::seal(std::span<const std::byte> content, std::span<const std::byte> associated,
                  std::vector<std::byte>& box) const
{
    // Padding always adds at least its one marking byte, so a full block grows by another.
    const auto padded_size = (content.size() / padding_block_ + 1) * padding_block_;
    box.resize(nonce_size + padded_size + tag_size);
    const auto nonce = std::span{box}.first(nonce_size);
    const auto padded = std::span{box}.subspan(nonce_size, padded_size);

    fill_random(nonce);
    std::ranges::copy(content, padded.begin());
    std::size_t size_after_padding = 0;
    sodium_pad(&size_after_padding, sodium_view(padded), content.size(), padding_block_, padded.size());
    // Encrypts in place and writes the tag behind: the same pointer for both sides is allowed.
    crypto_aead_xchacha20poly1305_ietf_encrypt(sodium_view(padded), nullptr, sodium_view(padded), padded.size(),
                                               sodium_view(associated), associated.size(), nullptr, sodium_view(nonce),
                                               sodium_view(key_.bytes()));
}

std::optional<std::span<const std::byte>> Sealer::open(std::span<const std::byte> box,
                                                       std::span<const std::byte> associated,
                                                       std::vector<std::byte>& scratch) const
{
    if (box.size() < nonce_size + padding_block_ + tag_size) {
        return std::nullopt;
    }
    const auto nonce = box.first(nonce_size);
    const auto sealed = box.subspan(nonce_size);
    const auto padded_size = sealed.size() - tag_size;
    if (scratch.size() < padded_size) {
        scratch.resize(padded_size);
    }
    const auto padded = std::span{scratch}.first(padded_size);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(sodium_view(padded), nullptr, nullptr, sodium_view(sealed),
                                                   sealed.size(), sodium_view(associated), associated.size(),
                                                   sodium_view(nonce), sodium_view(key_.bytes())) != 0) {
        return std::nullopt;
    }
    std::size_t content_size = 0;
    if (sodium_unpad(&content_size, sodium_view(padded), padded.size(), padding_block_) != 0) {
        return std::nullopt; // sealed with another padding block
    }
    return padded.first(content_size);
}

} // namespace verandah::vault
