// SPDX-License-Identifier: Apache-2.0
// What belongs together in a file over several visits: a treatment of syphilis with its doses and titres, a time on
// PrEP, a course of a vaccine, slips for partners.
#pragma once

#include "shared/domain/record/file.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace verandah::domain {

/// One prescription of which a dose was given, and the titres from three months before it until the next one's.
struct SyphilisTreatment {
    struct Titre {
        CentreDay on;
        std::int32_t dilution; ///< 8 is 1:8.
        friend bool operator==(const Titre&, const Titre&) = default;
    };
    CentreDay begun; ///< The day of the first dose.
    CentreDay last;  ///< Of the latest.
    int given;
    int planned;
    std::vector<Titre> titres{}; ///< Oldest first. One that was corrected is as it was corrected.
    friend bool operator==(const SyphilisTreatment&, const SyphilisTreatment&) = default;
};

/// From being started, or first heard of, until it was stopped.
struct PrepTime {
    CentreDay begun;
    CentreDay last;                     ///< When it was last spoken of.
    std::optional<CentreDay> stopped{}; ///< nullopt: she takes it still, as far as anybody knows.
    friend bool operator==(const PrepTime&, const PrepTime&) = default;
};

/// A dose that is not later than the one before it begins another course.
struct VaccineCourse {
    struct Dose {
        int number;
        CentreDay on;
        friend bool operator==(const Dose&, const Dose&) = default;
    };
    std::string vaccine;     ///< The middle of its fact's code: "hbv".
    std::vector<Dose> doses; ///< Never empty; oldest first.
    friend bool operator==(const VaccineCourse&, const VaccineCourse&) = default;
};

struct PartnerSlips {
    CentreDay given_on;
    PartnerReasonCode reason;
    int given;
    int returned; ///< Of those that were printed.
    friend bool operator==(const PartnerSlips&, const PartnerSlips&) = default;
};

using Episode = std::variant<SyphilisTreatment, PrepTime, VaccineCourse, PartnerSlips>;

/// The day on which something last happened in it.
[[nodiscard]] CentreDay last_day_of(const Episode& episode);

/// The latest first; of one day in the order above. `returned`: the counterfoils that came back.
[[nodiscard]] std::vector<Episode> episodes_of(const File& file, std::span<const CounterfoilHash> returned);

} // namespace verandah::domain
