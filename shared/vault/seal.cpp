// SPDX-License-Identifier: Apache-2.0
// XChaCha20-Poly1305 by libsodium, with padding.
#include "shared/vault/seal.hpp"

#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace verandah::vault {

namespace {

constexpr std::size_t largest_padding_block = 65536;

constexpr std::size_t nonce_size = Sealer::nonce_size;
constexpr std::size_t tag_size = Sealer::tag_size;

static_assert(nonce_size == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(tag_size == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

/// The content before ISO/IEC 7816-4 padding (0x80, then zeros), or nullopt when the last block has none.
/// Not sodium_unpad: that hides where the padding begins from whoever measures time and may forge it, and costs a third
/// of opening. Here the box is known to be authentic, and nobody who times it could have made it.
std::optional<std::span<const std::byte>> without_padding(std::span<const std::byte> padded, std::size_t block)
{
    if (padded.size() < block) {
        return std::nullopt;
    }
    const auto last_block = padded.last(block);
    const auto is_not_zero = [](std::byte byte) { return byte != std::byte{0}; };
    const auto mark = std::find_if(last_block.rbegin(), last_block.rend(), is_not_zero);
    if (mark == last_block.rend() || *mark != std::byte{0x80}) {
        return std::nullopt;
    }
    return padded.first(padded.size() - static_cast<std::size_t>(mark - last_block.rbegin()) - 1);
}

} // namespace

void check_padding_block(std::size_t padding_block)
{
    if (padding_block == 0 || padding_block > largest_padding_block) {
        throw std::invalid_argument{"a padding block is 1 to 65536 bytes"};
    }
}

void seal_padded(std::span<const std::byte, key_size> key, std::size_t padding_block,
                 std::span<const std::byte> content, std::span<const std::byte> associated, std::vector<std::byte>& box)
{
    // Padding always adds at least its one marking byte, so a full block grows by another.
    const auto padded_size = (content.size() / padding_block + 1) * padding_block;
    box.resize(nonce_size + padded_size + tag_size);
    const auto nonce = std::span{box}.first(nonce_size);
    const auto padded = std::span{box}.subspan(nonce_size, padded_size);

    fill_random(nonce);
    std::ranges::copy(content, padded.begin());
    std::size_t size_after_padding = 0;
    sodium_pad(&size_after_padding, sodium_view(padded), content.size(), padding_block, padded.size());
    // Encrypts in place and writes the tag behind: the same pointer for both sides is allowed.
    crypto_aead_xchacha20poly1305_ietf_encrypt(sodium_view(padded), nullptr, sodium_view(padded), padded.size(),
                                               sodium_view(associated), associated.size(), nullptr, sodium_view(nonce),
                                               sodium_view(key));
}

std::optional<std::span<const std::byte>> open_padded(std::span<const std::byte, key_size> key,
                                                      std::size_t padding_block, std::span<const std::byte> box,
                                                      std::span<const std::byte> associated,
                                                      std::vector<std::byte>& scratch)
{
    if (box.size() < nonce_size + tag_size) {
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
                                                   sodium_view(nonce), sodium_view(key)) != 0) {
        return std::nullopt;
    }
    return without_padding(padded, padding_block);
}

} // namespace verandah::vault
