// SPDX-License-Identifier: Apache-2.0
// The permanent words within acts on due items.
#include "shared/domain/followup/due_act.hpp"

#include "shared/domain/permanent_word.hpp"

#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(CompletedBecause because)
{
    switch (because) {
    case CompletedBecause::done: return "done";
    case CompletedBecause::done_elsewhere: return "done_elsewhere";
    case CompletedBecause::no_longer_needed: return "no_longer_needed";
    case CompletedBecause::declined: return "declined";
    }
    std::unreachable();
}

std::optional<CompletedBecause> completed_because_from(std::string_view text)
{
    return with_word(every_completed_because, text);
}

std::string_view word(PostponedBecause because)
{
    switch (because) {
    case PostponedBecause::asked: return "asked";
    case PostponedBecause::unwell: return "unwell";
    case PostponedBecause::away: return "away";
    case PostponedBecause::no_supplies: return "no_supplies";
    case PostponedBecause::other: return "other";
    }
    std::unreachable();
}

std::optional<PostponedBecause> postponed_because_from(std::string_view text)
{
    return with_word(every_postponed_because, text);
}

std::string_view word(Channel channel)
{
    switch (channel) {
    case Channel::none: return "none";
    case Channel::outreach_worker: return "outreach_worker";
    case Channel::buddy: return "buddy";
    }
    std::unreachable();
}

std::optional<Channel> channel_from(std::string_view text)
{
    return with_word(every_channel, text);
}

std::string_view word(TracingOutcome outcome)
{
    switch (outcome) {
    case TracingOutcome::reached: return "reached";
    case TracingOutcome::not_reached: return "not_reached";
    case TracingOutcome::informant: return "informant";
    }
    std::unreachable();
}

std::optional<TracingOutcome> tracing_outcome_from(std::string_view text)
{
    return with_word(every_tracing_outcome, text);
}

std::string_view word(TracingEnd end)
{
    switch (end) {
    case TracingEnd::will_come: return "will_come";
    case TracingEnd::in_care_elsewhere: return "in_care_elsewhere";
    case TracingEnd::moved_away: return "moved_away";
    case TracingEnd::declined: return "declined";
    case TracingEnd::died: return "died";
    case TracingEnd::not_found: return "not_found";
    }
    std::unreachable();
}

std::optional<TracingEnd> tracing_end_from(std::string_view text)
{
    return with_word(every_tracing_end, text);
}

} // namespace verandah::domain
