// SPDX-License-Identifier: Apache-2.0
// The incarnation's two lines.
#include "clinic/store/backup/incarnation_file.hpp"

#include "shared/files/private_file.hpp"
#include "shared/vault/hexadecimal.hpp"
#include "shared/vault/random.hpp"

#include <fmt/format.h>

#include <charconv>

namespace verandah::store {

namespace {

constexpr std::string_view first_line = "verandah incarnation 1\n"; // permanent

} // namespace

domain::Incarnation first_incarnation()
{
    return {vault::random_bytes<std::tuple_size_v<domain::Incarnation::Id>>(), 1};
}

domain::Incarnation after(const domain::Incarnation& before)
{
    return {vault::random_bytes<std::tuple_size_v<domain::Incarnation::Id>>(), before.count + 1};
}

std::string text_of(const domain::Incarnation& incarnation)
{
    return fmt::format("{}{} {}\n", first_line, vault::hexadecimal(incarnation.id), incarnation.count);
}

std::optional<domain::Incarnation> incarnation_in(std::string_view text)
{
    constexpr std::size_t digits = std::tuple_size_v<domain::Incarnation::Id> * 2;
    if (!text.starts_with(first_line) || text.size() < first_line.size() + digits + 2) {
        return std::nullopt;
    }
    const auto rest = text.substr(first_line.size());
    const auto id = vault::bytes_in<std::tuple_size_v<domain::Incarnation::Id>>(rest.substr(0, digits));
    std::uint32_t count = 0;
    std::from_chars(rest.data() + digits + 1, rest.data() + rest.size(), count);
    if (!id || text_of(domain::Incarnation{*id, count}) != text) {
        return std::nullopt;
    }
    return domain::Incarnation{*id, count};
}

std::expected<void, domain::Refusal> write_incarnation(const std::filesystem::path& file,
                                                       const domain::Incarnation& incarnation)
{
    return files::write_private_file(file, text_of(incarnation));
}

std::expected<domain::Incarnation, domain::Refusal> read_incarnation(const std::filesystem::path& file)
{
    const auto text = files::read_private_file(file);
    if (!text) {
        return std::unexpected{text.error()};
    }
    const auto incarnation = incarnation_in(*text);
    if (!incarnation) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              file.string() + ": damaged; restore it from a backup");
    }
    return *incarnation;
}

} // namespace verandah::store
