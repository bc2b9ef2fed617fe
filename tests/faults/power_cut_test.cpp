// SPDX-License-Identifier: Apache-2.0
// The power goes at every write and every sync of the store, and comes back to whatever the disk kept.
#include "shared/vault/random.hpp"
#include "tests/faults/busy_store.hpp"
#include "tests/faults/simulated_files.hpp"
#include "tests/faults/tally.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <optional>
#include <string_view>
#include <utility>

namespace verandah::test {
namespace {

using Chance = std::mt19937_64;

/// A centre as it is just before somebody trips over the cable: its disk, and what it has promised.
struct Morning {
    SimulatedDisk disk;
    Promises promises;
};

/// While it lives, every connection is switched to synchronous=OFF when it is opened, and its own switch does nothing:
/// the store runs as it is, and as careless as SQLite can be.
class SynchronousOff {
public:
    SynchronousOff() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(switch_off)); }
    ~SynchronousOff() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(switch_off)); }
    SynchronousOff(const SynchronousOff&) = delete;
    SynchronousOff& operator=(const SynchronousOff&) = delete;

private:
    static int switch_off(sqlite3* connection, const char** /*why*/, const sqlite3_api_routines* /*api*/)
    {
        sqlite3_exec(connection, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr);
        return sqlite3_set_authorizer(connection, leave_it_off, nullptr);
    }
    static int leave_it_off(void* /*nothing*/, int action, const char* what, const char* /*value*/,
                            const char* /*database*/, const char* /*trigger*/)
    {
        const bool is_the_switch = action == SQLITE_PRAGMA && std::string_view{what} == "synchronous";
        return is_the_switch ? SQLITE_IGNORE : SQLITE_OK;
    }
};

class PowerCuts : public testing::Test {
protected:
    PowerCuts() { vault::initialise(); }

    /// A story with its own seed, from `morning` on: groups of 1 to 30, then the polite end that moves all into the
    /// database. With the power cut at `step`, or never.
    void live(Morning& morning, std::uint64_t seed, std::uint64_t step = 0)
    {
        const SimulatedFiles files{morning.disk};
        Chance chance{seed};
        morning.disk.cut_power_at(step);
        try {
            BusyStore store{journal_file, key, morning.promises};
            for (int group = 0; group < groups && store.ask(1 + chance() % (1 + chance() % 30), chance); ++group) {
            }
        } catch (const std::exception&) {
            EXPECT_TRUE(morning.disk.is_dead()); // it could not even be opened
        }
    }

    /// The power comes back: what is there is counted, asked for again, and counted again after another cut at rest.
    void come_back(Morning& morning, Chance& fate)
    {
        morning.disk.restore_power(fate);
        const SimulatedFiles files{morning.disk};
        count(morning);
        {
            BusyStore store{journal_file, key, morning.promises};
            EXPECT_TRUE(store.ask_again());
            EXPECT_TRUE(store.ask(3, fate));
            morning.disk.cut_power();
        }
        morning.disk.restore_power(fate);
        count(morning);
    }

    void count(const Morning& morning)
    {
        const auto findings = look_into(journal_file, key, morning.promises);
        tally.lost += findings.lost;
        tally.doubled += findings.doubled;
        EXPECT_TRUE(findings.ends_between_groups)
            << findings.events << " events; " << morning.promises.committed << " or " << morning.promises.in_flight;
    }

    /// Cuts at every step of one story after the other, each time from `morning`, until there were `cuts`.
    void cut_at_every_step(const Morning& morning, std::size_t cuts)
    {
        for (std::uint64_t seed = 1; tally.times < cuts && !HasFailure(); ++seed) {
            Morning whole{morning};
            const auto before = whole.disk.steps();
            live(whole, seed);
            const auto steps = whole.disk.steps() - before;
            for (std::uint64_t step = 1; step <= steps && tally.times < cuts && !HasFailure(); ++step) {
                SCOPED_TRACE("seed " + std::to_string(seed) + ", step " + std::to_string(step));
                cut_once(morning, seed, step);
            }
        }
    }

    void cut_once(const Morning& morning, std::uint64_t seed, std::uint64_t step)
    {
        Morning cut{morning};
        live(cut, seed, step);
        Chance fate{seed * 1'000'003 + step};
        ASSERT_NO_THROW(come_back(cut, fate));
        tally.acknowledged += cut.promises.done.size() - morning.promises.done.size();
        ++tally.times;
    }

