// SPDX-License-Identifier: Apache-2.0
// What a centre is: its services, rooms, people's skills, hours and rules of the line, as centre.toml says them.
#pragma once

#include "shared/domain/code.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verandah::domain {

/// Words for the public, by language code ("en", "hi", "ar"). The first language of the centre is always there.
using Words = std::map<std::string, std::string>;

/// Something a visitor can come for. The label is discreet: it may be read over a shoulder (field.md §12).
struct Service {
    /// Finishing this service starts a clock, after which another one is due: a rapid test, then the talk about its
    /// result.
    struct Timer {
        std::chrono::minutes after;
        ServiceCode then;
        friend bool operator==(const Timer&, const Timer&) = default;
    };

    ServiceCode code;
    std::string icon;   ///< A name known to shared/ui/icon.hpp, such as "medical_services".
    std::string colour; ///< teal, sky, plum, sun, leaf or clay: one per kind of service, always with icon and word.
    Words label;        ///< The discreet public label.
    std::chrono::minutes expected{10}; ///< How long it usually takes.
    SkillCode skill;                   ///< What a station needs to give it.
    PriorityCode priority;             ///< The class of somebody who asks for it.
    std::vector<ServiceCode> after;    ///< Precedence: these come first when they are asked for in the same visit.
    std::optional<Timer> timer;
    friend bool operator==(const Service&, const Service&) = default;
};

/// A room or desk that calls people.
struct Station {
    StationCode code;
    std::string sign; ///< What the door says: "2" is shown and spoken as "Room 2".
    std::vector<SkillCode> skills;
    int capacity{1}; ///< How many people it is with at once: 1 for a room, more for a desk or the wash rooms.
    friend bool operator==(const Station&, const Station&) = default;
};

/// A class of the line. Urgent goes strictly first; the others gain `weight` points a minute (field.md §3).
struct PriorityClass {
    enum class Discipline { urgent, accumulating };
    PriorityCode code;
    Words label;
    Discipline discipline{Discipline::accumulating};
    int weight{1}; ///< Points a minute, 1 to 100. Urgent classes have none.
    friend bool operator==(const PriorityClass&, const PriorityClass&) = default;
};

/// A span of one weekday in local time. `to` earlier than or equal to `from` means it ends on the next day.
struct OpenSpan {
    std::chrono::weekday day;
    std::chrono::minutes from; ///< Since local midnight.
    std::chrono::minutes to;
    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// When a station is staffed, and by how many.
struct RosterEntry {
    StationCode station;
    OpenSpan span;
    friend bool operator==(const RosterEntry&, const RosterEntry&) = default;
};

/// The numbers of the line's rules; each may be changed in centre.toml.
struct LineLimits {
    int numbers_per_day = 999;              ///< Ticket numbers run from 1 to this.
    int calls_before_away = 3;              ///< A fourth call marks away instead (field.md §3).
    std::chrono::minutes call_lasts{5};     ///< Nobody came: away.
    int return_after_calls = 2;             ///< Back from away: re-enters after this many calls of others.
    std::chrono::minutes longest_hold{180}; ///< Nobody is put on hold for longer.
    std::chrono::hours keys_remembered{24}; ///< An older Idempotency-Key is refused as expired.
    friend bool operator==(const LineLimits&, const LineLimits&) = default;
};

/// A whole centre. Made by clinic/hub's reader of centre.toml, which refuses any inconsistency: every code named here
/// exists.
struct Centre {
    std::string name;                   ///< For coordinators and reports only; shown nowhere in public.
    std::string time_zone;              ///< IANA name, such as "Asia/Kolkata".
    std::chrono::hours day_boundary{4}; ///< Local hour at which the centre's day changes, 0 to 23.
    std::vector<std::string> languages; ///< Language codes, the usual one first.
    std::vector<PriorityClass> classes; ///< Most urgent first.
    std::vector<Service> services;      ///< In the order in which the kiosk shows them.
    std::vector<Station> stations;
    std::vector<OpenSpan> opening_hours;
    std::vector<RosterEntry> roster;
    LineLimits limits;
    friend bool operator==(const Centre&, const Centre&) = default;
};

} // namespace verandah::domain
