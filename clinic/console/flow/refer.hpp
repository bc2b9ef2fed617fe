// SPDX-License-Identifier: Apache-2.0
// Referrals and partner slips of whoever's record is open here: written by that record, followed until they are in it,
// and where a referral within the house leads.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// It is the record that is open on the page that is shown: what is written in it waits for its turn there.
[[nodiscard]] bool is_open_here(const Console& console, domain::FileId file);
/// Such a record is open, and something can be asked beside its form.
[[nodiscard]] bool may_ask_here(const Console& console);

/// Where she can be referred to for what was chosen: providers of the directory, then services of this house, but for
/// the one she is served with.
[[nodiscard]] std::vector<domain::ReferralDestination> destinations_of(const Console& console,
                                                                       const MakeReferralSheet& sheet);
/// The latest referral outside the house where she was, and has not said yet how it was. nullptr: there is none.
/// Borrowed.
[[nodiscard]] const domain::Referral* to_be_asked_about(const domain::File& file);

/// How many partner slips there were, and how many of them came back.
struct SlipCount {
    std::size_t given{0};
    std::size_t returned{0};
};
[[nodiscard]] SlipCount slips_of(const Record& record);

/// Something came of the open record: a slip that waited for its entry is written, or is not; who was referred within
/// the house is meant for its line; and whoever came by such a referral has come.
[[nodiscard]] std::vector<Effect> follow_record(Console& console, domain::Instant now);

/// The service in whose line `ticket` goes on, when she was referred to it and is finished with here.
[[nodiscard]] std::optional<domain::ServiceCode> goes_on_to(const Console& console, const domain::Ticket& ticket);

} // namespace verandah::console
