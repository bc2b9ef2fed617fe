// SPDX-License-Identifier: Apache-2.0
// Reading translations, and finding the ones that translate nothing.
#include "clinic/hub/clinical/word_book.hpp"

#include "clinic/hub/centre/nearest_word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace verandah::hub {
namespace {

constexpr std::size_t longest_text = 400;

Place place_of_key(const toml::key& key)
{
    const auto begin = key.source().begin;
    return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

bool is_language(std::string_view code)
{
    return (code.size() == 2 || code.size() == 3) &&
           std::ranges::all_of(code, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

} // namespace

WordBook::WordBook(const toml::table& table, TableReader& root)
{
    auto words = root.table("words");
    if (!words) {
        return;
    }
    for (const auto& [key, node] : *table.get_as<toml::table>("words")) {
        const std::string language{key.str()};
        if (!is_language(language) || language == "en") {
            root.refuse(place_of_key(key), fmt::format("[words.{}] is no language to translate into", language),
                        "Write codes such as [words.hi] or [words.ar]; the labels themselves are English.");
            continue;
        }
        auto translations = words->table(language);
        if (!translations) {
            continue;
        }
        translations->rename(fmt::format("[words.{}]", language));
        for (const auto& [english, text] : *node.as_table()) {
            languages_[language][std::string{english.str()}] = {
                translations->text(english.str(), {"…", longest_text}), place_of_key(english)};
        }
    }
}

domain::Words WordBook::words_of(const std::string& english)
{
    used_.insert(english);
    domain::Words words{{"en", english}};
    for (const auto& [language, entries] : languages_) {
        if (const auto entry = entries.find(english); entry != entries.end()) {
            words[language] = entry->second.text;
        }
    }
    return words;
}

domain::Words WordBook::read(TableReader& section, std::string_view key, const TextRule& rule)
{
    return words_of(section.text(key, rule));
}

void WordBook::refuse_unused(TableReader& root) const
{
    const std::vector<std::string> known{used_.begin(), used_.end()};
    for (const auto& [language, entries] : languages_) {
        for (const auto& [english, entry] : entries) {
            if (used_.contains(english)) {
                continue;
            }
            const auto nearest = nearest_word(english, known);
            root.refuse(entry.place, fmt::format("[words.{}] translates \"{}\", which this file does not say", language, english),
                        nearest ? fmt::format("Did you mean \"{}\"?", *nearest)
                                : "Write the English text exactly as it stands above, or take the line out.");
        }
    }
}

} // namespace verandah::hub
