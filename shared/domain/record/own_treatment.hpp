// SPDX-License-Identifier: Apache-2.0
// What is given that no row of a guideline says: a medicine, as whoever gives it wrote it down.
#pragma once

#include "shared/domain/care/guidance.hpp"
#include "shared/domain/care/regimen.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/stock/commodity.hpp"
#include "shared/domain/stock/stock_event.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::domain {

/// What stands in place of a regimen's id, and so no regimen of a guideline is called so. Permanent.
inline constexpr std::string_view own_regimen_word = "own";
/// Given, it amounts to this and nothing else: which cause it was for stands in the record.
inline constexpr std::string_view own_treatment_fact = "treated.own";

/// How much and how often, with a dose that the catalogue of the cupboard writes.
struct OwnDose {
    static constexpr int most_days = 365;

    DrugCode drug;
    std::string dose; ///< "400 mg".
    Frequency frequency{Frequency::once};
    int days{1};
    friend bool operator==(const OwnDose&, const OwnDose&) = default;
};

/// Kept whole in the entry, since nothing else says what it was; handed over at once.
struct OwnTreatment {
    static constexpr std::size_t longest_words = 500; ///< Bytes; a sentence or two in any script.
    static constexpr std::int64_t most_units = 1'000;

    std::optional<CommodityCode> commodity{}; ///< Out of the cupboard; nullopt: from elsewhere, and `words` name it.
    std::int64_t units{0};                    ///< Of the commodity; 0 without one.
    std::optional<OwnDose> dose{};            ///< nullopt: `words` say how much and how often.
    std::string words{};                      ///< In any script.
    friend bool operator==(const OwnTreatment&, const OwnTreatment&) = default;
};

/// Its dose as a guideline would write it, but for the drug's name and its way into the body, which nothing says.
[[nodiscard]] DrugGiven as_given(const OwnDose& dose);

/// Refuses with not_found a commodity that the cupboard does not keep; with invalid_input one that is no medicine, a
/// dose that the catalogue does not write or that takes another number of units, a treatment for weeks of which each
/// week is given by itself, and one of which neither dose nor words say enough.
[[nodiscard]] std::expected<void, Refusal> check_own(const OwnTreatment& own, const Catalogue* cupboard);

/// What the guideline says of giving it: no row does; and what every row that gives one of its drugs minds. Of words
/// alone nobody can tell.
[[nodiscard]] ByTheTable by_the_table(const Guideline& guideline, const Circumstances& circumstances,
                                      const OwnTreatment& own);

} // namespace verandah::domain
