// SPDX-License-Identifier: Apache-2.0
// A writer with a journal in a folder of its own and a clock set by hand.
#pragma once

#include "clinic/store/writer.hpp"
#include "shared/domain/queue/decide.hpp"
#include "tests/store/journal_folder.hpp"
#include "tests/store/request_keys.hpp"
#include "tests/support/line_builder.hpp"

#include <atomic>
#include <future>
#include <mutex>

namespace verandah::test {

/// Somebody who comes for the first of the services.
inline const domain::CheckIn for_triage{.services = {triage}};

/// What came of a write, kept beyond the answer: the event, nullopt when nothing had to change, a refusal, or not
/// known.
using Result = std::variant<std::optional<domain::Event>, domain::Refusal, store::Unknown>;

class RunningWriter {
public:
    RunningWriter() : writer_{small_line_centre(), options()} { writer_.start(); }

    [[nodiscard]] const JournalFolder& folder() const { return folder_; }
    [[nodiscard]] store::Writer& writer() { return writer_; }
    void set_clock(domain::Moment moment)
    {
        const std::lock_guard lock{mutex_};
        moment_ = moment;
    }
    /// From now on a journal cannot be opened, nor written by whoever opens it anew.
    void lose_the_disk() { lost_ = true; }
    /// Takes the key away, and waits until the writer has let go of it.
    void lock()
    {
        has_key_ = false;
        std::promise<void> done;
        writer_.lock([&done] { done.set_value(); });
        done.get_future().get();
    }
    /// Begins to give the key back: reads the journal up to here.
    [[nodiscard]] store::Reading read() const
    {
        return store::read_beside(
            std::make_unique<store::Journal>(folder_.file(), folder_.key(), store::Access::read_only),
            small_line_centre());
    }
    std::expected<void, domain::Refusal> open(store::Reading reading)
    {
        std::promise<std::expected<void, domain::Refusal>> done;
        writer_.unlock(
            std::move(reading), [this] { return std::make_unique<store::Journal>(folder_.file(), folder_.key()); },
            [this, &done](const std::expected<void, domain::Refusal>& outcome) {
                has_key_ = outcome.has_value();
                done.set_value(outcome);
            });
        return done.get_future().get();
    }
    /// What `look` answers about the ledger.
    template <class Look>
    auto see(Look look)
    {
        std::promise<decltype(look(std::declval<const store::Ledger&>()))> seen;
        writer_.read([&](const store::Ledger& ledger) { seen.set_value(look(ledger)); });
        return seen.get_future().get();
    }
    [[nodiscard]] int times_given_up() const { return given_up_; }
    /// `then` runs on the writer's thread with each report, such as between a failed commit and what is done about it.
    void when_reported(std::function<void()> then)
    {
        const std::lock_guard lock{mutex_};
        when_reported_ = std::move(then);
    }
    [[nodiscard]] std::vector<std::string> reports()
    {
        const std::lock_guard lock{mutex_};
        return reports_;
    }

    /// Submits `command` and hands out what will come of it.
    template <class Command>
    std::future<Result> submit(Command command, std::optional<domain::RequestKey> key = std::nullopt)
    {
        auto promise = std::make_shared<std::promise<Result>>();
        auto result = promise->get_future();
        writer_.submit(
            {.actor = "console-1",
             .key = key,
             .decide = [command](const store::Ledger& ledger,
                                 domain::Moment at) -> std::expected<std::vector<domain::Event>, domain::Refusal> {
                 auto events = decide(ledger.line(), command, at);
                 if (!events) {
                     return std::unexpected{events.error()};
                 }
                 return std::vector<domain::Event>{events->begin(), events->end()};
             },
             .answer = [promise](const store::Ledger&,
                                 const store::Write::Outcome& outcome) { promise->set_value(kept(outcome)); }});
        return result;
    }
    template <class Command>
    Result ask(Command command, std::optional<domain::RequestKey> key = std::nullopt)
    {
        return submit(std::move(command), key).get();
    }

private:
    static Result kept(const store::Write::Outcome& outcome)
    {
        if (const auto* event = std::get_if<const domain::Event*>(&outcome)) {
            return *event == nullptr ? std::optional<domain::Event>{} : std::optional{**event};
        }
        if (const auto* refusal = std::get_if<domain::Refusal>(&outcome)) {
            return *refusal;
        }
        return store::Unknown{};
    }
    store::Writer::Options options()
    {
        return {.now =
                    [this] {
                        const std::lock_guard lock{mutex_};
                        return moment_;
                    },
                .committed = [](const store::Ledger&, const store::Change&) {},
                .open_journal =
                    [this] {
                        if (lost_) {
                            throw std::runtime_error{"the disk is gone"};
                        }
                        return has_key_ ? std::make_unique<store::Journal>(folder_.file(), folder_.key())
                                        : std::make_unique<store::Journal>(folder_.file(), folder_.public_key());
                    },
                .report =
                    [this](const std::string& line) {
                        const std::lock_guard lock{mutex_};
                        reports_.push_back(line);
                        when_reported_();
                    },
                .gave_up = [this] { ++given_up_; }};
    }

    JournalFolder folder_;
    std::mutex mutex_;
    domain::Moment moment_{now};
    std::vector<std::string> reports_;
    std::function<void()> when_reported_ = [] {};
    std::atomic<bool> lost_{false};
    std::atomic<bool> has_key_{true};
    std::atomic<int> given_up_{0};
    store::Writer writer_; ///< Last: its thread uses all of the above.
};

/// The ticket issued or called; nullopt when that is not what happened.
template <class Happened>
[[nodiscard]] std::optional<Happened> happened(const Result& result)
{
    const auto* event = std::get_if<std::optional<domain::Event>>(&result);
    const auto* in_line = event != nullptr && *event ? std::get_if<domain::LineEvent>(&**event) : nullptr;
    const auto* found = in_line == nullptr ? nullptr : std::get_if<Happened>(in_line);
    return found == nullptr ? std::nullopt : std::optional{*found};
}

} // namespace verandah::test
