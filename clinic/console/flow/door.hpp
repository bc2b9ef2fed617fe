// SPDX-License-Identifier: Apache-2.0
// What the session means: whether the console's pages can be seen, by whom, and what she may there.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/domain/staff/permission.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// What stands before the pages.
enum class Door {
    unknown,       ///< The hub has not said yet.
    first_account, ///< The first administrator has to be made.
    sign_in,
    pin,
    open, ///< Somebody is signed in; or the hub is locked, when numbers go on for whoever is there.
};
[[nodiscard]] Door door(const Console& console);
[[nodiscard]] bool hub_is_locked(const Console& console);

/// What lies over everything else and takes what is pressed.
enum class Front { nothing, told_words, offer, form, question, forgetting };
[[nodiscard]] Front front(const Console& console);

/// Whether whoever stands here may, by what the hub said.
[[nodiscard]] bool may(const Console& console, domain::Right right);
[[nodiscard]] bool may(const Console& console, Deed deed);
[[nodiscard]] bool may(const Console& console, Page page);
/// How many ask for help, as far as is known here: by the line for whoever sees where, otherwise by the session.
[[nodiscard]] std::size_t open_alerts(const Console& console);
/// Whether what the hub tells of the line is taken in: by whoever may see it, and behind the PIN.
[[nodiscard]] bool follows_line(const Console& console);
/// Whether her page of today is counted by the hub: she sees no line to count.
[[nodiscard]] bool needs_totals(const Console& console);
/// The pages she may see, in the order of the rail.
[[nodiscard]] std::vector<Page> pages(const Console& console);

/// What the menu offers, in its order.
[[nodiscard]] std::vector<MenuItem> menu(const Console& console);
/// The account that is chosen on the page of accounts.
[[nodiscard]] const wire::StaffView::Account* chosen_account(const Console& console);

/// The device that is chosen on the page of devices.
[[nodiscard]] const wire::DevicesView::Listed* chosen_device(const Console& console);
/// What became of the offer whose code is shown, as far as the hub has told.
[[nodiscard]] wire::DevicesView::Offer::State state_of(const Console& console, const ShownOffer& offer,
                                                       domain::Instant now);

/// How long the session still lasts, when that is soon.
[[nodiscard]] std::optional<std::chrono::milliseconds> ends_in(const Console& console, domain::Instant now);
/// How long to wait before the next try, in whole seconds; nullopt when it is free.
[[nodiscard]] std::optional<std::chrono::seconds> wait_left(const Console& console, domain::Instant now);
[[nodiscard]] int pins_left(const Console& console);

} // namespace verandah::console
