// SPDX-License-Identifier: Apache-2.0
// The hub under load, when it is new and when it has a long past.
#include "bench/bare_commits.hpp"
#include "bench/history.hpp"
#include "bench/line_load.hpp"
#include "bench/measurements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace verandah::bench {

namespace {

using enum Goal::Bound;

constexpr std::size_t half_a_million = 500'000;
constexpr std::chrono::days two_years{730};
constexpr Effort check_ins_at_32{.connections = 32, .requests = 120'000};

/// The paces of one kind of request, by how many connections asked.
struct Paces {
    Pace at_1, at_8, at_32;
};

void add(Figures& figures, const std::string& name, const Paces& paces, const BareCommits& bare)
{
    const Reference commits{bare.per_second(), "bare SQLite commits, one after the other"};
    const Reference commit_p50{bare.within(0.5).count(), "one bare SQLite commit, p50"};
    const Reference commit_p99{bare.within(0.99).count(), "one bare SQLite commit, p99"};
    for (const auto& [connections, pace] : {std::pair{1, paces.at_1}, {8, paces.at_8}, {32, paces.at_32}}) {
        const auto of = fmt::format("{}_tls_{}", name, connections);
        figures.push_back({of, pace.per_second, "requests/s", commits});
        figures.push_back({of + "_p50_ms", pace.p50.count(), "ms", commit_p50});
        figures.push_back({of + "_p99_ms", pace.p99.count(), "ms", commit_p99});
    }
}

void set_goal(Figures& figures, std::string_view name, Goal goal)
{
    std::ranges::find(figures, name, &Figure::name)->goal = goal;
}

/// The figures of design.md §4 that a new centre has to reach.
Figures of_new_centre(Centre& centre, LineLoad& load, const RunningHub& hub, const Places& places)
{
    load.check_in(hub.address(),
                  {.connections = 8, .requests = 2'000}); // the first requests of a process pay for others
    BareCommits bare{places.folder, centre.journal()};
    bare.commit(1'000);
    const Paces check_in{load.check_in(hub.address(), {.connections = 1, .requests = 3'000}),
                         load.check_in(hub.address(), {.connections = 8, .requests = 60'000}),
                         load.check_in(hub.address(), check_ins_at_32)};
    const Paces call_next{load.call_next(hub.address(), {.connections = 1, .requests = 1'500}),
                          load.call_next(hub.address(), {.connections = 8, .requests = 4'500}),
                          load.call_next(hub.address(), {.connections = 32, .requests = 12'000})};
    bare.commit(1'000); // around the check-ins, because a disk has its moods
    Figures figures;
    add(figures, "check_in", check_in, bare);
    add(figures, "call_next", call_next, bare);
    set_goal(figures, "check_in_tls_32", {at_least, 20'000});
    set_goal(figures, "check_in_tls_32_p99_ms", {at_most, 5});
    set_goal(figures, "check_in_tls_1_p99_ms", {at_most, 4 * bare.within(0.99).count()});
    set_goal(figures, "call_next_tls_32", {at_least, 15'000});
    return figures;
}

/// A centre with years behind it: how it starts, and whether it is as quick as the new one.
Figures of_old_centre(Centre& centre, LineLoad& load, double new_per_second, double new_megabytes)
{
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    write_past(centre, {half_a_million, two_years, today - two_years - std::chrono::days{2}});
    const auto bare_read = bare_read_time(centre.journal());
    Figures figures;
    {
        const RunningHub hub{centre};
        figures.push_back({"start_500k_events_s",
                           hub.start_time().count(),
                           "s",
                           {bare_read.count(), "a bare SELECT over all rows"},
                           Goal{at_most, 2}});
        figures.push_back({"start_500k_events_mb",
                           hub.resident_megabytes(),
                           "MB",
                           {new_megabytes, "the hub with an empty journal"},
                           Goal{at_most, 400}});
    }
    write_past(centre, {half_a_million, two_years, today - std::chrono::days{2}});
    const RunningHub hub{centre};
    load.check_in(hub.address(), {.connections = 8, .requests = 2'000});
    const auto just_started = load.check_in(hub.address(), {.connections = 32, .requests = 60'000});
    figures.push_back(
        {"while_looking_back",
         just_started.per_second,
         "requests/s",
         {new_per_second, "check_in_tls_32 with no past; here the hub looks through 1,000,000 old events"}});
    hub.wait_for_rest();
    const auto pace = load.check_in(hub.address(), check_ins_at_32);
    figures.push_back({"while_looking_back_p99_ms",
                       just_started.p99.count(),
                       "ms",
                       {pace.p99.count(), "the same once the hub has come to rest"}});
    figures.push_back({"no_slowdown",
                       pace.per_second,
                       "requests/s",
                       {new_per_second, "check_in_tls_32 with no past; here 1,000,000 old events"},
                       Goal{at_least, 0.9 * new_per_second}});
    return figures;
}

void append(Figures& figures, Figures more)
{
    std::ranges::move(more, std::back_inserter(figures));
}

} // namespace

Figures measure_hub(const Places& places)
{
    Centre new_centre{places, "new-centre", Size::vast};
    LineLoad new_load{new_centre};
    Figures figures;
    double new_megabytes = 0;
    {
        const RunningHub hub{new_centre};
        new_megabytes = hub.resident_megabytes();
        figures = of_new_centre(new_centre, new_load, hub, places);
        append(figures, measure_feed(new_centre, hub));
    }
    const auto new_per_second = std::ranges::find(figures, "check_in_tls_32", &Figure::name)->value;
    Centre old_centre{places, "old-centre", Size::vast};
    LineLoad old_load{old_centre};
    append(figures, of_old_centre(old_centre, old_load, new_per_second, new_megabytes));
    figures.push_back({"duplicates",
                       static_cast<double>(new_load.duplicates() + old_load.duplicates()),
                       "",
                       {static_cast<double>(new_load.checked() + old_load.checked()), "answers that were checked"},
                       Goal{at_most, 0}});
    return figures;
}

} // namespace verandah::bench
