// SPDX-License-Identifier: Apache-2.0
// Where the writer stands on a journal: finding its end, after a fault too, and going over to one with or without the
// key.
#include "clinic/store/writer.hpp"
#include "shared/files/scrub.hpp"

#include <fmt/format.h>

#include <utility>

namespace verandah::store {

using domain::Moment;
using domain::Recorded;
using domain::Refusal;

void replay_into(Ledger& ledger, Journal& journal)
{
    journal.replay([&ledger](domain::Sequence sequence, const Recorded& recorded) { ledger.apply(sequence, recorded); },
                   [&ledger](domain::Sequence sequence) { ledger.skip(sequence); });
}

Reading read_beside(std::unique_ptr<Journal> journal, domain::Centre rules)
{
    auto ledger = std::make_unique<Ledger>(std::move(rules));
    replay_into(*ledger, *journal);
    return {std::move(journal), std::move(ledger)};
}

domain::DayGoneOnWith go_on_with_a_new_day(domain::Sequence last, Moment now)
{
    return {now.day, domain::TicketId{static_cast<std::int64_t>(last) + 1}, 1, now.at};
}

/// Finds the journal's end, and as much of what was before as can be known.
void Writer::look_back()
{
    if (journal_->opens()) {
        auto ledger = std::make_unique<Ledger>(rules_);
        replay_into(*ledger, *journal_);
        ledger_ = std::move(ledger);
    } else {
        journal_->prove();
        ledger_ = std::make_unique<Ledger>(Ledger::without_past(rules_, journal_->last(), options_.now().at));
    }
    committed_ = journal_->position();
}

void Writer::begin_without_past()
{
    std::vector<Recorded> to_append;
    Change change{};
    const domain::LineEvent gone_on = options_.go_on(ledger_->sequence(), options_.now());
    take({gone_on, "hub", std::nullopt}, to_append, change);
    commit(to_append, change);
}

bool Writer::recover(const std::vector<Recorded>& unwritten)
{
    try {
        journal_.reset();
        journal_ = options_.open_journal();
        if (journal_->opens()) {
            look_back();
        } else {
            go_on_blindly(unwritten);
        }
        all_changed();
        options_.report("the journal was opened anew; nothing acknowledged is lost");
        return true;
    } catch (const std::exception& fault) {
        options_.report(fmt::format("the journal could not be opened again: {}", fault.what()));
        return false;
    }
}

/// Without the key the ledger cannot be made anew. It has applied what may be missing on the disk, so that is written
/// again unless it is there.
void Writer::go_on_blindly(const std::vector<Recorded>& unwritten)
{
    ledger_->forget_people();
    journal_->prove();
    if (journal_->position() == committed_) {
        options_.before_commit(*ledger_); // it may be what failed
        journal_->append(unwritten);
    } else if (journal_->last() != committed_.last + unwritten.size()) {
        throw DamagedJournal{journal_->last(), "it ends where this hub never left it"};
    }
    committed_ = journal_->position();
}

/// Devices may have missed what did get to the disk, or see another line now: let them fetch everything anew.
void Writer::all_changed()
{
    options_.committed(
        *ledger_,
        {.sequence = ledger_->sequence(), .tickets = {}, .day = true, .board = true, .alerts = true, .anew = true});
}

void Writer::go_over_to(std::unique_ptr<Journal> journal)
{
    journal->go_on_from(committed_);
    journal_ = std::move(journal);
}

void Writer::lock(std::function<void()> done)
{
    exchange([this, done = std::move(done)] {
        ledger_->forget_people();
        files::scrub_stack(); // this thread decided about cards
        journal_.reset();     // first: one connection at a time writes and checkpoints
        try {
            go_over_to(options_.open_journal());
        } catch (const std::exception&) {
            done(); // locked it is; what is wrong with the disk, recovering will say
            throw;
        }
        all_changed();
        done();
    });
}

void Writer::unlock(Reading reading, std::function<std::unique_ptr<Journal>()> open,
                    std::function<void(std::expected<void, Refusal>)> done)
{
    const auto shared = std::make_shared<Reading>(std::move(reading)); // a std::function has to be copyable
    exchange([this, shared, open = std::move(open), done = std::move(done)] {
        try {
            replay_into(*shared->ledger, *shared->journal);
        } catch (const std::exception& fault) { // nothing was exchanged yet
            done(domain::refuse(Refusal::Why::conflict, fault.what()));
            return;
        }
        shared->journal.reset();
        journal_.reset();
        try {
            go_over_to(open());
        } catch (const std::exception& fault) {
            done(domain::refuse(Refusal::Why::conflict, fault.what()));
            throw; // and recovered from, without the key
        }
        ledger_ = std::move(shared->ledger);
        all_changed();
        done({});
    });
}

void Writer::forget(std::string actor, std::optional<domain::AccountCode> staff,
                    std::function<std::expected<Forgetting, Refusal>(const Ledger&, Moment)> find,
                    std::function<void(std::expected<void, Refusal>)> done)
{
    exchange([this, actor = std::move(actor), staff, find = std::move(find), done = std::move(done)] {
        auto found = journal_->opens()
                         ? find(*ledger_, options_.now())
                         : domain::refuse(Refusal::Why::conflict, "the hub is locked; open it, then ask again");
        if (!found) {
            done(std::unexpected{std::move(found.error())});
            return;
        }
        try {
            Recorded why{found->event, actor, std::nullopt, staff};
            forget_now(std::move(*found), std::move(why));
        } catch (const std::exception& fault) {
            done(domain::refuse(Refusal::Why::conflict, fmt::format("the disk failed ({}); ask again", fault.what())));
            throw; // and recovered from
        }
        done({});
    });
}

void Writer::forget_now(Forgetting forgetting, Recorded why)
{
    std::vector<Recorded> event;
    Change change{};
    const auto* visitor = std::get_if<domain::VisitorForgotten>(&forgetting.event);
    for (const auto& [id, ticket] : ledger_->line().tickets()) {
        if (visitor != nullptr && ticket.visitor == visitor->visitor) {
            change.tickets.push_back(id);
        }
    }
    take(std::move(why), event, change);
    options_.before_commit(*ledger_);
    journal_->forget(forgetting.rows, event.front());
    committed_ = journal_->position();
    options_.durable(committed_);
    change.sequence = ledger_->sequence();
    change.alerts = visitor == nullptr; // an old one that nobody answered may be gone
    options_.committed(*ledger_, change);
}

} // namespace verandah::store
