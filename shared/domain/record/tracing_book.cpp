// SPDX-License-Identifier: Apache-2.0
// Each tracing from being given to being over.
#include "shared/domain/record/tracing_book.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

using Why = Refusal::Why;

const Tracing* TracingBook::find(TracingId tracing) const
{
    const auto found = tracings_.find(tracing);
    return found == tracings_.end() ? nullptr : &found->second;
}

std::expected<CareEvent, Refusal> TracingBook::give(TracingGiven given) const
{
    if (find(given.tracing) != nullptr) {
        return refuse(Why::conflict, "another tracing has this id");
    }
    return CareEvent{std::move(given)};
}

std::expected<CareEvent, Refusal> TracingBook::tell(TracingId tracing, const AccountCode& worker, std::uint32_t answer,
                                                    SealedBytes sealed, Instant at) const
{
    const auto* found = find(tracing);
    if (found == nullptr || found->worker != worker) {
        return refuse(Why::not_found, "this is not asked of her, or not any more");
    }
    if (answer != found->answers + 1) {
        return refuse(Why::conflict, "something was told meanwhile");
    }
    return CareEvent{TracingTold{tracing, found->file, answer, std::move(sealed), at}};
}

std::expected<CareEvent, Refusal> TracingBook::take_up(FileId file, const TracingAnswerId& answer, Instant at) const
{
    const auto* found = find(answer.tracing);
    if (found == nullptr || found->file != file || !found->waiting || found->answers != answer.answer) {
        return refuse(Why::conflict, "this answer does not wait any more");
    }
    return CareEvent{TracingTakenUp{answer.tracing, file, answer.answer, at}};
}

std::vector<CareEvent> TracingBook::end_others(FileId file, std::span<const TracingId> asked, Instant at) const
{
    std::vector<CareEvent> events;
    for (const auto& [id, tracing] : tracings_) {
        if (tracing.file == file && std::ranges::find(asked, id) == asked.end()) {
            events.emplace_back(TracingOver{id, file, at});
        }
    }
    return events;
}

void TracingBook::forget(FileId file)
{
    std::erase_if(tracings_, [file](const auto& each) { return each.second.file == file; });
}

void TracingBook::take(const TracingGiven& event)
{
    tracings_.insert_or_assign(event.tracing,
                               Tracing{event.file, event.worker, event.sealed_to, event.sealed, event.at});
}

void TracingBook::take(const TracingTold& event)
{
    if (const auto found = tracings_.find(event.tracing); found != tracings_.end()) {
        found->second.answers = event.answer;
        found->second.waiting = Tracing::Waiting{event.sealed, event.at};
    }
}

void TracingBook::take(const TracingTakenUp& event)
{
    if (const auto found = tracings_.find(event.tracing); found != tracings_.end()) {
        ++found->second.taken_up;
        found->second.waiting.reset();
    }
}

void TracingBook::take(const TracingOver& event)
{
    tracings_.erase(event.tracing);
}

} // namespace verandah::domain
