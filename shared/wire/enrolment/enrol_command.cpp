// SPDX-License-Identifier: Apache-2.0
// From the command line to an order, and from an obstacle to what to do about it.
#include "shared/wire/enrolment/enrol_command.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

namespace verandah::wire {

namespace {

constexpr int enrolled = 0;
constexpr int not_enrolled = 1;
constexpr int wrong_words = 2;

std::expected<EnrolmentOrder, domain::Refusal> order_in(const EnrolWords& words)
{
    if (domain::looks_like_invitation(words.code)) {
        const auto invitation = domain::EnrolmentInvitation::parse(words.code);
        return invitation ? std::expected<EnrolmentOrder, domain::Refusal>{order_of(*invitation)}
                          : std::unexpected{invitation.error()};
    }
    const auto code = domain::EnrolmentCode::parse(words.code);
    if (!code) {
        return std::unexpected{code.error()};
    }
    auto address = DoorAddress::make(words.hub);
    if (!address) {
        return std::unexpected{std::move(address.error())};
    }
    return order_of(*code, std::move(address->host), address->port);
}

std::string_view what_to_do(EnrolmentObstacle obstacle)
{
    switch (obstacle) {
    case EnrolmentObstacle::unreachable:
        return "Nobody answers there. Look at the address and the cable; the offer may have run out: ask for another.";
    case EnrolmentObstacle::foreign_hub:
        return "Another hub answers there. Look at the address, and whose code this is.";
    case EnrolmentObstacle::unknown_code: return "The hub does not know this code. Ask for another.";
    case EnrolmentObstacle::run_out: return "This code has run out. Ask for another.";
    case EnrolmentObstacle::used: return "Another device has used this code. Ask for another, and who it was.";
    case EnrolmentObstacle::other_kind: return "This code is for another kind of device.";
    case EnrolmentObstacle::later: return "The hub has too much to do just now. Try again.";
    case EnrolmentObstacle::cannot_keep: return "The device file cannot be written.";
    case EnrolmentObstacle::not_understood: return "The hub is of another version than this program.";
    }
    std::unreachable();
}

} // namespace

int enrol_by_words(std::string_view program, const EnrolWords& words, const std::vector<DeviceKind>& kinds)
{
    const auto order = order_in(words);
    if (!order) {
        fmt::print(stderr, "{}: {}\n", program, order.error().detail);
        return wrong_words;
    }
    const auto bundle = enrol(*order, {.bundle = words.device, .kinds = kinds, .present = words.present});
    if (!bundle) {
        fmt::print(stderr, "{}: {} ({})\n", program, what_to_do(bundle.error().obstacle), bundle.error().detail);
        return not_enrolled;
    }
    fmt::print("This device is {} now, a {}. Its key is in {}: it stays here, and leave no copy.\n",
               bundle->name.text(), word_for(bundle->kind), words.device.string());
    return enrolled;
}

} // namespace verandah::wire