    /// Sixty stories whose disk or store syncs nothing: what was lost, and how many could not even be read.
    std::pair<std::size_t, std::size_t> live_carelessly(SimulatedDisk::Health health)
    {
        std::size_t lost = 0;
        std::size_t unreadable = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Morning morning;
            morning.disk.be(health);
            live(morning, seed, 60 + seed);
            Chance fate{seed};
            morning.disk.restore_power(fate);
            const SimulatedFiles files{morning.disk};
            try {
                lost += look_into(journal_file, key, morning.promises).lost;
            } catch (const std::exception&) {
                ++unreadable;
            }
        }
        return {lost, unreadable};
    }

    /// A centre whose log is nearly long enough to be moved into the database in the middle of work.
    [[nodiscard]] Morning before_a_checkpoint()
    {
        Morning morning;
        const SimulatedFiles files{morning.disk};
        Chance chance{7};
        const auto log = journal_file.string() + "-wal";
        constexpr std::size_t nearly = (1'000 - 25) * (4'096 + 24);
        BusyStore store{journal_file, key, morning.promises};
        while (!morning.disk.has(log) || morning.disk.size(log) < nearly) {
            store.ask(1, chance);
        }
        morning.disk.cut_power(); // nothing moves when it is closed
        return morning;
    }

    void expect_nothing_lost(const char* name)
    {
        EXPECT_EQ(tally.lost, 0U);
        EXPECT_EQ(tally.doubled, 0U);
        EXPECT_GT(tally.acknowledged, 0U);
        leave(tally, name);
    }

    static constexpr int groups = 12;
    vault::HubKey key = (vault::initialise(), vault::HubKey::make());
    Tally tally{.fault = "power cut"};
};

/// A fifth of all cuts: those about a checkpoint take as long as all the others.
std::size_t fifth_of_cuts()
{
    return times_to_play("VERANDAH_POWER_CUTS", 600) / 5;
}

TEST_F(PowerCuts, LoseNothingAcknowledgedFromTheFirstStartOn)
{
    cut_at_every_step({}, 2 * fifth_of_cuts());

    tally.fault += ", from the first start on";
    expect_nothing_lost("power-cut-new");
}

TEST_F(PowerCuts, LoseNothingAcknowledgedWhileTheLogIsMovedIntoTheDatabase)
{
    auto morning = before_a_checkpoint();
    Chance kept{1};
    morning.disk.restore_power(kept);

    cut_at_every_step(morning, fifth_of_cuts());

    tally.fault += ", about a checkpoint";
    expect_nothing_lost("power-cut-checkpoint");
}

TEST_F(PowerCuts, LoseNothingAcknowledgedAfterAPoliteEnd)
{
    Morning morning;
    live(morning, 3);

    cut_at_every_step(morning, 2 * fifth_of_cuts());

    tally.fault += ", after a polite end";
    expect_nothing_lost("power-cut-ended");
}

// What was written but not synced when the hub was killed is there again, from the kernel's memory: a device that asks
// again is told so, and only a sync makes that true.
TEST_F(PowerCuts, AfterAKillLoseNothingThatWasAcknowledgedOnAskingAgain)
{
    const auto kills = fifth_of_cuts();
    for (std::uint64_t seed = 1; tally.times < kills && !HasFailure(); ++seed) {
        for (std::uint64_t step = 20; step < 60; ++step) {
            Morning morning;
            live(morning, seed, step);
            morning.disk.go_on();
            const SimulatedFiles files{morning.disk};
            {
                BusyStore store{journal_file, key, morning.promises};
                ASSERT_TRUE(store.ask_again());
                morning.disk.cut_power();
            }
            Chance fate{seed + step};
            morning.disk.restore_power(fate);
            count(morning);
            tally.acknowledged += morning.promises.done.size();
            ++tally.times;
        }
    }

    tally.fault = "kill, asking again, power cut";
    expect_nothing_lost("kill-and-power-cut");
}

// The tests of the test: it has to find what a careless disk, or a careless store, loses.

TEST_F(PowerCuts, AreSeenToLoseWhatWasAcknowledgedWhenNothingIsSynced)
{
    const auto [lost, unreadable] = live_carelessly(SimulatedDisk::Health::lying);

    EXPECT_GT(lost, 100U);
    EXPECT_GT(unreadable, 0U);
}

TEST_F(PowerCuts, AreSeenToLoseWhatWasAcknowledgedWhenTheStoreIsSwitchedToSynchronousOff)
{
    const SynchronousOff off;

    const auto [lost, unreadable] = live_carelessly(SimulatedDisk::Health::well);

    EXPECT_GT(lost, 100U);
    EXPECT_GT(unreadable, 0U);
}

} // namespace
} // namespace verandah::test
