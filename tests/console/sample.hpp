// SPDX-License-Identifier: Apache-2.0
// A morning at a centre, made by the line's own rules: for tests and for the gallery of screens.
#pragma once

#include "clinic/console/board/board.hpp"
#include "clinic/console/flow/console.hpp"
#include "shared/domain/queue/decide.hpp"

namespace verandah::test {

inline constexpr domain::CentreDay sample_day{std::chrono::year{2026}, std::chrono::March, std::chrono::day{3}};
inline constexpr domain::Instant sample_now{std::chrono::sys_days{sample_day} + std::chrono::hours{18}};

[[nodiscard]] domain::Centre sample_centre();
[[nodiscard]] wire::CentreView sample_centre_view();
[[nodiscard]] domain::StationCode room(std::string_view code);

/// Eleven people in every state: one with room 2, one urgent, one away, one on hold, one coming back.
[[nodiscard]] domain::Line busy_line();
/// `people` who wait, a minute apart.
[[nodiscard]] domain::Line long_line(int people);

/// The hub's line as it tells a console.
[[nodiscard]] wire::LineView view_of_line(const domain::Line& line, domain::Sequence sequence = 1);

/// Somebody signed in for six more hours, with the rights that the permission table gives the role.
[[nodiscard]] wire::SessionView signed_in(domain::Role role, std::string_view account = "desk-1");
[[nodiscard]] wire::SessionView waiting_for_pin(domain::Role role);
[[nodiscard]] wire::SessionView nobody();
[[nodiscard]] wire::SessionView new_house();
[[nodiscard]] wire::SessionView locked_hub();
/// One open account for each role, and one that is closed; then as many more as make `count`.
[[nodiscard]] wire::StaffView sample_staff(int count = 9);

/// A console in room 2 that is live and knows `line`, with a coordinator at it: she may do everything to the line.
[[nodiscard]] console::Console console_with(const domain::Line& line);
/// The same with somebody else at it, and in a room only when she calls people.
[[nodiscard]] console::Console console_with(const domain::Line& line, const wire::SessionView& session);
/// Live, with nobody in yet.
[[nodiscard]] console::Console console_at_the_door(const wire::SessionView& session);

} // namespace verandah::test
