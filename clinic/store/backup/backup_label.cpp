// SPDX-License-Identifier: Apache-2.0
// What a backup says of itself.
#include "clinic/store/audit/signed_checkpoint.hpp"
#include "clinic/store/backup/backup_file.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <charconv>

namespace verandah::store {

namespace {

constexpr std::size_t id_size = std::tuple_size_v<domain::Incarnation::Id>;

/// The number at the front of `text`, which is taken off; 0 for none.
template <class Number>
Number take_number(std::string_view& text)
{
    Number number{};
    const auto* end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, std::string_view words)
{
    const bool is_there = text.starts_with(words);
    text.remove_prefix(is_there ? words.size() : 0);
    return is_there;
}

} // namespace

std::string name_of(const BackupLabel& label)
{
    return fmt::format("verandah-{}-{}-{:012}.backup", vault::hexadecimal(label.incarnation.id).substr(0, 8),
                       label.incarnation.count, label.last);
}

std::string text_of(const BackupLabel& label)
{
    return fmt::format("verandah backup 2 incarnation {} {} event {} made {}\n",
                       vault::hexadecimal(label.incarnation.id), label.incarnation.count, label.last,
                       time_text(label.made));
}

std::optional<BackupLabel> label_in(std::string_view line)
{
    auto rest = line;
    if (!take(rest, "verandah backup 2 incarnation ") || rest.size() < 2 * id_size) {
        return std::nullopt;
    }
    const auto id = vault::bytes_in<id_size>(rest.substr(0, 2 * id_size));
    rest.remove_prefix(2 * id_size);
    const bool has_count = take(rest, " ");
    const auto count = take_number<std::uint32_t>(rest);
    const bool has_event = take(rest, " event ");
    const auto last = take_number<domain::Sequence>(rest);
    const bool has_time = take(rest, " made ") && rest.ends_with('\n');
    if (!id || !has_count || !has_event || !has_time) {
        return std::nullopt;
    }
    const auto made = instant_in(rest.substr(0, rest.size() - 1));
    if (!made) {
        return std::nullopt;
    }
    const BackupLabel label{{*id, count}, last, *made};
    return text_of(label) == line ? std::optional{label} : std::nullopt;
}

} // namespace verandah::store
