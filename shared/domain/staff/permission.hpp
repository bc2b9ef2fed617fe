// SPDX-License-Identifier: Apache-2.0
// The one permission table: who may do what, and see which fields. The hub's routes ask it, the feed asks it, and the
// console asks it which buttons to show.
#pragma once

#include "shared/domain/staff/role.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace verandah::domain {

/// Something that can be done at a console, or a field that can be seen there. Kiosks and boards are not asked: what
/// they may do is fixed by what they are.
enum class Right {
    centre_see,
    board_see,
    feed_follow,
    session_see,
    session_begin,
    session_keep,
    hub_lock,
    hub_unlock,
    line_see,
    line_services,
    line_alerts,
    line_alarm,
    line_add,
    line_class,
    line_call,
    day_turn,
    card_mint,
    card_replace,
    visitor_forget,
    alert_raise,
    alert_answer,
    staff_list,
    staff_change,
    clinic_grant,
    device_list,
    device_change,
    device_renew,
    record_read,
    record_write,
    audit_read,
    totals_read,
    guidance_see,
    stock_see,
    stock_change,
    stock_give,
    slip_return,
    tracing_see,
    tracing_tell,
};

/// Everybody the table has a column for.
enum class Who {
    locked_hub, ///< Whoever stands at a console while the hub is locked: nobody can sign in then.
    nobody,     ///< Whoever stands at a console at which nobody is signed in.
    reception,
    clinician,
    counsellor,
    outreach_worker,
    crisis_team,
    coordinator,
    administrator,
    committee_member,
};
inline constexpr std::size_t kinds_of_who = 10;

struct Permission {
    Right right;
    std::string_view word;   ///< Permanent: the journal names a refused right by it.
    std::string_view answer; ///< One letter a column: x may, . may not.
};

