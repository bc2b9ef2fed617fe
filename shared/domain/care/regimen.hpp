// SPDX-License-Identifier: Apache-2.0
// What a guideline gives for what was found: lines of drugs, whom each is not for, and who says so.
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/coding.hpp"
#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/centre/centre.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::domain {

using DrugCode = DottedCode<struct DrugTag>; ///< "benzathine_penicillin"; stock knows it by the same word.

enum class Route { oral, intramuscular, intravenous, vaginal, topical };
[[nodiscard]] std::string_view word(Route route); ///< Permanent: "oral", "im", "iv", "vaginal", "topical".
[[nodiscard]] std::optional<Route> route_from(std::string_view word);

enum class Frequency { once, daily, twice_daily, three_daily, four_daily, weekly };
[[nodiscard]] std::string_view word(Frequency frequency); ///< Permanent: "once", "daily", "twice_daily", …
[[nodiscard]] std::optional<Frequency> frequency_from(std::string_view word);

/// One drug as it is given. `doses` weekly ones, or `days` of the others; once needs neither.
struct DrugGiven {
    DrugCode drug;
    Words name;
    std::string dose; ///< "2.4 MIU", "400 mg": as a guideline writes it, the same in every language.
    Route route{Route::oral};
    Frequency frequency{Frequency::once};
    int days{1};
    int doses{1};
    friend bool operator==(const DrugGiven&, const DrugGiven&) = default;
};

/// Whom it is for is told by facts of today's record: what was found, allergies, pregnancy, other medicines.
struct Regimen {
    RegimenCode id;
    FactCode for_what; ///< "syndrome.genital_ulcer", "diagnosis.gonorrhoea".
    int line{1};       ///< 1 is tried first.
    std::vector<DrugGiven> drugs;
    std::vector<FactCode> only_with{};    ///< One of them is there, when there are any: "sign.vesicles".
    std::vector<FactCode> not_with{};     ///< With one of them it is left out: "allergy.penicillin".
    std::vector<FactCode> careful_with{}; ///< With one of them it is offered with a warning.
    Words note{};
    std::vector<FactCode> amounts_to{}; ///< What having given it is: "treated.genital_ulcer".
    int longest_gap_days{0};            ///< Between two doses; after a longer one the course begins anew. 0: never.
    int days_apart{0};                  ///< From one dose of a course to the next; 0: it is none.
    std::optional<FactCode> counts{};   ///< The one of `amounts_to` whose value is the how-manieth dose.
    friend bool operator==(const Regimen&, const Regimen&) = default;
};

/// What a fact is called on the screen: "Genital ulcer", "Penicillin allergy".
struct NamedFact {
    FactCode fact;
    Words label;
    std::vector<Coding> codings{};
    friend bool operator==(const NamedFact&, const NamedFact&) = default;
};

/// One edition of one guideline. Made by the reader in clinic/hub/clinical: every fact it uses has a name here.
struct Guideline {
    ClinicalSource about;
    Words title;
    std::vector<NamedFact> causes;        ///< What can be found, in the order suggestions are shown.
    std::vector<NamedFact> circumstances; ///< What else matters.
    std::vector<Regimen> regimens;
    friend bool operator==(const Guideline&, const Guideline&) = default;
};

[[nodiscard]] const Regimen* find_regimen(const Guideline& guideline, const RegimenCode& id); ///< None: nullptr.

} // namespace verandah::domain
