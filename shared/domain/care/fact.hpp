// SPDX-License-Identifier: Apache-2.0
// What a record amounts to, in codes: what rules of follow-up, timelines and totals are made from.
#pragma once

#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace verandah::domain {

/// Something that happened in a visitor's care, as a form, a test or a treatment names it: "hiv.test.negative" on a
/// day, "syphilis.dose" the 2nd. A record's words are for people; this is all that is ever counted.
struct Fact {
    FactCode code;
    CentreDay on;
    std::optional<std::int32_t> value{}; ///< The how-manieth, how many, a titre's dilution: what the code says.
    friend auto operator<=>(const Fact&, const Fact&) = default;
};

/// In order of their days, oldest first; of one day, in the order they were written.
using History = std::vector<Fact>;

} // namespace verandah::domain
