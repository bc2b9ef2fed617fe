// SPDX-License-Identifier: Apache-2.0
// The hub's key: its file, and the keys derived from it.
#include "shared/vault/hub_key.hpp"

#include "shared/files/private_file.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/key_text.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;

static_assert(key_size == crypto_kdf_KEYBYTES);

// Permanent: the words of the key file and the pairs below. Change one and every centre's journal and cards are lost.
constexpr std::string_view plain_kind = "verandah hub key ";
constexpr std::string_view plain_version = "1";

/// What crypto_kdf wants as context: exactly 8 bytes. A literal of any other length does not compile.
struct Context {
    consteval explicit Context(const char (&text)[crypto_kdf_CONTEXTBYTES + 1]) : bytes{text} {}
    const char* bytes;
};

constexpr Context journal_context{"journal "};
constexpr Context card_lookup_context{"cardfind"};
constexpr Context card_tag_context{"card tag"};
constexpr Context box_context{"hub box "};
constexpr Context record_reference_context{"auditref"};
constexpr Context key_file_context{"key file"};
constexpr std::uint64_t first_of_its_kind = 1; // the number to raise when a purpose ever needs a second key

SecretBytes derive(const SecretBytes& root, Context context)
{
    SecretBytes derived;
    crypto_kdf_derive_from_key(sodium_view(derived.bytes()), key_size, first_of_its_kind, context.bytes,
                               sodium_view(root.bytes()));
    return derived;
}

} // namespace

HubKey HubKey::make()
{
    SecretBytes root;
    fill_random(root.bytes());
    return HubKey{std::move(root)};
}

std::expected<HubKey, domain::Refusal> HubKey::load(const std::filesystem::path& file)
{
    auto read = files::read_private_file(file);
    if (!read) {
        return std::unexpected{std::move(read.error())};
    }
    const files::SecretText text{std::move(*read)};
    auto rest = text.view();
    if (!rest.starts_with(plain_kind)) {
        return refuse_file(file, "not a hub key file; its first line is \"verandah hub key 1\"");
    }
    rest.remove_prefix(plain_kind.size());
    const auto end_of_version = rest.find('\n');
    if (rest.substr(0, end_of_version) != plain_version) {
        return refuse_file(file, "a hub key of another version; this program reads version 1");
    }
    rest.remove_prefix(end_of_version == std::string_view::npos ? rest.size() : end_of_version + 1);
    if (rest.ends_with('\n')) {
        rest.remove_suffix(1);
    }
    if (rest.size() != key_digits) {
        return refuse_file(file, rest.size() < key_digits
                                     ? "cut short; line 2 has 64 hexadecimal digits"
                                     : "too long; line 2 has 64 hexadecimal digits and ends the file");
    }
    SecretBytes root;
    std::size_t decoded = 0;
    sodium_hex2bin(sodium_view(root.bytes()), key_size, rest.data(), rest.size(), nullptr, &decoded, nullptr);
    if (decoded != key_size) {
        return refuse_file(file, "line 2 has something that is no hexadecimal digit");
    }
    return HubKey{std::move(root)};
}

std::expected<void, domain::Refusal> HubKey::save(const std::filesystem::path& file) const
{
    std::array<char, key_digits + 1> hex;
    sodium_bin2hex(hex.data(), hex.size(), sodium_view(root_.bytes()), key_size);
    std::string text;
    text.reserve(128); // grown in one piece, so that no half of it is left behind unwiped
    text.append(plain_kind).append(plain_version).append("\n").append(hex.data(), key_digits).append("\n");
    sodium_memzero(hex.data(), hex.size());
    const files::SecretText wiped{std::move(text)};
    return files::write_private_file(file, wiped.view());
}

JournalKey HubKey::journal_key() const
{
    return JournalKey{derive(root_, journal_context)};
}

CardLookupKey HubKey::card_lookup_key() const
{
    return CardLookupKey{derive(root_, card_lookup_context)};
}

CardTagKey HubKey::card_tag_key() const
{
    return CardTagKey{derive(root_, card_tag_context)};
}

RecordReferenceKey HubKey::record_reference_key() const
{
    return RecordReferenceKey{derive(root_, record_reference_context)};
}

BoxKey HubKey::box_key() const
{
    return BoxKey{derive(root_, box_context)};
}

KeyFileKey HubKey::key_file_key() const
{
    return KeyFileKey{derive(root_, key_file_context)};
}

SealedKey HubKey::sealed_under(std::span<const std::byte, key_size> key, std::span<const std::byte> associated) const
{
    return seal_key(root_.bytes(), key, associated);
}

std::optional<HubKey> HubKey::opened(const SealedKey& sealed, std::span<const std::byte, key_size> key,
                                     std::span<const std::byte> associated)
{
    auto root = open_key(sealed, key, associated);
    return root ? std::optional{HubKey{std::move(*root)}} : std::nullopt;
}

} // namespace verandah::vault
