// SPDX-License-Identifier: Apache-2.0
// The permanent words within partner slips.
#include "shared/domain/partner/partner_slips.hpp"

#include "shared/domain/permanent_word.hpp"

#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(PartnerMode mode)
{
    switch (mode) {
    case PartnerMode::client: return "client";
    case PartnerMode::contract: return "contract";
    case PartnerMode::dual: return "dual";
    case PartnerMode::provider: return "provider";
    }
    std::unreachable();
}

std::optional<PartnerMode> partner_mode_from(std::string_view text)
{
    return with_word(every_partner_mode, text);
}

std::string_view word(OptIn opt_in)
{
    switch (opt_in) {
    case OptIn::offered_and_agreed: return "offered_and_agreed";
    case OptIn::asked_for: return "asked_for";
    }
    std::unreachable();
}

std::optional<OptIn> opt_in_from(std::string_view text)
{
    return with_word(every_opt_in, text);
}

std::string_view word(ViolenceEnquiry violence)
{
    switch (violence) {
    case ViolenceEnquiry::none_feared: return "none_feared";
    case ViolenceEnquiry::feared: return "feared";
    case ViolenceEnquiry::no_answer: return "no_answer";
    }
    std::unreachable();
}

std::optional<ViolenceEnquiry> violence_enquiry_from(std::string_view text)
{
    return with_word(every_violence_enquiry, text);
}

} // namespace verandah::domain
