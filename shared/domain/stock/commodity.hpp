// SPDX-License-Identifier: Apache-2.0
// What a centre keeps in its cupboard, as assets/stock/ says it.
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/regimen.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/stock/stock_event.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::domain {

/// What a commodity is for; lists are ordered by it.
enum class CommodityKind { condom, lubricant, injecting, test, medicine };
inline constexpr std::array every_commodity_kind{CommodityKind::condom, CommodityKind::lubricant,
                                                 CommodityKind::injecting, CommodityKind::test,
                                                 CommodityKind::medicine};
[[nodiscard]] std::string_view word(CommodityKind kind); ///< The permanent word.
[[nodiscard]] std::optional<CommodityKind> commodity_kind_from(std::string_view word);

/// What a kiosk offers of it, to take away without a place in line.
struct TakeAway {
    std::int64_t pieces; ///< What one touch takes.
    Words label;         ///< The discreet public label, which may be read over a shoulder.
    friend bool operator==(const TakeAway&, const TakeAway&) = default;
};

/// A dose of a drug as a guideline writes it, and how many of the commodity's unit make it: two tablets of 500 mg for 1
/// g.
struct DoseUnits {
    DrugCode drug;
    std::string dose;
    std::int64_t units; ///< 1 and more.
    friend bool operator==(const DoseUnits&, const DoseUnits&) = default;
};

struct Commodity {
    static constexpr std::size_t most_doses = 40;

    CommodityCode code;
    CommodityKind kind;
    Words label;      ///< For staff.
    Words unit;       ///< What balances count: "pieces", "tablets".
    std::int64_t low; ///< With so many left or fewer it is time to order.
    std::optional<TakeAway> take_away{};
    /// A fact of a record that says how many of it she was given: as many leave the cupboard. Of two commodities with
    /// one fact as many of each: a needle and its syringe.
    std::optional<FactCode> given_as{};
    std::vector<DoseUnits> doses{}; ///< Of the drugs it is given as; each drug and dose once.
    std::string source;             ///< Where the entry comes from.
    bool to_confirm{false};         ///< The centre's clinician has to confirm it first.
    friend bool operator==(const Commodity&, const Commodity&) = default;
};

struct Catalogue {
    ClinicalSource about{};
    std::vector<Commodity> commodities; ///< Each code once, in the order they are shown.

    [[nodiscard]] const Commodity* find(const CommodityCode& code) const; ///< Borrowed; nullptr when it is not there.
    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

} // namespace verandah::domain
