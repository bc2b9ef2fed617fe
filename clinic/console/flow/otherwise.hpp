// SPDX-License-Identifier: Apache-2.0
// Something else than the guideline suggests: another row of it, a medicine out of the cupboard, or one from elsewhere;
// for what, how much, and why. What it comes to is in otherwise_view.hpp.
#pragma once

#include "shared/domain/record/own_treatment.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace verandah::console {

struct Otherwise {
    enum class From {
        guideline, ///< A row of it, for whatever cause it was written.
        cupboard,  ///< A medicine that is kept here.
        elsewhere, ///< One that is not: `words` name it.
    };
    std::optional<domain::FactCode> cause{};
    std::optional<domain::RegimenCode> chosen{}; ///< Of the guideline.
    std::string why{};
    From from{From::guideline};
    std::optional<domain::CommodityCode> medicine{}; ///< Of the cupboard.
    std::optional<domain::DoseUnits> dose{};         ///< That the catalogue writes; nullopt: `words` say it.
    std::optional<domain::Frequency> frequency{};    ///< Of `dose`.
    int days{0};                                     ///< Of `dose`; 0: not chosen yet.
    std::int64_t units{0};                           ///< Without `dose`: how many she is given; 0: not chosen yet.
    std::string words{};
    friend bool operator==(const Otherwise&, const Otherwise&) = default;
};

struct AskOtherwise { ///< For a cause, or for one that is chosen then.
    std::optional<domain::FactCode> cause{};
    friend bool operator==(const AskOtherwise&, const AskOtherwise&) = default;
};
struct ChooseOtherwise {
    domain::RegimenCode regimen;
    friend bool operator==(const ChooseOtherwise&, const ChooseOtherwise&) = default;
};
struct ChangeOtherwise { ///< It as it is after one touch.
    Otherwise changed;
    friend bool operator==(const ChangeOtherwise&, const ChangeOtherwise&) = default;
};
struct TypeOwnWords {
    std::string words;
    friend bool operator==(const TypeOwnWords&, const TypeOwnWords&) = default;
};
struct TypeWhy {
    std::string why;
    friend bool operator==(const TypeWhy&, const TypeWhy&) = default;
};
struct PrescribeOtherwise {
    friend bool operator==(const PrescribeOtherwise&, const PrescribeOtherwise&) = default;
};
struct CloseOtherwise {
    friend bool operator==(const CloseOtherwise&, const CloseOtherwise&) = default;
};

} // namespace verandah::console
