// SPDX-License-Identifier: Apache-2.0
// What every file of clinical data has: its head, its translations, its codes; and how one is read to its end.
#pragma once

#include "clinic/hub/centre/sections.hpp"
#include "clinic/hub/centre/table_reader.hpp"
#include "clinic/hub/centre/toml_text.hpp"
#include "clinic/hub/clinical/word_book.hpp"
#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/coding.hpp"
#include "shared/domain/care/dotted_code.hpp"

#include <algorithm>
#include <expected>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::hub {

inline constexpr std::size_t longest_source = 400; ///< Of the words that say where one rule is from.

/// One reading of one clinical file; its sections share it.
struct ClinicalReading {
    TableReader root;
    WordBook words;
};

/// id, version, source and to_confirm.
[[nodiscard]] domain::ClinicalSource read_source(TableReader& root);
/// `codes = { icd11 = "…", icd10 = "…", snomed = "…", loinc = "…" }`, each looked at for its check digit. May be
/// missing, and may stand under another key.
[[nodiscard]] std::vector<domain::Coding> read_codings(TableReader& section, std::string_view key = "codes");
/// A list of facts' codes; may be missing.
[[nodiscard]] std::vector<domain::FactCode> read_facts(TableReader& section, std::string_view key);

/// The value that a word of `known` stands for; an unknown one is a fault, and the first of them stands in.
template <class Value, class Word>
[[nodiscard]] Value read_known_word(TableReader& section, const Located<std::string>& word,
                                    std::span<const Value> known, Word word_of)
{
    std::vector<std::string> names;
    for (const auto& each : known) {
        names.emplace_back(word_of(each));
        if (names.back() == word.value) {
            return each;
        }
    }
    if (!word.value.empty()) {
        section.refuse(
            word.place, fmt::format("\"{}\" is not known here", word.value),
            advice_for_unknown(word.value, names, fmt::format("choose one of: {}.", fmt::join(names, ", "))));
    }
    return known.front();
}

/// Reads `text` with `read(ClinicalReading&)`. All faults there are, in the order of the file; with none, what was
/// read.
template <class Read>
auto read_clinical(std::string_view text, Read read)
    -> std::expected<decltype(read(std::declval<ClinicalReading&>())), std::vector<Fault>>
{
    const auto table = parse_toml(text);
    if (!table) {
        return std::unexpected{std::vector{table.error()}};
    }
    std::vector<Fault> faults;
    TableReader root{*table, "the file", faults};
    WordBook words{*table, root};
    ClinicalReading reading{std::move(root), std::move(words)};
    auto thing = read(reading);
    reading.words.refuse_unused(reading.root);
    reading.root.refuse_other_keys();
    if (!faults.empty()) {
        std::ranges::stable_sort(faults, {}, &Fault::place);
        return std::unexpected{std::move(faults)};
    }
    return thing;
}

} // namespace verandah::hub
