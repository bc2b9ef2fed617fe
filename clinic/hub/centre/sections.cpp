// SPDX-License-Identifier: Apache-2.0
// What the sections of centre.toml have in common: names, labels, and each word used once.
#include "clinic/hub/centre/sections.hpp"

#include "clinic/hub/centre/nearest_word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace verandah::hub {
namespace {

void collect(const toml::node* node, std::vector<std::string>& names)
{
    if (const auto* text = node == nullptr ? nullptr : node->as_string()) {
        names.push_back(text->get());
    }
}

/// The texts under `key` in every table of the list `section`.
std::vector<std::string> texts_in(const toml::table& root, std::string_view section, std::string_view key)
{
    std::vector<std::string> names;
    const auto* list = root.get_as<toml::array>(section);
    if (list == nullptr) {
        return names;
    }
    for (const auto& one : *list) {
        const auto* node = one.is_table() ? one.as_table()->get(key) : nullptr;
        if (node != nullptr && node->is_array()) {
            for (const auto& element : *node->as_array()) {
                collect(&element, names);
            }
        } else {
            collect(node, names);
        }
    }
    return names;
}

/// Words that give away why somebody is here. A label is read over shoulders (field.md §12).
bool tells_too_much(std::string_view label)
{
    constexpr std::array telling{"HIV", "STI", "STD", "AIDS"};
    std::string word;
    for (const char letter : std::string{label} + ' ') {
        if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
            word += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
            continue;
        }
        if (std::ranges::find(telling, word) != telling.end()) {
            return true;
        }
        word.clear();
    }
    return false;
}

} // namespace

GivenNames given_names(const toml::table& root)
{
    return {.classes = texts_in(root, "class", "code"),
            .services = texts_in(root, "service", "code"),
            .stations = texts_in(root, "station", "code"),
            .skills = texts_in(root, "station", "skills")};
}

void Reading::warn(Place place, std::string_view what)
{
    warnings.push_back(fmt::format("{}:{}:{}: {}.", file, place.line, place.column, what));
}

domain::Words read_label(Reading& reading, TableReader& section, std::string_view example)
{
    constexpr std::size_t longest_label = 40; // two lines of the kiosk's button
    domain::Words words;
    auto label = section.table("label");
    if (!label) {
        if (!section.has("label")) {
            section.refuse(section.place(), fmt::format("{} has no \"label\"", section.title()),
                           fmt::format("Add label = {{ en = \"{}\" }}.", example));
        }
        return words;
    }
    label->rename(fmt::format("the label of {}", section.title()));
    for (std::size_t i = 0; i < reading.languages.size(); ++i) {
        const auto& language = reading.languages[i];
        auto text = label->optional_text(language, {example, longest_label});
        if (!text && i == 0) {
            section.refuse(label->place(),
                           fmt::format("{} has no \"{}\", the centre's first language", label->title(), language),
                           fmt::format("Add {} = \"…\".", language));
        } else if (!text) {
            reading.warn(label->place(), fmt::format("{} has no \"{}\"; its text in \"{}\" is shown instead",
                                                     label->title(), language, reading.languages.front()));
        }
        words[language] = text ? *text : words[reading.languages.front()];
        if (text && tells_too_much(*text)) {
            reading.warn(label->place(language),
                         fmt::format("the label \"{}\" may be read over a visitor's shoulder and "
                                     "says why they are here; choose a more discreet one",
                                     *text));
        }
    }
    if (!reading.languages.empty()) {
        label->refuse_other_keys();
    }
    return words;
}

void OnlyOnce::take(TableReader& section, const Located<std::string>& word)
{
    if (word.value.empty()) {
        return; // noted already as missing
    }
    const auto [first, is_new] = first_.emplace(word.value, word.place);
    if (!is_new) {
        held_ = false;
        section.refuse(word.place, fmt::format("{} \"{}\" is used twice", what_, word.value),
                       fmt::format("Choose another one here; the first stands in line {}.", first->second.line));
    }
}

bool is_known(const Located<std::string>& word, const std::vector<std::string>& known)
{
    return word.value.empty() || std::ranges::find(known, word.value) != known.end();
}

std::string advice_for_unknown(std::string_view name, const std::vector<std::string>& known, std::string_view otherwise)
{
    const auto nearest = nearest_word(name, known);
    return nearest ? fmt::format("Did you mean \"{}\"? If not, {}", *nearest, otherwise)
                   : fmt::format("{}{}", static_cast<char>(std::toupper(static_cast<unsigned char>(otherwise.front()))),
                                 otherwise.substr(1));
}

} // namespace verandah::hub
