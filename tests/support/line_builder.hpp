// SPDX-License-Identifier: Apache-2.0
// A line made in one sentence, for tests: a small centre, and people who already wait in it.
#pragma once

#include "shared/domain/queue/decide.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::test {

using namespace std::chrono_literals;

inline const auto urgent = domain::PriorityCode::make("urgent").value();
inline const auto soon = domain::PriorityCode::make("soon").value();       ///< 3 points a minute.
inline const auto routine = domain::PriorityCode::make("routine").value(); ///< 1 point a minute.

inline const auto triage = domain::ServiceCode::make("triage").value();
inline const auto nurse = domain::ServiceCode::make("nurse").value();   ///< Comes after triage.
inline const auto sample = domain::ServiceCode::make("sample").value(); ///< 16 minutes later, the talk is due.
inline const auto talk = domain::ServiceCode::make("talk").value();     ///< Comes after sample.
inline const auto wash = domain::ServiceCode::make("wash").value();
inline const auto help = domain::ServiceCode::make("help").value(); ///< Its class is urgent.
inline const auto kits = domain::ServiceCode::make("kits").value(); ///< Its class is soon.
inline const auto unknown_service = domain::ServiceCode::make("nothing").value();

inline const auto room_1 = domain::StationCode::make("room-1").value();      ///< Gives triage, nurse, help and kits.
inline const auto room_2 = domain::StationCode::make("room-2").value();      ///< Gives what room 1 does, and sample.
inline const auto laboratory = domain::StationCode::make("lab").value();     ///< Gives sample and talk.
inline const auto wash_rooms = domain::StationCode::make("showers").value(); ///< Gives wash, to two people at once.
inline const auto unknown_station = domain::StationCode::make("nowhere").value();

inline constexpr domain::CentreDay today{std::chrono::year{2026}, std::chrono::March, std::chrono::day{3}};
inline constexpr domain::Instant noon{std::chrono::sys_days{today} + 12h};
inline constexpr domain::Moment now{noon, today};

inline domain::Moment later(std::chrono::milliseconds by)
{
    return {noon + by, today};
}

inline domain::Service service(domain::ServiceCode code, std::string_view skill, domain::PriorityCode priority)
{
    return {.code = code,
            .icon = "circle",
            .colour = "teal",
            .label = {{"en", code.text()}},
            .skill = domain::SkillCode::make(skill).value(),
            .priority = priority,
            .after = {},
            .timer = std::nullopt};
}

/// One centre with everything in it that the line has rules about.
inline domain::Centre small_line_centre()
{
    using enum domain::PriorityClass::Discipline;
    domain::Centre centre;
    centre.classes = {{.code = test::urgent, .label = {}, .discipline = urgent},
                      {.code = soon, .label = {}, .discipline = accumulating, .weight = 3},
                      {.code = routine, .label = {}, .discipline = accumulating, .weight = 1}};
    centre.services = {service(triage, "care", routine), service(nurse, "care", routine),
                       service(sample, "lab", routine),  service(talk, "talk", routine),
                       service(wash, "wash", routine),   service(help, "care", test::urgent),
                       service(kits, "care", soon)};
    centre.services[1].after = {triage};
    centre.services[2].timer = domain::Service::Timer{16min, talk};
    centre.services[3].after = {sample};
    const auto skill = [](std::string_view word) { return domain::SkillCode::make(word).value(); };
    centre.stations = {{.code = room_1, .sign = "1", .skills = {skill("care")}},
                       {.code = room_2, .sign = "2", .skills = {skill("care"), skill("lab")}},
                       {.code = laboratory, .sign = "3", .skills = {skill("lab"), skill("talk")}},
                       {.code = wash_rooms, .sign = "4", .skills = {skill("wash")}, .capacity = 2}};
    return centre;
}

/// Decides `command`, expects no refusal, and makes it happen. Throws std::bad_expected_access when it was refused.
template <class Command>
domain::LineEvents happen(domain::Line& line, const Command& command, domain::Moment at = now)
{
    domain::LineDecision decision{decide(line, command, at)};
    for (const auto& event : decision.value()) {
        apply(line, event);
    }
    return *std::move(decision);
}

/// A line at noon. Tickets are issued in order of arrival, so ticket 1 is whoever waited longest.
class LineBuilder {
public:
    explicit LineBuilder(domain::Centre centre = small_line_centre()) : centre_{std::move(centre)} {}

    LineBuilder& waiting(domain::PriorityCode priority, std::chrono::milliseconds waited,
                         std::vector<domain::ServiceCode> services = {triage},
                         std::optional<domain::VisitorId> visitor = std::nullopt)
    {
        arrivals_.push_back({waited, {std::move(services), priority, visitor}});
        return *this;
    }

    [[nodiscard]] domain::Line build() const
    {
        domain::Line line{centre_};
        auto arrivals = arrivals_;
        std::ranges::stable_sort(arrivals, std::ranges::greater{}, &Arrival::waited);
        for (const auto& arrival : arrivals) {
            happen(line, arrival.check_in, {noon - arrival.waited, today});
        }
        return line;
    }

private:
    struct Arrival {
        std::chrono::milliseconds waited;
        domain::CheckIn check_in;
    };
    domain::Centre centre_;
    std::vector<Arrival> arrivals_;
};

inline constexpr domain::TicketId ticket_1{1};
inline constexpr domain::TicketId ticket_2{2};
inline constexpr domain::TicketId ticket_3{3};

} // namespace verandah::test
