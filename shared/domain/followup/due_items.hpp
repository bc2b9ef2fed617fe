// SPDX-License-Identifier: Apache-2.0
// What is due for one visitor: worked out anew each time from the table, what happened, and what staff did about it.
// Nothing is stored, so a changed table holds for everybody at once and nothing can drift.
#pragma once

#include "shared/domain/care/fact.hpp"
#include "shared/domain/followup/due_act.hpp"
#include "shared/domain/followup/followup_rule.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::domain {

enum class DueState {
    coming,    ///< More than a week ahead.
    this_week, ///< Within the next seven days.
    due,       ///< Its day has come, and the days of grace are not over.
    overdue,
    lost,    ///< 28 days or more after the last day it was missed on.
    expired, ///< Too late for it to be done.
    ended,   ///< Tracing found out that she will not come for it.
    done,
};
inline constexpr std::array every_due_state{DueState::coming, DueState::this_week, DueState::due,   DueState::overdue,
                                            DueState::lost,   DueState::expired,   DueState::ended, DueState::done};
/// Whether staff have something to do about it: due, overdue or lost, or soon.
[[nodiscard]] bool is_open(DueState state);

/// field.md §5: lost to follow-up 28 days or more after the last missed date, which is the day it became overdue.
inline constexpr std::chrono::days lost_after{28};

struct DueItem {
    DueItemKey key;
    FollowupServiceCode service;
    CentreDay due; ///< Postponed: the later day.
    CentreDay overdue_on;
    CentreDay lost_on;
    std::optional<CentreDay> expires_on{};
    DueState state;
    std::optional<FactCode> completed_by{};              ///< Something in the record did.
    std::optional<CompletedBecause> completed_because{}; ///< Somebody said so.
    std::optional<PostponedBecause> postponed_because{};
    std::optional<AccountCode> given_to{};
    std::optional<TracingId>
        tracing{};   ///< As it was last given, unless that was taken back or another day agreed since.
    int attempts{0}; ///< To find her.
    std::optional<TracingEnd> tracing_end{};
    friend bool operator==(const DueItem&, const DueItem&) = default;
};

/// Whether the worker it was given to is still to look for her.
[[nodiscard]] bool is_asked_of_worker(const DueItem& item);

using FollowupAct = std::variant<DueActed, TracingTried>;

/// The items there are on `today`, by due day. Of each rule only the newest trigger makes an open item; older ones are
/// there when they were done, and not otherwise. Acts on items that there are not (any more) change nothing.
/// `history` and `acts` are in the order in which they were written. O(rules × history + items × acts).
[[nodiscard]] std::vector<DueItem> due_items(const FollowupRules& rules, const History& history,
                                             std::span<const FollowupAct> acts, CentreDay today);

/// The permanent words, on the wire.
[[nodiscard]] std::string_view word(DueState state);
[[nodiscard]] std::optional<DueState> due_state_from(std::string_view word);

} // namespace verandah::domain
