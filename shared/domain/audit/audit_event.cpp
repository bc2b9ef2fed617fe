// SPDX-License-Identifier: Apache-2.0
// The permanent words of the audit's own events.
#include "shared/domain/audit/audit_event.hpp"

#include <utility>

namespace verandah::domain {

std::string_view word(RecordRead::Way way)
{
    switch (way) {
    case RecordRead::Way::with_her: return "with_her";
    case RecordRead::Way::of_today: return "of_today";
    case RecordRead::Way::to_tell: return "to_tell";
    case RecordRead::Way::to_trace: return "to_trace";
    case RecordRead::Way::to_correct: return "to_correct";
    }
    std::unreachable();
}

std::optional<RecordRead::Way> record_way_from(std::string_view text)
{
    using enum RecordRead::Way;
    for (const auto way : {with_her, of_today, to_tell, to_trace, to_correct}) {
        if (word(way) == text) {
            return way;
        }
    }
    return std::nullopt;
}

std::string_view word(RecordRefused::Reason reason)
{
    switch (reason) {
    case RecordRefused::Reason::wrong_pictures: return "wrong_pictures";
    case RecordRefused::Reason::another_card: return "another_card";
    case RecordRefused::Reason::not_served: return "not_served";
    case RecordRefused::Reason::no_clinic_key: return "no_clinic_key";
    }
    std::unreachable();
}

std::optional<RecordRefused::Reason> record_refusal_from(std::string_view text)
{
    using enum RecordRefused::Reason;
    for (const auto reason : {wrong_pictures, another_card, not_served, no_clinic_key}) {
        if (word(reason) == text) {
            return reason;
        }
    }
    return std::nullopt;
}

std::string_view word(CareListRead::List list)
{
    switch (list) {
    case CareListRead::List::due: return "due";
    case CareListRead::List::referrals: return "referrals";
    case CareListRead::List::results: return "results";
    case CareListRead::List::tracings: return "tracings";
    }
    std::unreachable();
}

std::optional<CareListRead::List> care_list_from(std::string_view text)
{
    using enum CareListRead::List;
    for (const auto list : {due, referrals, results, tracings}) {
        if (word(list) == text) {
            return list;
        }
    }
    return std::nullopt;
}

std::string_view word(AuditRead::Way way)
{
    switch (way) {
    case AuditRead::Way::listed: return "listed";
    case AuditRead::Way::exported: return "exported";
    }
    std::unreachable();
}

std::optional<AuditRead::Way> audit_way_from(std::string_view text)
{
    using enum AuditRead::Way;
    if (text == word(listed)) {
        return listed;
    }
    return text == word(exported) ? std::optional{exported} : std::nullopt;
}

} // namespace verandah::domain
