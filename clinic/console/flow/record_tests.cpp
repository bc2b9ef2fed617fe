// SPDX-License-Identifier: Apache-2.0
// Tests of a record: ordered with a touch, a second one says where from, a third what came out.
#include "clinic/console/flow/record_care.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/session_acts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::console {

namespace {

using domain::TestMethod;
using domain::TestMove;
using domain::TestStep;

bool is_read_here(const domain::TestKind& kind)
{
    return kind.method == TestMethod::point_of_care || kind.method == TestMethod::microscopy;
}

/// Orders what the strip holds from one specimen. What is read beside her waits for its result; the rest was taken, and
/// goes to the laboratory.
Effects order(Console& console, const domain::SpecimenCode& specimen, domain::Instant now)
{
    auto& record = *console.record;
    auto strip = *std::exchange(record.strip, std::nullopt);
    Effects effects;
    const auto put = [&](domain::FileEvent event) {
        std::ranges::move(write(console, std::move(event), now), std::back_inserter(effects));
    };
    for (const auto& code : strip.kinds) {
        const auto* kind = domain::find_test(*tests_of(console), code);
        const auto test = next_test(record);
        put(domain::TestOrdered{test, code, specimen});
        if (is_read_here(*kind)) {
            strip.ordered.push_back({test, code});
        } else {
            put(domain::TestMoved{test, TestMove::take});
        }
    }
    strip.kinds.clear();
    if (!strip.ordered.empty()) {
        record.strip = std::move(strip);
    }
    return effects;
}

/// The strip for what was ordered before: its result, if it still has none.
std::optional<TestStrip> strip_for_results(const Console& console, const std::vector<domain::TestCode>& kinds,
                                           domain::Instant now)
{
    TestStrip strip;
    for (const auto& kind : kinds) {
        const auto test = test_today(console, kind, now);
        if (test && test->course->step != TestStep::told) {
            strip.ordered.push_back({test->id, kind});
        }
    }
    return strip.ordered.empty() ? std::nullopt : std::optional{std::move(strip)};
}

/// Ordered, in the file or on its way there.
bool is_ordered(const Console& console, const domain::TestCode& kind, domain::Instant now)
{
    const auto orders_it = [&](const domain::FileEvent& event) {
        const auto* ordered = std::get_if<domain::TestOrdered>(&event);
        return ordered != nullptr && ordered->kind == kind;
    };
    const auto& record = *console.record;
    return test_today(console, kind, now) || std::ranges::any_of(record.to_write, orders_it) ||
           (record.under_way && orders_it(*record.under_way));
}

/// What came out of the first test of the strip; the next one's result is asked for then.
Effects result(Console& console, const domain::TestResult& came_out, domain::Instant now)
{
    auto& record = *console.record;
    const auto test = record.strip->ordered.front().test;
    const auto known = record.file.tests.find(test);
    const bool is_correction = known != record.file.tests.end() &&
                               (known->second.step == TestStep::resulted || known->second.step == TestStep::told);
    record.strip->ordered.erase(record.strip->ordered.begin());
    record.strip->assays = {};
    if (record.strip->ordered.empty()) {
        record.strip.reset();
    }
    return write(console, domain::TestMoved{test, is_correction ? TestMove::correct : TestMove::result, came_out}, now);
}

} // namespace

std::vector<Effect> handle_care(Console& console, const ChooseTests& wish, domain::Instant now)
{
    auto& record = *console.record;
    const auto* sheet = tests_of(console);
    record.cursor = Cursor{Cursor::At::tests, std::nullopt};
    const bool is_shown =
        record.strip && (record.strip->kinds == wish.kinds ||
                         (!record.strip->ordered.empty() &&
                          std::ranges::find(wish.kinds, record.strip->ordered.front().kind) != wish.kinds.end()));
    record.strip.reset();
    if (sheet == nullptr || is_shown) {
        return {};
    }
    TestStrip strip;
    for (const auto& kind : wish.kinds) {
        if (domain::find_test(*sheet, kind) != nullptr && !is_ordered(console, kind, now)) {
            strip.kinds.push_back(kind);
        }
    }
    if (strip.kinds.empty()) {
        record.strip = strip_for_results(console, wish.kinds, now);
        return {};
    }
    record.strip = std::move(strip);
    const auto specimens = specimens_asked(console);
    return specimens.size() == 1 ? order(console, specimens.front(), now) : Effects{};
}

std::vector<Effect> handle_care(Console& console, const ShowTests& wish, domain::Instant)
{
    console.record->tests = wish.which;
    return {};
}

std::vector<Effect> handle_care(Console& console, const ChooseSpecimen& wish, domain::Instant now)
{
    const auto specimens = specimens_asked(console);
    const bool may_be = std::ranges::find(specimens, wish.specimen) != specimens.end();
    return may_be ? order(console, wish.specimen, now) : Effects{};
}

std::vector<Effect> handle_care(Console& console, const ReadAssay& wish, domain::Instant now)
{
    using domain::HivNext;
    const auto* kind = kind_asked(console);
    if (kind == nullptr || kind->strategy != domain::TestKind::Strategy::hiv_three_assays) {
        return {};
    }
    auto& assays = console.record->strip->assays;
    switch (domain::after(assays).value_or(HivNext::do_a1)) {
    case HivNext::do_a1: assays.a1 = wish.reaction; break;
    case HivNext::do_a2: assays.a2 = wish.reaction; break;
    case HivNext::repeat_a1: assays.a1_again = wish.reaction; break;
    case HivNext::do_a3: assays.a3 = wish.reaction; break;
    case HivNext::negative:
    case HivNext::positive:
    case HivNext::inconclusive: break;
    }
    const auto next = domain::after(assays).value_or(HivNext::do_a1);
    if (!domain::is_concluded(next)) {
        return {};
    }
    using enum domain::TestOutcome;
    return result(console,
                  {next == HivNext::positive   ? positive
                   : next == HivNext::negative ? negative
                                               : inconclusive},
                  now);
}

std::vector<Effect> handle_care(Console& console, const ChooseResult& wish, domain::Instant now)
{
    const auto* kind = kind_asked(console);
    const bool may_be = kind != nullptr && domain::can_result_in(*kind, wish.result);
    return may_be ? result(console, wish.result, now) : Effects{};
}

std::vector<Effect> handle_care(Console& console, const CloseStrip&, domain::Instant)
{
    console.record->strip.reset();
    return {};
}

std::vector<Effect> handle_care(Console& console, const TellResults&, domain::Instant now)
{
    Effects effects;
    for (const auto& each : results_to_tell(console)) {
        const domain::FileEvent told{domain::TestMoved{each.id, TestMove::tell}};
        const auto& record = *console.record;
        const bool waits =
            std::ranges::find(record.to_write, told) != record.to_write.end() || record.under_way == told;
        if (!waits) {
            std::ranges::move(write(console, told, now), std::back_inserter(effects));
        }
    }
    return effects;
}

} // namespace verandah::console
