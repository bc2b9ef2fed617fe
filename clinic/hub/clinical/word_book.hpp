// SPDX-License-Identifier: Apache-2.0
// The translations a clinical file carries with it: [words.hi], and in it the English text and its translation.
#pragma once

#include "clinic/hub/centre/table_reader.hpp"
#include "shared/domain/centre/centre.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace verandah::hub {

/// Gives each English text its translations. Whoever adds a field writes its English, and may leave the rest for later:
/// where a translation is missing, the English is shown.
class WordBook {
public:
    /// Reads [words] of the file whose root both are. What cannot be read is noted in `root`'s faults.
    WordBook(const toml::table& table, TableReader& root);

    /// "en" and every language that has a translation of it.
    [[nodiscard]] domain::Words words_of(const std::string& english);
    /// The text under `key` with its translations; a missing one is a fault.
    [[nodiscard]] domain::Words read(TableReader& section, std::string_view key, const TextRule& rule);

    /// Notes each translation of a text that the file does not have: most likely a slip in its English.
    void refuse_unused(TableReader& root) const;

private:
    struct Entry {
        std::string text;
        Place place;
    };
    std::map<std::string, std::map<std::string, Entry>> languages_; ///< By language, then by English text.
    std::set<std::string> used_;
};

} // namespace verandah::hub
