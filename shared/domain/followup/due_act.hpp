// SPDX-License-Identifier: Apache-2.0
// What staff do about due items, as a visitor's file keeps it: an act, an attempt to find her, the channel she agreed
// to. When and by whom stands in the entry.
#pragma once

#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace verandah::domain {

using FollowupRuleCode = DottedCode<struct FollowupRuleTag>; ///< "hiv.retest"

/// Which item of a file: the rule it is by, and the day of what triggered it. It stays the same whatever is done.
struct DueItemKey {
    FollowupRuleCode rule;
    CentreDay triggered_on;
    friend auto operator<=>(const DueItemKey&, const DueItemKey&) = default;
};

/// Why an item is complete without anything in the record saying so.
enum class CompletedBecause {
    done,             ///< Here, and written down elsewhere.
    done_elsewhere,   ///< By somebody else, as she says.
    no_longer_needed, ///< In the clinician's judgement.
    declined,         ///< She does not want it.
};
inline constexpr std::array every_completed_because{CompletedBecause::done, CompletedBecause::done_elsewhere,
                                                    CompletedBecause::no_longer_needed, CompletedBecause::declined};

enum class PostponedBecause { asked, unwell, away, no_supplies, other };
inline constexpr std::array every_postponed_because{PostponedBecause::asked, PostponedBecause::unwell,
                                                    PostponedBecause::away, PostponedBecause::no_supplies,
                                                    PostponedBecause::other};

struct CompleteItem {
    CompletedBecause because;
    friend bool operator==(const CompleteItem&, const CompleteItem&) = default;
};
struct PostponeItem {
    CentreDay until; ///< The item is due on this day instead.
    PostponedBecause because;
    friend bool operator==(const PostponeItem&, const PostponeItem&) = default;
};
/// An outreach worker looks for her, since she agreed to that; or looks for her again, whatever came of it before.
struct GiveItem {
    static constexpr std::size_t longest_words = 500; ///< Bytes; a sentence or two in any script.

    AccountCode worker;
    std::string words{}; ///< How to find her, as was agreed with her: for the worker's eyes. May be empty.
    std::optional<TracingId> tracing{}; ///< Drawn by the hub. nullopt: given before workers saw what is given to them.
    friend bool operator==(const GiveItem&, const GiveItem&) = default;
};
/// Takes back how the item ended, else that it was given to somebody. Its day and the attempts at finding her stay.
struct ReopenItem {
    friend bool operator==(const ReopenItem&, const ReopenItem&) = default;
};
using DueAct = std::variant<CompleteItem, PostponeItem, GiveItem, ReopenItem>;

struct DueActed {
    DueItemKey item;
    DueAct act;
    friend bool operator==(const DueActed&, const DueActed&) = default;
};

/// How she may be looked for. Nobody is ever looked for by another way, and by none without having agreed.
enum class Channel { none, outreach_worker, buddy };
inline constexpr std::array every_channel{Channel::none, Channel::outreach_worker, Channel::buddy};

/// She said how; the last one holds.
struct ChannelAgreed {
    Channel channel;
    friend bool operator==(const ChannelAgreed&, const ChannelAgreed&) = default;
};

enum class TracingOutcome {
    reached,
    not_reached,
    informant, ///< Somebody else told where things stand.
};
inline constexpr std::array every_tracing_outcome{TracingOutcome::reached, TracingOutcome::not_reached,
                                                  TracingOutcome::informant};

/// What the tracing came to. It ends the tracing, and never what can still be written.
enum class TracingEnd {
    will_come,
    in_care_elsewhere,
    moved_away,
    declined,
    died,
    not_found,
};
inline constexpr std::array every_tracing_end{TracingEnd::will_come,  TracingEnd::in_care_elsewhere,
                                              TracingEnd::moved_away, TracingEnd::declined,
                                              TracingEnd::died,       TracingEnd::not_found};

inline constexpr int most_tracing_attempts = 3;

/// What a worker told: the how-manieth of her answers in this tracing, from 1 on.
struct TracingAnswerId {
    TracingId tracing;
    std::uint32_t answer;
    friend bool operator==(const TracingAnswerId&, const TracingAnswerId&) = default;
};

struct TracingTried {
    DueItemKey item;
    int attempt; ///< 1 to most_tracing_attempts, in order.
    Channel by;
    TracingOutcome outcome;
    std::optional<TracingEnd> end{};
    std::optional<TracingAnswerId> told{}; ///< Written down from what the worker told.
    friend bool operator==(const TracingTried&, const TracingTried&) = default;
};

/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(CompletedBecause because);
[[nodiscard]] std::optional<CompletedBecause> completed_because_from(std::string_view word);
[[nodiscard]] std::string_view word(PostponedBecause because);
[[nodiscard]] std::optional<PostponedBecause> postponed_because_from(std::string_view word);
[[nodiscard]] std::string_view word(Channel channel);
[[nodiscard]] std::optional<Channel> channel_from(std::string_view word);
[[nodiscard]] std::string_view word(TracingOutcome outcome);
[[nodiscard]] std::optional<TracingOutcome> tracing_outcome_from(std::string_view word);
[[nodiscard]] std::string_view word(TracingEnd end);
[[nodiscard]] std::optional<TracingEnd> tracing_end_from(std::string_view word);

} // namespace verandah::domain
