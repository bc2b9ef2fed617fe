// SPDX-License-Identifier: Apache-2.0
// The writer's loop: take what has come in, decide each in turn, commit once, answer all.
#include "clinic/store/writer.hpp"

#include "shared/domain/queue/decide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace verandah::store {

namespace {

using domain::Moment;
using domain::Recorded;
using domain::Refusal;

constexpr std::chrono::seconds heartbeat{1}; ///< How often time is looked at when nobody asks for anything.
constexpr std::size_t largest_batch = 512;   ///< Bounds how long the first of a batch waits for the last.

/// Whether a key is too old to know what it was answered, or from a clock that is far off.
std::optional<Refusal> key_refused(const domain::RequestKey& key, const Ledger& ledger, Moment now)
{
    const auto remembered = ledger.line().rules().limits.keys_remembered;
    if (key.made_at() < now.at - remembered || ledger.has_forgotten_keys_of(key.made_at())) {
        return Refusal{Refusal::Why::invalid_input, "the Idempotency-Key has expired; ask anew with a new one"};
    }
    if (key.made_at() > now.at + remembered) {
        return Refusal{Refusal::Why::invalid_input, "the Idempotency-Key is from the future; set the device's clock"};
    }
    return std::nullopt;
}

} // namespace

/// A write or a read on its way, and what came of it.
struct Writer::Work {
    Write write{};
    std::function<void(const Ledger&)> read{};
    std::function<void()> exchange{}; ///< Of journal and ledger; between two batches, never in one.
    std::optional<Refusal> refusal{};
    std::optional<domain::Event> answer{};
    bool failed{false};
    bool answered{false};
};

Writer::Writer(domain::Centre rules, Options options)
    : rules_{std::move(rules)}, options_{std::move(options)}, journal_{options_.open_journal()}
{
    look_back();
}

Writer::~Writer()
{
    stop();
}

void Writer::start()
{
    if (!journal_->opens()) {
        begin_without_past();
    }
    thread_ = std::thread{[this] { run(); }};
}

void Writer::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    ready_.notify_one();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Writer::submit(Write write)
{
    std::unique_lock lock{mutex_};
    if (ended_) {
        lock.unlock();
        write.answer(*ledger_, Unknown{});
        return;
    }
    inbox_.push_back({.write = std::move(write)});
    const bool writer_knows = inbox_.size() > 1;
    lock.unlock();
    if (!writer_knows) {
        ready_.notify_one();
    }
}

void Writer::read(std::function<void(const Ledger&)> read)
{
    {
        const std::lock_guard lock{mutex_};
        if (ended_) {
            return;
        }
        inbox_.push_back({.read = std::move(read)});
    }
    ready_.notify_one();
}

std::vector<Writer::Work> Writer::wait_for_work()
{
    std::unique_lock lock{mutex_};
    ready_.wait_for(lock, heartbeat, [this] { return stopping_ || !inbox_.empty(); });
    std::vector<Work> batch;
    const auto exchange =
        std::ranges::find_if(inbox_, [](const Work& work) { return static_cast<bool>(work.exchange); });
    const auto before_exchange = exchange == inbox_.begin() ? 1 : exchange - inbox_.begin();
    const auto count = std::min(before_exchange, static_cast<std::ptrdiff_t>(largest_batch));
    if (std::ssize(inbox_) <= count) {
        batch.swap(inbox_);
    } else {
        const auto end = inbox_.begin() + count;
        batch.assign(std::make_move_iterator(inbox_.begin()), std::make_move_iterator(end));
        inbox_.erase(inbox_.begin(), end);
    }
    ended_ = stopping_ && batch.empty();
    return batch;
}

void Writer::run()
{
    while (true) {
        auto batch = wait_for_work();
        {
            const std::lock_guard lock{mutex_};
            if (ended_) {
                return;
            }
        }
        std::vector<Recorded> to_append; // kept until it is known to be on the disk
        try {
            handle(batch, to_append);
        } catch (const std::exception& fault) {
            options_.report(fmt::format("the journal could not be written: {}", fault.what()));
            std::ranges::for_each(batch, [](Work& work) { work.failed = true; });
            if (!recover(to_append)) {
                give_up(std::move(batch));
                return;
            }
            answer(batch);
        }
    }
}

