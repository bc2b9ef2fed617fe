// SPDX-License-Identifier: Apache-2.0
// crypto_box_seal of libsodium (X25519, XSalsa20-Poly1305), with padding and bound to a place.
#include "shared/vault/public_seal.hpp"

#include "shared/files/private_file.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/key_text.hpp"
#include "shared/vault/seal.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace verandah::vault {

namespace {

static_assert(key_size == crypto_box_PUBLICKEYBYTES && key_size == crypto_box_SECRETKEYBYTES);
static_assert(PublicSealer::overhead == crypto_box_SEALBYTES);

// Permanent, as every file's first line.
constexpr std::string_view public_kind = "verandah public key ";
constexpr std::string_view public_version = "1";

std::size_t checked_block(std::size_t padding_block)
{
    check_padding_block(padding_block);
    return padding_block;
}

/// A few points of the curve turn every secret into the same shared key: what is sealed to one, anybody opens.
bool is_sound(std::span<const std::byte, key_size> point)
{
    std::array<std::byte, key_size> any_secret{std::byte{1}};
    std::array<std::byte, key_size> shared{};
    return crypto_scalarmult(sodium_view(std::span{shared}), sodium_view(std::span{any_secret}), sodium_view(point)) ==
           0;
}

} // namespace

PublicKey PublicKey::of(const BoxKey& secret)
{
    std::array<std::byte, key_size> bytes{};
    crypto_scalarmult_base(sodium_view(std::span{bytes}), sodium_view(secret.bytes()));
    return PublicKey{bytes};
}

std::expected<PublicKey, domain::Refusal> PublicKey::from(const std::array<std::byte, key_size>& bytes)
{
    if (!is_sound(bytes)) {
        return domain::refuse(domain::Refusal::Why::invalid_input, "this is no public key");
    }
    return PublicKey{bytes};
}

std::expected<PublicKey, domain::Refusal> PublicKey::load(const std::filesystem::path& file)
{
    const auto text = files::read_private_file(file);
    if (!text) {
        return std::unexpected{text.error()};
    }
    std::string_view rest{*text};
    if (!rest.starts_with(public_kind)) {
        return refuse_file(file, "not a public key file; its first line is \"verandah public key 1\"");
    }
    rest.remove_prefix(public_kind.size());
    if (!rest.starts_with(std::string{public_version} + "\n")) {
        return refuse_file(file, "a public key of another version; this program reads version 1");
    }
    rest.remove_prefix(public_version.size() + 1);
    if (rest.size() != key_digits + 1 || !rest.ends_with('\n')) {
        return refuse_file(file, "damaged; line 2 has 64 hexadecimal digits and ends the file");
    }
    rest.remove_suffix(1);
    std::array<std::byte, key_size> bytes{};
    std::size_t decoded = 0;
    sodium_hex2bin(sodium_view(std::span{bytes}), key_size, rest.data(), rest.size(), nullptr, &decoded, nullptr);
    if (decoded != key_size || !is_sound(bytes)) {
        return refuse_file(file, "damaged; line 2 is no public key");
    }
    return PublicKey{bytes};
}

std::expected<void, domain::Refusal> PublicKey::save(const std::filesystem::path& file) const
{
    std::array<char, key_digits + 1> hex;
    sodium_bin2hex(hex.data(), hex.size(), sodium_view(bytes()), key_size);
    std::string text;
    text.append(public_kind).append(public_version).append("\n").append(hex.data(), key_digits).append("\n");
    return files::write_private_file(file, text);
}

PublicSealer::PublicSealer(const PublicKey& key, std::size_t padding_block)
    : key_{key}, padding_block_{checked_block(padding_block)}
{
}

void PublicSealer::seal(std::span<const std::byte> content, std::span<const std::byte> associated,
                        std::vector<std::byte>& box) const
{
    const auto place = hash({associated}); // of one length, so that place and content cannot be divided otherwise
    const auto length = place.size() + content.size();
    const auto padded_size = (length / padding_block_ + 1) * padding_block_;
    box.resize(padded_size + overhead);
    const auto padded = std::span{box}.subspan(overhead);
    const auto after_place = std::ranges::copy(place, padded.begin()).out;
    std::ranges::copy(content, after_place);
    std::size_t size_after_padding = 0;
    sodium_pad(&size_after_padding, sodium_view(padded), length, padding_block_, padded.size());
    // In place: what is read stands where its encryption goes, behind the public key and the tag.
    crypto_box_seal(sodium_view(std::span{box}), sodium_view(padded), padded.size(), sodium_view(key_.bytes()));
}

PublicSealOpener::PublicSealOpener(BoxKey key, std::size_t padding_block)
    : key_{std::move(key)}, public_half_{PublicKey::of(key_)}, padding_block_{checked_block(padding_block)}
{
}

std::optional<std::span<const std::byte>> PublicSealOpener::open(std::span<const std::byte> box,
                                                                 std::span<const std::byte> associated,
                                                                 std::vector<std::byte>& scratch) const
{
    const auto place = hash({associated});
    if (box.size() < PublicSealer::overhead + place.size()) {
        return std::nullopt;
    }
    const auto padded_size = box.size() - PublicSealer::overhead;
    if (scratch.size() < padded_size) {
        scratch.resize(padded_size);
    }
    const auto padded = std::span{scratch}.first(padded_size);
    if (crypto_box_seal_open(sodium_view(padded), sodium_view(box), box.size(), sodium_view(public_half_.bytes()),
                             sodium_view(key_.bytes())) != 0) {
        return std::nullopt;
    }
    std::size_t length = 0;
    if (sodium_unpad(&length, sodium_view(padded), padded.size(), padding_block_) != 0 || length < place.size() ||
        !equal_in_constant_time(padded.first(place.size()), place)) {
        return std::nullopt;
    }
    return padded.subspan(place.size(), length - place.size());
}

} // namespace verandah::vault
