// SPDX-License-Identifier: Apache-2.0
// Letters, then a code, then an address, then an order.
#include "kiosk/flow/enrolling.hpp"

#include <algorithm>
#include <utility>

namespace verandah::kiosk {
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

std::optional<wire::EnrolmentOrder> take_code(Enrolling& enrolling)
{
    const auto typed = std::exchange(enrolling.typed, {});
    if (domain::looks_like_invitation(typed)) {
        const auto invitation = domain::EnrolmentInvitation::parse(typed);
        if (!invitation) {
            enrolling.complaint = complaint_of(invitation.error());
            return std::nullopt;
        }
        enrolling.step = Step::at_work;
        return wire::order_of(*invitation);
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

std::optional<wire::EnrolmentOrder> take_address(Enrolling& enrolling)
{
    auto address = wire::DoorAddress::make(std::exchange(enrolling.typed, {}));
    if (!address) {
        enrolling.complaint = EnrolmentComplaint::no_address;
        return std::nullopt;
    }
    enrolling.step = Step::at_work;
    return wire::order_of(*enrolling.code, std::move(address->host), address->port);
}

bool was_pressed(const ui::Input& input, ui::Key key)
{
    return std::ranges::find(input.keys, key, &ui::KeyPress::key) != input.keys.end();
}

} // namespace

std::optional<wire::EnrolmentOrder> type(Enrolling& enrolling, ui::Input& input)
{
    const auto text = std::exchange(input.text, {});
    const bool goes_back = was_pressed(input, ui::Key::escape);
    const bool takes_off = was_pressed(input, ui::Key::backspace);
    const bool is_whole = was_pressed(input, ui::Key::enter);
    if (enrolling.step == Step::at_work) {
        return std::nullopt;
    }
    if (goes_back) {
        begin_anew(enrolling, std::nullopt);
        return std::nullopt;
    }
    if (!text.empty()) {
        enrolling.complaint.reset();
        enrolling.typed.append(text, 0, Enrolling::longest - std::min(Enrolling::longest, enrolling.typed.size()));
    }
    if (takes_off && !enrolling.typed.empty()) {
        enrolling.typed.pop_back(); // whatever is right is ASCII; half a letter of another script is wrong anyway
    }
    if (!is_whole || enrolling.typed.empty()) {
        return std::nullopt;
    }
    return enrolling.step == Step::code ? take_code(enrolling) : take_address(enrolling);
}

void fail(Enrolling& enrolling, wire::EnrolmentObstacle obstacle)
{
    using enum wire::EnrolmentObstacle;
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

} // namespace verandah::kiosk