// clang-format off
inline constexpr std::array permission_table{
    //                                                   a console of a locked hub
    //                                                   | nobody signed in
    //                                                   | | reception
    //                                                   | | | clinician
    //                                                   | | | | counsellor
    //                                                   | | | | | outreach worker
    //                                                   | | | | | | crisis team
    //                                                   | | | | | | | coordinator
    //                                                   | | | | | | | | administrator
    //                                                   | | | | | | | | | committee member
    Permission{Right::centre_see,    "centre.see",      "x x x x x x x x x x"}, // the services and rooms there are
    Permission{Right::board_see,     "board.see",       "x x x x x x x x x x"}, // what hangs in the waiting room anyway
    Permission{Right::feed_follow,   "feed.follow",     "x x x x x x x x x x"}, // carries what line.* allow, no more
    Permission{Right::session_see,   "session.see",     "x x x x x x x x x x"}, // who is signed in here
    Permission{Right::session_begin, "session.begin",   ". x x x x x x x x x"}, // sign in, unlock, sign out
    Permission{Right::session_keep,  "session.keep",    ". . x x x x x x x x"}, // stay, change one's own passphrase
    Permission{Right::hub_lock,      "hub.lock",        "x x x x x x x x x x"}, // the panic chord is everybody's
    Permission{Right::hub_unlock,    "hub.unlock",      "x x x x x x x x x x"}, // who knows the words is asked by them
    Permission{Right::line_see,      "line.see",        "x . x x x x x x x ."}, // numbers, states, rooms, classes
    Permission{Right::line_services, "line.services",   "x . x x x . . x . ."}, // field: what somebody came for
    Permission{Right::line_alerts,   "line.alerts",     "x . x x x x x x . ."}, // field: where help is asked for
    Permission{Right::line_alarm,    "line.alarm",      "x x x x x x x x x ."}, // field: that help is asked for, not where
    Permission{Right::line_add,      "line.add",        "x . x x x x x x . ."}, // give a number at the desk
    Permission{Right::line_class,    "line.class",      ". . x x x . . x . ."}, // choose and change a class
    Permission{Right::line_call,     "line.call",       "x . x x x . . x . ."}, // call, start, finish, hold, send on
    Permission{Right::day_turn,      "day.turn",        ". . x x . . . x . ."}, // close and reopen the day
    Permission{Right::card_mint,     "card.mint",       ". . x x x x . x . ."},
    Permission{Right::card_replace,  "card.replace",    ". . x x x . . x . ."}, // and revoke a lost one
    Permission{Right::visitor_forget, "visitor.forget", ". . x x x . . x . ."}, // erase what is kept of whoever holds a card
    Permission{Right::alert_raise,   "alert.raise",     "x . x x x x x x x ."},
    Permission{Right::alert_answer,  "alert.answer",    "x . x x x x x x . ."}, // "I am going"
    Permission{Right::staff_list,    "staff.list",      ". . . . . . . x x ."},
    Permission{Right::staff_change,  "staff.change",    ". . . . . . . . x ."},
    Permission{Right::clinic_grant,  "clinic.grant",    ". . . x x . . . . ."}, // let a colleague open records
    Permission{Right::device_list,   "device.list",     ". . . . . . . . x ."}, // which kiosks, consoles and boards are let in
    Permission{Right::device_change, "device.change",   ". . . . . . . . x ."}, // offer enrolment, rename, revoke
    Permission{Right::device_renew,  "device.renew",    "x x x x x x x x x x"}, // a device asks for itself, whoever stands there
    Permission{Right::record_read,   "record.read",     ". . . x x . . . . ."}, // who holds the clinic key
    Permission{Right::record_write,  "record.write",    ". . . x x . . . . ."},
    Permission{Right::audit_read,    "audit.read",      ". . . . . . . x . ."},
    Permission{Right::totals_read,   "totals.read",     ". . x x x . . x . x"},
    Permission{Right::guidance_see,  "guidance.see",    ". . . x x . . x . ."}, // forms, regimens, rules: never a record
    Permission{Right::stock_see,     "stock.see",       ". . x x x x . x . ."},
    Permission{Right::stock_change,  "stock.change",    ". . . x . . . x . ."}, // receive, count, adjust, waste
    Permission{Right::stock_give,    "stock.give",      ". . x x x x . x . ."}, // hand supplies out; a kiosk counts them, too
    Permission{Right::slip_return,   "slip.return",     ". . x x x x . x . ."}, // a counterfoil came back; at a kiosk, too
    Permission{Right::tracing_see,   "tracing.see",     ". . . . . x . . . ."}, // whom she was asked to look for, and nobody else
    Permission{Right::tracing_tell,  "tracing.tell",    ". . . . . x . . . ."}, // what came of it
};
// clang-format on

/// Whether the table says so. A right without a row is nobody's.
[[nodiscard]] constexpr bool may(Who who, Right right)
{
    for (const auto& row : permission_table) {
        if (row.right == right) {
            return row.answer[static_cast<std::size_t>(who) * 2] == 'x';
        }
    }
    return false;
}

[[nodiscard]] constexpr Who who_in(Role role)
{
    return static_cast<Who>(static_cast<std::size_t>(role) + static_cast<std::size_t>(Who::reception));
}
[[nodiscard]] constexpr bool may(Role role, Right right)
{
    return may(who_in(role), right);
}

/// Whoever may read records holds the clinic key, and nobody else does.
[[nodiscard]] constexpr bool holds_clinic_key(Role role)
{
    return may(role, Right::record_read);
}

[[nodiscard]] std::string_view word(Right right);
[[nodiscard]] std::optional<Right> right_from(std::string_view word);

/// Which fields of the line somebody sees, who sees the line at all.
struct Sight {
    enum class Of { numbers, services_too };
    Of tickets{Of::numbers};
    enum class Alerts { hidden, shown };
    Alerts alerts{Alerts::hidden};
    friend constexpr auto operator<=>(const Sight&, const Sight&) = default;
};
/// nullopt: not the line at all.
[[nodiscard]] constexpr std::optional<Sight> sight_of(Who who)
{
    if (!may(who, Right::line_see)) {
        return std::nullopt;
    }
    return Sight{may(who, Right::line_services) ? Sight::Of::services_too : Sight::Of::numbers,
                 may(who, Right::line_alerts) ? Sight::Alerts::shown : Sight::Alerts::hidden};
}

} // namespace verandah::domain
