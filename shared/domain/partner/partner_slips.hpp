// SPDX-License-Identifier: Apache-2.0
// Slips for partners as a visitor's file keeps them: how many, how, and never for whom.
#pragma once

#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/referral/counterfoil_hash.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace verandah::domain {

using PartnerReasonCode = DottedCode<struct PartnerReasonTag>; ///< A syndrome or an infection: "urethral_discharge".

/// Who tells the partners (WHO's four approaches). Active index testing, where staff ask for names, is not among them.
enum class PartnerMode {
    client,   ///< She does, with a slip or without.
    contract, ///< She does by a day agreed on, and staff after that.
    dual,     ///< Both together.
    provider, ///< Staff do, without saying who asked.
};
inline constexpr std::array every_partner_mode{PartnerMode::client, PartnerMode::contract, PartnerMode::dual,
                                               PartnerMode::provider};

/// Whose idea it was. There is no third way: nothing is given to who has not agreed.
enum class OptIn { offered_and_agreed, asked_for };
inline constexpr std::array every_opt_in{OptIn::offered_and_agreed, OptIn::asked_for};

/// What she answered when she was asked, before anything else, whether telling a partner could bring violence.
enum class ViolenceEnquiry { none_feared, feared, no_answer };
inline constexpr std::array every_violence_enquiry{ViolenceEnquiry::none_feared, ViolenceEnquiry::feared,
                                                   ViolenceEnquiry::no_answer};

struct SlipsGiven {
    PartnerReasonCode reason;
    int look_back_days; ///< Partners of this many days.
    PartnerMode mode;
    int count;
    OptIn opt_in;
    ViolenceEnquiry violence;
    std::vector<CounterfoilHash> counterfoils{}; ///< One a slip that was printed; at most `count`.
    friend bool operator==(const SlipsGiven&, const SlipsGiven&) = default;
};

/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(PartnerMode mode);
[[nodiscard]] std::optional<PartnerMode> partner_mode_from(std::string_view word);
[[nodiscard]] std::string_view word(OptIn opt_in);
[[nodiscard]] std::optional<OptIn> opt_in_from(std::string_view word);
[[nodiscard]] std::string_view word(ViolenceEnquiry violence);
[[nodiscard]] std::optional<ViolenceEnquiry> violence_enquiry_from(std::string_view word);

} // namespace verandah::domain
