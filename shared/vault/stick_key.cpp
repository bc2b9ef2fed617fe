// SPDX-License-Identifier: Apache-2.0
// The file on the stick.
#include "shared/vault/stick_key.hpp"

#include "shared/files/private_file.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/hexadecimal.hpp"
#include "shared/vault/random.hpp"

#include <string>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;

// Permanent, as every file's first line.
constexpr std::string_view stick_kind = "verandah stick key ";
constexpr std::string_view stick_version = "1\n";

} // namespace

StickKey StickKey::make()
{
    SecretBytes bytes;
    fill_random(bytes.bytes());
    return StickKey{std::move(bytes)};
}

std::expected<StickKey, domain::Refusal> StickKey::read(std::string_view text)
{
    if (!text.starts_with(stick_kind)) {
        return domain::refuse(Why::invalid_input, "not a stick key; its first line is \"verandah stick key 1\"");
    }
    text.remove_prefix(stick_kind.size());
    if (!text.starts_with(stick_version)) {
        return domain::refuse(Why::invalid_input, "a stick key of another version; this program reads version 1");
    }
    text.remove_prefix(stick_version.size());
    SecretBytes bytes;
    if (!text.ends_with('\n') || !read_hexadecimal(text.substr(0, text.size() - 1), bytes.bytes())) {
        return domain::refuse(Why::invalid_input, "damaged; line 2 has 64 hexadecimal digits and ends the file");
    }
    return StickKey{std::move(bytes)};
}

std::expected<StickKey, domain::Refusal> StickKey::load(const std::filesystem::path& file)
{
    auto text = files::read_carried_file(file);
    if (!text) {
        return std::unexpected{std::move(text.error())};
    }
    const files::SecretText wiped{std::move(*text)};
    auto key = read(wiped.view());
    if (!key) {
        return domain::refuse(key.error().why, file.string() + ": " + key.error().detail);
    }
    return key;
}

std::expected<void, domain::Refusal> StickKey::save(const std::filesystem::path& file) const
{
    std::string text;
    text.reserve(128); // grown in one piece, so that no half of it is left behind unwiped
    text.append(stick_kind).append(stick_version);
    append_hexadecimal(text, bytes());
    text.append("\n");
    const files::SecretText wiped{std::move(text)};
    return files::write_private_file(file, wiped.view());
}

} // namespace verandah::vault
