// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/busy_store.hpp"

#include "clinic/store/journal.hpp"

#include <latch>

namespace verandah::test {

namespace {

using namespace domain;

template <class Item>
const Item& one_of(const std::vector<Item>& items, BusyStore::Chance& chance)
{
    return items[chance() % items.size()];
}

const std::vector<std::vector<ServiceCode>>& wishes()
{
    static const std::vector<std::vector<ServiceCode>> all{{triage}, {kits}, {triage, nurse}, {wash, sample}, {help}};
    return all;
}

/// `command` for any ticket that was issued so far, open or not: many are refused, as in life.
template <class Command>
LineDecision for_some_ticket(const Line& line, Moment at, std::uint64_t which)
{
    const auto count = line.tickets().empty() ? 1 : line.tickets().rbegin()->first.value();
    return decide(line, Command{TicketId{static_cast<std::int64_t>(which % static_cast<std::uint64_t>(count)) + 1}},
                  at);
}

LineDecision any_decision(const Line& line, Moment at, std::uint64_t what, std::uint64_t which)
{
    switch (what % 12) {
    case 0: return decide(line, CallNext{room_1, CallNext::IfBusy::finish_first}, at);
    case 1: return decide(line, CallNext{room_2, CallNext::IfBusy::refuse}, at);
    case 2: return decide(line, CallNext{wash_rooms, CallNext::IfBusy::finish_first}, at);
    case 3: return for_some_ticket<Start>(line, at, which);
    case 4: return for_some_ticket<Finish>(line, at, which);
    case 5: return for_some_ticket<StepAway>(line, at, which);
    case 6: return for_some_ticket<Undo>(line, at, which);
    case 7: return for_some_ticket<Leave>(line, at, which);
    default: return decide(line, CheckIn{.services = wishes()[which % wishes().size()]}, at);
    }
}

Centre large_centre()
{
    auto centre = small_line_centre();
    centre.limits.numbers_per_day = 99'999; // no story here ends because the numbers do
    return centre;
}

} // namespace

BusyStore::BusyStore(const std::filesystem::path& file, const vault::HubKey& key, Promises& promises)
    : promises_{promises}, moment_{promises.settled, today}, writer_{large_centre(), options(file, key)}
{
    writer_.start();
}

BusyStore::~BusyStore()
{
    writer_.stop();
}

store::Writer::Options BusyStore::options(const std::filesystem::path& file, const vault::HubKey& key)
{
    return {.now =
                [this] {
                    const std::lock_guard lock{mutex_};
                    return moment_;
                },
            .committed =
                [this](const store::Ledger&, const store::Change& change) {
                    const std::lock_guard lock{mutex_};
                    promises_.committed = change.sequence;
                    promises_.settled = moment_.at;
                },
            .open_journal = [file, &key] { return std::make_unique<store::Journal>(file, key); }};
}

Ask BusyStore::anything(Chance& chance)
{
    const auto number = ++promises_.keys_made;
    const auto what = chance();
    const auto which = chance();
    return {
        RequestKey::make(promises_.clock, {static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8U),
                                           static_cast<std::uint8_t>(number >> 16U)}),
        [what, which](const Line& line, Moment at) { return any_decision(line, at, what, which); }};
}

bool BusyStore::ask(std::size_t count, Chance& chance)
{
    promises_.clock += std::chrono::milliseconds{chance() % 3'000};
    std::vector<Ask> group;
    for (std::size_t each = 0; each < count; ++each) {
        group.push_back(anything(chance));
    }
    return ask_together(group);
}

bool BusyStore::ask_again()
{
    return ask_together(std::exchange(promises_.unanswered, {}));
}

/// Keeps the writer busy until all of the group has come in, so that it takes the group as one.
bool BusyStore::ask_together(const std::vector<Ask>& group)
{
    std::promise<void> all_in;
    const bool is_held = hold_the_writer(all_in.get_future().share());
    std::latch unanswered{static_cast<std::ptrdiff_t>(group.size())};
    std::vector<char> known(group.size(), 0); // written by the writer's thread, read after the latch
    for (std::size_t each = 0; each < group.size(); ++each) {
        submit(group[each], [&known, &unanswered, each](bool is_known) {
            known[each] = is_known ? 1 : 0;
            unanswered.count_down();
        });
    }
    all_in.set_value();
    unanswered.wait();
    for (std::size_t each = 0; each < group.size(); ++each) {
        if (known[each] == 0) {
            promises_.unanswered.push_back(group[each]);
        }
    }
    return is_held && promises_.unanswered.empty();
}

bool BusyStore::hold_the_writer(std::shared_future<void> until)
{
    auto reached = std::make_shared<std::promise<void>>();
    auto is_reached = reached->get_future();
    writer_.read([this, reached = std::move(reached), until = std::move(until)](const store::Ledger&) {
        {
            const std::lock_guard lock{mutex_};
            moment_ = {promises_.clock, today};
        }
        reached->set_value();
        until.wait();
    });
    try {
        is_reached.get();
        return true;
    } catch (const std::future_error&) { // dropped: the store has given up
        return false;
    }
}

void BusyStore::submit(const Ask& ask, const std::function<void(bool)>& answered)
{
    writer_.submit(
        {.actor = "console-1",
         .key = ask.key,
         .decide = [this, ask](const store::Ledger& ledger, Moment at) -> std::expected<std::vector<Event>, Refusal> {
             auto events = ask.decide(ledger.line(), at);
             promises_.in_flight = ledger.sequence() + (events ? events->size() : 0);
             if (!events) {
                 return std::unexpected{events.error()};
             }
             return std::vector<Event>{events->begin(), events->end()};
         },
         .answer =
             [this, ask, answered](const store::Ledger&, const store::Write::Outcome& outcome) {
                 const auto* event = std::get_if<const Event*>(&outcome);
                 if (event != nullptr && *event != nullptr) {
                     promises_.done.insert_or_assign(ask.key.text(), std::pair{ask.key, **event});
                 }
                 answered(!std::holds_alternative<store::Unknown>(outcome));
             }});
}

Findings look_into(const std::filesystem::path& file, const vault::HubKey& key, const Promises& promises)
{
    Findings findings;
    store::Ledger ledger{large_centre()};
    std::map<std::string, int> times;
    store::Journal journal{file, key};
    journal.replay([&](Sequence sequence, const Recorded& recorded) {
        ledger.apply(sequence, recorded);
        if (recorded.key && ++times[recorded.key->text()] == 2) {
            ++findings.doubled;
        }
    });
    for (const auto& [text, promise] : promises.done) {
        const auto* answer = ledger.answer_to(promise.first);
        if (answer == nullptr || *answer != promise.second) {
            ++findings.lost;
        }
    }
    findings.events = journal.last();
    findings.ends_between_groups = journal.last() == promises.committed || journal.last() == promises.in_flight;
    return findings;
}

} // namespace verandah::test
