// SPDX-License-Identifier: Apache-2.0
// Who is next among 10,000: by the line's indexes, and by looking at everybody.
#include "bench/bench_failure.hpp"
#include "bench/measurements.hpp"
#include "bench/share.hpp"
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/domain/journey/journey.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/domain/queue/pick.hpp"

#include <algorithm>
#include <span>

namespace verandah::bench {

namespace {

using namespace domain;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr int waiting = 10'000;
constexpr int calls = 5'000;

/// Visitors by turns of every service and class, one every two seconds.
class BusyLine {
public:
    explicit BusyLine(const domain::Centre& centre) : line_{centre}
    {
        for (int visitor = 0; visitor < waiting; ++visitor) {
            arrive();
        }
    }
    [[nodiscard]] const Line& line() const { return line_; }
    [[nodiscard]] Moment now() const { return now_; }

    void arrive()
    {
        const auto& services = line_.rules().services;
        const auto& classes = line_.rules().classes;
        now_.at += 2s;
        // Urgent is rare; and a number of classes that shares no factor with the services lets every pair occur.
        const auto& priority = arrivals_ % 50 == 0 ? classes.front() : classes.at(1 + arrivals_ % (classes.size() - 1));
        happen(CheckIn{.services = {services.at(arrivals_ / 2 % services.size()).code}, .priority = priority.code});
        ++arrivals_;
    }
    /// Makes what was decided happen, serves whoever was called, and lets somebody else come.
    void go_on(const LineEvents& decided)
    {
        for (const auto& event : decided) {
            apply(line_, event);
        }
        const auto ticket = std::get<TicketCalled>(decided.back()).ticket;
        happen(Start{ticket});
        happen(Finish{ticket});
        arrive();
    }

private:
    template <class Command>
    void happen(const Command& command)
    {
        const auto decided = decide(line_, command, now_);
        if (!decided) {
            throw BenchFailure{"the busy line refuses: " + decided.error().detail};
        }
        for (const auto& event : *decided) {
            apply(line_, event);
        }
    }
    Line line_;
    Moment now_{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h, std::chrono::year{2026} / 3 / 2};
    std::size_t arrivals_ = 0;
};

/// The same question without indexes: everybody is looked at. The points of field.md §3, urgent above all.
std::optional<TicketId> scan_for_next(const Line& line, std::span<const ServiceCode> given_here, Instant at)
{
    std::optional<TicketId> best;
    std::pair<bool, std::chrono::milliseconds::rep> most{false, -1};
    for (const auto& [id, ticket] : line.tickets()) {
        if (ticket.now.state != TicketState::waiting) {
            continue;
        }
        const auto ready = ready_steps(ticket.now.steps, line.rules().services);
        if (std::ranges::find_first_of(ready, given_here) == ready.end()) {
            continue;
        }
        const auto priority = std::ranges::find(line.rules().classes, ticket.now.priority, &PriorityClass::code);
        const std::pair points{priority->discipline == PriorityClass::Discipline::urgent,
                               priority->weight * (at - ticket.now.place).count()};
        if (points > most) {
            most = points;
            best = id;
        }
    }
    return best;
}

/// Its three classes and six services, and as many numbers as it takes.
domain::Centre usual_centre()
{
    auto file = hub::read_centre_text(hub::starting_centre(), "centre.toml");
    if (!file) {
        throw BenchFailure{"the starting centre.toml is refused"};
    }
    file->centre.limits.numbers_per_day = TicketNumber::largest;
    return std::move(file->centre);
}

} // namespace

Figures measure_decision()
{
    const CallNext command{StationCode::make("room-2").value()};
    BusyLine busy{usual_centre()};
    std::vector<Microseconds> decisions;
    std::vector<Microseconds> scans;
    for (int call = 0; call < calls; ++call) {
        const auto begun = Clock::now();
        const auto decided = decide(busy.line(), command, busy.now());
        decisions.emplace_back(Clock::now() - begun);
        if (!decided) {
            throw BenchFailure{"nobody can be called: " + decided.error().detail};
        }
        if (call % 50 == 0) {
            const auto scan_begun = Clock::now();
            const auto scanned = scan_for_next(busy.line(), busy.line().services_of(command.station), busy.now().at);
            scans.emplace_back(Clock::now() - scan_begun);
            if (scanned != std::get<TicketCalled>(decided->back()).ticket) {
                throw BenchFailure{"the line and a look at everybody call different people"};
            }
        }
        busy.go_on(*decided);
    }
    return {{"decide_10k_us",
             within_share(decisions, 0.5).count(),
             "us",
             {within_share(scans, 0.5).count(), "a look at everybody in line"},
             Goal{Goal::Bound::at_most, 20}},
            {"decide_10k_p99_us",
             within_share(decisions, 0.99).count(),
             "us",
             {within_share(scans, 0.99).count(), "a look at everybody in line, p99"}}};
}

} // namespace verandah::bench
