// SPDX-License-Identifier: Apache-2.0
// Letters, then a code, then an address, then an order.
#include "shared/wire/enrolment/enrolling.hpp"

#include "shared/domain/enrolment/base32.hpp"

#include <algorithm>
#include <utility>

namespace verandah::wire {
namespace {

using Step = Enrolling::Step;

void begin_anew(Enrolling& enrolling, std::optional<EnrolmentComplaint> complaint)
{
    enrolling = {.complaint = complaint};
}

EnrolmentComplaint complaint_of(const domain::Refusal& refusal)
{
    return refusal.why == domain::Refusal::Why::conflict ? EnrolmentComplaint::slip : EnrolmentComplaint::no_code;
}

/// Without the spaces and line ends that come along when something is copied.
std::string trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = std::min(text.find_first_not_of(blank), text.size());
    const auto last = text.find_last_not_of(blank);
    return std::string{text.substr(first, last == std::string_view::npos ? 0 : last - first + 1)};
}

std::optional<EnrolmentOrder> take_code(Enrolling& enrolling)
{
    const auto typed = trimmed(std::exchange(enrolling.typed, {}));
    if (domain::looks_like_invitation(typed)) {
        const auto invitation = domain::EnrolmentInvitation::parse(typed);
        if (!invitation) {
            enrolling.complaint = complaint_of(invitation.error());
            return std::nullopt;
        }
        enrolling.step = Step::at_work;
        return order_of(*invitation);
    }
    const auto code = domain::EnrolmentCode::parse(typed);
    if (code) {
        enrolling.code = *code;
        enrolling.step = Step::address;
    } else {
        enrolling.complaint = complaint_of(code.error());
    }
    return std::nullopt;
}

std::optional<EnrolmentOrder> take_address(Enrolling& enrolling)
{
    auto address = DoorAddress::make(trimmed(std::exchange(enrolling.typed, {})));
    if (!address) {
        enrolling.complaint = EnrolmentComplaint::no_address;
        return std::nullopt;
    }
    enrolling.step = Step::at_work;
    return order_of(*enrolling.code, std::move(address->host), address->port);
}

/// In groups of five, as the console shows a code.
std::string in_groups(std::string_view typed)
{
    constexpr std::size_t group = 5;
    std::string groups;
    for (const char letter : domain::as_base32(typed)) {
        groups += groups.size() % (group + 1) == group ? " " : "";
        groups += letter;
    }
    return groups;
}

} // namespace

std::optional<EnrolmentOrder> type(Enrolling& enrolling, const EnrolmentTyping& typing)
{
    if (enrolling.step == Step::at_work) {
        return std::nullopt;
    }
    if (typing.goes_back) {
        begin_anew(enrolling, std::nullopt);
        return std::nullopt;
    }
    if (!typing.text.empty()) {
        enrolling.complaint.reset();
        enrolling.typed.append(typing.text, 0,
                               Enrolling::longest - std::min(Enrolling::longest, enrolling.typed.size()));
    }
    if (typing.takes_off && !enrolling.typed.empty()) {
        enrolling.typed.pop_back(); // whatever is right is ASCII; half a letter of another script is wrong anyway
    }
    if (!typing.is_whole || enrolling.typed.empty()) {
        return std::nullopt;
    }
    return enrolling.step == Step::code ? take_code(enrolling) : take_address(enrolling);
}

void fail(Enrolling& enrolling, EnrolmentObstacle obstacle)
{
    using enum EnrolmentObstacle;
    const auto complaint = [obstacle] {
        switch (obstacle) {
        case unreachable: return EnrolmentComplaint::unreachable;
        case foreign_hub: return EnrolmentComplaint::foreign_hub;
        case unknown_code:
        case run_out: return EnrolmentComplaint::ask_anew;
        case used: return EnrolmentComplaint::used;
        case other_kind: return EnrolmentComplaint::other_kind;
        case later: return EnrolmentComplaint::later;
        case cannot_keep: return EnrolmentComplaint::cannot_keep;
        case not_understood: return EnrolmentComplaint::not_understood;
        }
        std::unreachable();
    }();
    begin_anew(enrolling, complaint);
}

std::string typed_so_far(const Enrolling& enrolling)
{
    constexpr std::size_t longest_shown = 36;
    const bool is_code = enrolling.step == Step::code && !domain::looks_like_invitation(enrolling.typed);
    const auto text = is_code ? in_groups(enrolling.typed) : enrolling.typed;
    return text.size() > longest_shown ? text.substr(0, longest_shown) + "…" : text;
}

} // namespace verandah::wire
