// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "past_states.hpp"

#include "sample.hpp"

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using Deed = wire::AuditView::Deed;

constexpr domain::Sequence newest = 48'210;

domain::AccountCode account(std::string_view word)
{
    return domain::AccountCode::make(word).value();
}

/// One of each, as a morning has them.
std::vector<Deed> kinds()
{
    const auto desk = account("desk-1");
    const auto nurse = account("nurse-2");
    return {{.event = 1, .at = {}, .device = "console-1", .staff = desk, .kind = "audit_read"},
            {.event = 1, .at = {}, .device = "console-2", .staff = nurse, .kind = "ticket_started"},
            {.event = 1, .at = {}, .device = "console-2", .staff = nurse, .kind = "ticket_called"},
            {.event = 1, .at = {}, .device = "kiosk-1", .kind = "ticket_issued"},
            {.event = 1,
             .at = {},
             .device = "console-3",
             .staff = account("front-1"),
             .kind = "access_refused",
             .role = domain::Role::reception,
             .right = domain::Right::record_read,
             .left_out = 3},
            {.event = 1,
             .at = {},
             .device = "console-2",
             .staff = nurse,
             .kind = "record_read",
             .record = "ab12cd34000000000000000000000000"},
            {.event = 1, .at = {}, .device = "console-1", .kind = "hub_opened", .way = "words"},
            {.event = 1, .at = {}, .device = "console-1", .kind = "opening_refused", .way = "words", .left_out = 2},
            {.event = 1, .at = {}, .device = "console-2", .staff = nurse, .kind = "hub_locked", .way = "console"},
            {.event = 1,
             .at = {},
             .device = "console-2",
             .staff = nurse,
             .kind = "record_refused",
             .way = "wrong_pictures"},
            {.event = 1, .at = {}, .device = "hub", .kind = "step_became_ready"},
            {.event = 1,
             .at = {},
             .device = "console-1",
             .staff = account("lead-1"),
             .kind = "staff_added",
             .account = account("desk-2"),
             .role = domain::Role::reception},
            {.event = 1, .at = {}, .device = "console-3", .kind = "sign_in_refused", .account = account("front-1")},
            {.event = 1, .at = {}, .device = "kiosk-1", .kind = "alert_raised"},
            {.event = 1, .at = {}, .device = "console-1", .staff = desk, .kind = "ticket_reclassified"},
            {.event = 1, .at = {}, .device = "console-1", .staff = desk, .kind = "staff_signed_in", .account = desk}};
}

void wish(Console& console, const Wish& what)
{
    static_cast<void>(handle(console, what, sample_now));
}
void happens(Console& console, const PastHappening& what)
{
    static_cast<void>(handle(console, what, sample_now));
}

Console opened()
{
    auto console = console_with(busy_line());
    wish(console, ShowPage{Page::past});
    return console;
}

Console with_check(const wire::AuditCheck& check)
{
    auto console = opened();
    happens(console, PastCame{console.looks, {.deeds = sample_deeds(60, newest)}});
    happens(console, CheckCame{console.looks, check});
    return console;
}

Console filtered()
{
    auto console = console_looking_back(60);
    wish(console, AskFilter{});
    wish(console, ChooseOption{0, 5});
    wish(console, ChooseOption{1, 3});
    wish(console, TypeWords{"front-1"});
    wish(console, Confirm{});
    return console;
}

Console asked(Console console, const Wish& what)
{
    wish(console, what);
    return console;
}

Console saving()
{
    auto console = asked(console_looking_back(60), AskSave{});
    happens(console, SaveFolderCame{"/media/desk/STICK"});
    return console;
}

Console saved()
{
    auto console = asked(saving(), Confirm{});
    happens(console, PartCame{console.looks, {.csv = "time", .deeds = 60}});
    happens(console, FileSaved{"/media/desk/STICK/verandah-who-did-what-2026-03-03.csv"});
    return console;
}

Console lost()
{
    auto console = opened();
    happens(console, PastLost{console.looks});
    return console;
}

Console nothing_found()
{
    auto console = filtered();
    happens(console, PastCame{console.looks, {}});
    happens(console, CheckCame{console.looks, sample_check()});
    return console;
}

Console damaged()
{
    auto console = opened();
    happens(console, PastCame{console.looks, {.deeds = sample_deeds(60, newest), .damaged = newest - 60}});
    happens(console, CheckCame{console.looks, sample_check()});
    return console;
}

} // namespace

std::vector<Deed> sample_deeds(std::size_t count, domain::Sequence last)
{
    const auto each = kinds();
    std::vector<Deed> deeds;
    deeds.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
        auto deed = each[index % each.size()];
        deed.event = last - index;
        deed.at = sample_now - 2min * static_cast<int>(index) * static_cast<int>(index + 1);
        deeds.push_back(std::move(deed));
    }
    return deeds;
}

wire::AuditCheck sample_check()
{
    return {.checked_at = sample_now, .events = newest, .signed_event = newest - 12, .signed_at = sample_now - 9min};
}

console::Console console_looking_back(std::size_t count, std::optional<domain::Sequence> next)
{
    auto console = opened();
    happens(console,
            PastCame{console.looks,
                     {.deeds = sample_deeds(count, newest), .next = next, .looked_back_to = sample_now - 72h}});
    if (count >= Past::page || !next) {
        happens(console, CheckCame{console.looks, sample_check()});
    }
    return console;
}

std::vector<std::pair<std::string, console::Console>> every_past_state()
{
    auto failing = sample_check();
    failing.is_signing = false;
    auto changed = sample_check();
    changed.findings = {"event 47000 is not the one that checkpoint 470 signed"};
    auto young = sample_check();
    young.signed_event.reset();
    young.signed_at.reset();
    auto searching = filtered();
    happens(searching, PastCame{searching.looks, {.next = 20'000, .looked_back_to = sample_now - 48h}});
    return {{"list", console_looking_back(300, 300)},
            {"short", console_looking_back(4)},
            {"loading", opened()},
            {"lost", lost()},
            {"filtered", filtered()},
            {"searching", searching},
            {"nothing", nothing_found()},
            {"filter", asked(console_looking_back(60), AskFilter{})},
            {"save", saving()},
            {"saving", asked(saving(), Confirm{})},
            {"saved", saved()},
            {"not-saved",
             [] {
                 auto console = asked(saving(), Confirm{});
                 happens(console, PartCame{console.looks, {.csv = "time", .deeds = 60}});
                 happens(console, FileFailed{});
                 return console;
             }()},
            {"damaged", damaged()},
            {"changed", with_check(changed)},
            {"unsigned", with_check(failing)},
            {"young", with_check(young)}};
}

} // namespace verandah::test