void Writer::handle(std::vector<Work>& batch, std::vector<Recorded>& to_append)
{
    if (!batch.empty() && batch.front().exchange) {
        batch.front().answered = true;
        batch.front().exchange();
        return;
    }
    if (journal_->is_log_to_clear()) {
        static_cast<void>(journal_->clear_log()); // somebody was reading; if so still, next time
    }
    const auto now = options_.now();
    Change change{};
    pass_time(now, to_append, change);
    for (auto& work : batch) {
        if (work.write.decide) {
            decide(work, now, to_append, change);
        }
    }
    commit(to_append, change);
    answer(batch);
}

void Writer::commit(std::vector<Recorded>& to_append, Change& change)
{
    if (!to_append.empty()) {
        options_.before_commit(*ledger_);
    }
    journal_->append(to_append); // also nothing: the first time, what was found becomes durable
    committed_ = journal_->position();
    options_.durable(committed_);
    if (to_append.empty()) {
        return;
    }
    change.sequence = ledger_->sequence();
    std::ranges::sort(change.tickets);
    const auto repeated = std::ranges::unique(change.tickets);
    change.tickets.erase(repeated.begin(), repeated.end());
    options_.committed(*ledger_, change);
}

void Writer::decide(Work& work, Moment now, std::vector<Recorded>& to_append, Change& change)
{
    auto& write = work.write;
    if (write.key) {
        if (const auto* known = ledger_->answer_to(*write.key)) {
            work.answer = *known;
            return;
        }
        work.refusal = key_refused(*write.key, *ledger_, now);
        if (work.refusal) {
            return;
        }
    }
    auto events = write.decide(*ledger_, now);
    if (!events) {
        work.refusal = std::move(events).error();
        return;
    }
    for (std::size_t index = 0; index < events->size(); ++index) {
        const bool is_answer = index + 1 == events->size();
        take({(*events)[index], write.actor, is_answer ? write.key : std::nullopt, write.staff}, to_append, change);
    }
    if (!events->empty()) {
        work.answer = std::move(events->back());
    }
}

void Writer::pass_time(Moment now, std::vector<Recorded>& to_append, Change& change)
{
    for (auto& event : domain::decide(ledger_->line(), domain::PassTime{}, now)) {
        take({std::move(event), "hub", std::nullopt}, to_append, change);
    }
}

void Writer::take(Recorded recorded, std::vector<Recorded>& to_append, Change& change)
{
    if (const auto* in_line = std::get_if<domain::LineEvent>(&recorded.event)) {
        std::ranges::copy(domain::touched_by(ledger_->line(), *in_line), std::back_inserter(change.tickets));
        using namespace domain;
        change.day = change.day || std::holds_alternative<DayOpened>(*in_line) ||
                     std::holds_alternative<DayClosed>(*in_line) || std::holds_alternative<DayReopened>(*in_line) ||
                     std::holds_alternative<DayGoneOnWith>(*in_line);
        change.board = true;
    } else if (std::holds_alternative<domain::AlertEvent>(recorded.event)) {
        change.alerts = true;
    }
    ledger_->apply(ledger_->sequence() + 1, recorded);
    to_append.push_back(std::move(recorded));
}

void Writer::exchange(std::function<void()> exchange)
{
    {
        const std::lock_guard lock{mutex_};
        if (ended_) {
            return;
        }
        inbox_.push_back({.exchange = std::move(exchange)});
    }
    ready_.notify_one();
}

void Writer::answer(std::vector<Work>& batch)
{
    for (auto& work : batch) {
        if (std::exchange(work.answered, true)) {
            continue;
        }
        try {
            answer(work);
        } catch (const std::exception& fault) { // whoever asked is at fault, not the journal: everybody else goes on
            options_.report(fmt::format("what was asked for could not be handed over: {}", fault.what()));
        }
    }
    options_.batch_answered();
}

void Writer::answer(Work& work)
{
    if (work.read) {
        work.read(*ledger_);
    } else if (work.failed) {
        work.write.answer(*ledger_, Unknown{});
    } else if (work.refusal) {
        work.write.answer(*ledger_, *work.refusal);
    } else {
        work.write.answer(*ledger_, work.answer ? &*work.answer : nullptr);
    }
}

void Writer::give_up(std::vector<Work> batch)
{
    {
        const std::lock_guard lock{mutex_};
        ended_ = true;
        std::ranges::move(inbox_, std::back_inserter(batch));
        inbox_.clear();
    }
    std::erase_if(batch,
                  [](const Work& work) { return static_cast<bool>(work.read); }); // nothing is known to be durable
    std::ranges::for_each(batch, [](Work& work) { work.failed = true; });
    answer(batch);
    options_.gave_up();
}

} // namespace verandah::store
