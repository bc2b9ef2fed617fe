// SPDX-License-Identifier: Apache-2.0
// The key file as text. Read strictly: whatever would be written otherwise than it stands is refused.
#include "shared/vault/key_slots_text.hpp"

#include "shared/files/private_file.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;
using Kind = KeySlots::Kind;
using Slot = KeySlots::Slot;

// Permanent: the words of the key file.
constexpr std::string_view slots_kind = "verandah hub key ";
constexpr std::string_view slots_first_line = "verandah hub key 2\n";
constexpr std::string_view plain_first_line = "verandah hub key 1";
constexpr std::string_view proof_word = "proof ";
constexpr std::array every_kind{Kind::words, Kind::paper, Kind::stick};

std::unexpected<domain::Refusal> refuse(std::string_view what)
{
    return domain::refuse(Why::invalid_input, std::string{what});
}

/// Takes what stands before the next `end` off `text`; nullopt when there is none.
std::optional<std::string_view> take(std::string_view& text, char end)
{
    const auto place = text.find(end);
    if (place == std::string_view::npos) {
        return std::nullopt;
    }
    const auto taken = text.substr(0, place);
    text.remove_prefix(place + 1);
    return taken;
}

template <class Number>
std::optional<Number> number_in(std::optional<std::string_view> text)
{
    Number number{};
    if (!text) {
        return std::nullopt;
    }
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), number);
    return fault == std::errc{} && end == text->data() + text->size() ? std::optional{number} : std::nullopt;
}

std::optional<std::chrono::year_month_day> date_in(std::optional<std::string_view> text)
{
    if (!text) {
        return std::nullopt;
    }
    const auto year = number_in<int>(take(*text, '-'));
    const auto month = number_in<unsigned>(take(*text, '-'));
    const auto day = number_in<unsigned>(text);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*month},
                                           std::chrono::day{*day}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Kind> kind_in(std::optional<std::string_view> text)
{
    for (const auto kind : every_kind) {
        if (text == word(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::expected<std::optional<KeySlots::Stretching>, domain::Refusal> stretching_in(std::string_view& line, Kind kind)
{
    if (kind != Kind::words) {
        return std::nullopt;
    }
    const auto operations = number_in<std::uint32_t>(take(line, ' '));
    const auto memory = number_in<std::uint32_t>(take(line, ' '));
    const auto salt_text = take(line, ' ');
    Argon2Salt salt{};
    if (!operations || !memory || !salt_text || !read_hexadecimal(*salt_text, salt)) {
        return refuse("damaged: a slot of words has a cost and a salt");
    }
    const auto cost = Argon2Cost::make(*operations, *memory);
    if (!cost) {
        return std::unexpected{cost.error()};
    }
    return KeySlots::Stretching{*cost, salt};
}

std::expected<Slot, domain::Refusal> slot_in(std::string_view line)
{
    const auto kind = kind_in(take(line, ' '));
    const auto id = number_in<int>(take(line, ' '));
    const auto added = date_in(take(line, ' '));
    if (!kind || !id || *id < 1 || *id > most_slot_ids || !added) {
        return refuse("damaged: a slot begins with its kind, its number and its date");
    }
    auto stretching = stretching_in(line, *kind);
    if (!stretching) {
        return std::unexpected{std::move(stretching.error())};
    }
    Slot slot{.id = *id, .kind = *kind, .added = *added, .stretching = *stretching, .sealed{}};
    if (!read_hexadecimal(line, slot.sealed)) {
        return refuse("damaged: a slot ends with its sealed key");
    }
    return slot;
}

std::expected<void, domain::Refusal> take_slot(std::vector<Slot>& slots, std::string_view line)
{
    auto slot = slot_in(line);
    if (!slot) {
        return std::unexpected{std::move(slot.error())};
    }
    if (std::ranges::find(slots, slot->id, &Slot::id) != slots.end()) {
        return refuse("damaged: two slots have one number");
    }
    if (slots.size() == KeySlots::most_slots) {
        return refuse("damaged: more slots than a key file has");
    }
    slots.push_back(*std::move(slot));
    return {};
}

} // namespace

std::string_view word(KeySlots::Kind kind)
{
    switch (kind) {
    case Kind::words: return "words";
    case Kind::paper: return "paper";
    case Kind::stick: return "stick";
    }
    std::unreachable();
}

std::string header_of(const Slot& slot)
{
    auto header = fmt::format("{} {} {:04}-{:02}-{:02}", word(slot.kind), slot.id, static_cast<int>(slot.added.year()),
                              static_cast<unsigned>(slot.added.month()), static_cast<unsigned>(slot.added.day()));
    if (slot.stretching) {
        header += fmt::format(" {} {} ", slot.stretching->cost.operations(), slot.stretching->cost.memory_kibibytes());
        append_hexadecimal(header, slot.stretching->salt);
    }
    return header;
}

std::string KeySlots::text_to_prove() const
{
    std::string text{slots_first_line};
    for (const auto& slot : slots_) {
        text += header_of(slot) + ' ';
        append_hexadecimal(text, slot.sealed);
        text += '\n';
    }
    return text;
}

std::string KeySlots::text() const
{
    auto text = text_to_prove();
    text += proof_word;
    append_hexadecimal(text, proof_);
    return text + '\n';
}

std::expected<KeySlots, domain::Refusal> KeySlots::read(std::string_view text)
{
    if (!text.starts_with(slots_kind)) {
        return refuse("not a hub key file; its first line is \"verandah hub key 2\"");
    }
    if (!text.starts_with(slots_first_line)) {
        return refuse("a hub key of another version; this program reads versions 1 and 2");
    }
    KeySlots slots;
    auto rest = text.substr(slots_first_line.size());
    auto line = take(rest, '\n');
    for (; line && !line->starts_with(proof_word); line = take(rest, '\n')) {
        if (auto taken = take_slot(slots.slots_, *line); !taken) {
            return std::unexpected{std::move(taken.error())};
        }
    }
    if (!line || !read_hexadecimal(line->substr(proof_word.size()), slots.proof_)) {
        return refuse("cut short; its last line is its proof");
    }
    if (slots.slots_.empty()) {
        return refuse("damaged: it has no slot");
    }
    if (slots.text() != text) {
        return refuse(rest.empty() ? "damaged: it is not written as this program writes it" : "too long");
    }
    return slots;
}

std::expected<KeyFile, domain::Refusal> load_key_file(const std::filesystem::path& file)
{
    auto read = files::read_private_file(file);
    if (!read) {
        return std::unexpected{std::move(read.error())};
    }
    const files::SecretText text{std::move(*read)};
    if (text.view().substr(0, text.view().find('\n')) == plain_first_line) {
        auto key = HubKey::load(file);
        return key ? std::expected<KeyFile, domain::Refusal>{*std::move(key)} : std::unexpected{std::move(key.error())};
    }
    auto slots = KeySlots::read(text.view());
    if (!slots) {
        return domain::refuse(slots.error().why, file.string() + ": " + slots.error().detail);
    }
    return KeyFile{*std::move(slots)};
}

} // namespace verandah::vault
