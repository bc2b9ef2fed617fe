// SPDX-License-Identifier: Apache-2.0
// What has to hold at the end of the morning, asked of the hub and of the onlooker who watched the feed all the time.
#include "tests/journeys/morning.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::journeys {

namespace {

using domain::TicketState;

/// How many times somebody had to be called for where she stands now: once for each step she came to.
int calls_needed(const domain::Ticket& ticket)
{
    return static_cast<int>(std::ranges::count_if(
        ticket.now.steps, [](const domain::Step& step) { return step.stage != domain::Step::Stage::asked; }));
}

Finding called_exactly_once_or_waiting(const std::map<int, Given>& given, const std::map<int, Seen>& seen)
{
    Finding finding{"every number is called exactly once for each thing it is for, or still waits", {}};
    for (const auto& [number, each] : given) {
        const auto found = seen.find(number);
        if (found == seen.end()) {
            finding.broken.push_back(fmt::format("{} was never seen", number));
            continue;
        }
        const int needed = calls_needed(found->second.ticket) + each.times_expected_extra;
        if (found->second.calls != needed) {
            finding.broken.push_back(
                fmt::format("{} was called {} times instead of {}", number, found->second.calls, needed));
        }
    }
    return finding;
}

Finding line_is_who_came(const std::map<int, Given>& given, const wire::LineView& line)
{
    Finding finding{"the line holds everybody who was given a number, and nobody else", {}};
    std::map<int, int> there;
    for (const auto& view : line.tickets) {
        ++there[view.ticket.number.value()];
    }
    for (const auto& [number, each] : given) {
        if (there[number] != 1) {
            finding.broken.push_back(fmt::format("{} of {} is there {} times", number, each.where, there[number]));
        }
    }
    if (line.tickets.size() != given.size()) {
        finding.broken.push_back(fmt::format("{} tickets for {} visitors", line.tickets.size(), given.size()));
    }
    return finding;
}

Finding feed_agrees(const std::map<int, Seen>& seen, const wire::LineView& line)
{
    Finding finding{"who followed the feed through the cut knows what the hub knows", {}};
    for (const auto& view : line.tickets) {
        const int number = view.ticket.number.value();
        const auto found = seen.find(number);
        if (found == seen.end() || found->second.ticket.now != view.ticket.now) {
            finding.broken.push_back(fmt::format("{} stands otherwise", number));
        }
    }
    return finding;
}

} // namespace

std::vector<Finding> Morning::look_back()
{
    std::this_thread::sleep_for(std::chrono::milliseconds{500}); // the feed's last frames
    const auto line = front_desk_->line();
    const auto seen = onlooker_->seen();
    expect("the feed broke once and came back by itself", onlooker_->reconnections() == 1,
           fmt::format("{} times", onlooker_->reconnections()));
    {
        const std::lock_guard lock{mutex_};
        findings_.push_back(line_is_who_came(given_, line));
        findings_.push_back(called_exactly_once_or_waiting(given_, seen));
        findings_.push_back(feed_agrees(seen, line));
    }
    const auto end = [this](const std::string& name, test::Program& program) {
        program.play("quit");
        expect(name + " ends well", program.wait(std::chrono::seconds{10}) == 0, "it did not");
    };
    end("kiosk 1", kiosk_1_->program());
    end("kiosk 2", kiosk_2_->program());
    end("console 1", room_1_->program());
    end("console 2", room_2_->program());
    end("the board", *board_);
    expect("the hub ends well when told to", house_.close() == 0, "it did not");
    expect("a fresh replay of the journal gives the same ledger", house_.command("rebuild") == 0, "it does not");
    return std::move(findings_);
}

} // namespace verandah::journeys
