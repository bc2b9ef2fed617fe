// SPDX-License-Identifier: Apache-2.0
// A disk that is full, does not sync or does not read: nothing is acknowledged meanwhile, and all is well afterwards.
#include "shared/vault/random.hpp"
#include "tests/faults/busy_store.hpp"
#include "tests/faults/simulated_files.hpp"
#include "tests/faults/tally.hpp"

#include <gmock/gmock.h>

namespace verandah::test {
namespace {

using Health = SimulatedDisk::Health;

class DiskFaults : public testing::Test {
protected:
    /// A group that is acknowledged; fails the test when it is not.
    void expect_done(BusyStore& store) { EXPECT_TRUE(store.ask(1 + chance() % 8, chance)); }
    /// The same for groups that have been refused.
    void expect_done_again(BusyStore& store) { EXPECT_TRUE(store.ask_again()); }
    /// Nothing is acknowledged, whatever is asked.
    void expect_nothing_done(BusyStore& store, int times)
    {
        const auto before = promises.done.size();
        for (int each = 0; each < times; ++each) {
            store.ask(1 + chance() % 8, chance);
        }
        EXPECT_EQ(promises.done.size(), before);
    }
    /// The power is cut at rest; what the disk kept is counted.
    void count_after_a_power_cut()
    {
        disk.cut_power();
        disk.restore_power(chance);
        const auto findings = look_into(journal_file, key, promises);
        tally.lost += findings.lost;
        tally.doubled += findings.doubled;
        tally.acknowledged = promises.done.size();
    }
    void expect_nothing_lost(const char* fault, const char* name)
    {
        EXPECT_EQ(tally.lost, 0U);
        EXPECT_EQ(tally.doubled, 0U);
        tally.fault = fault;
        leave(tally, name);
    }

    SimulatedDisk disk;
    SimulatedFiles files{disk};
    vault::HubKey key = (vault::initialise(), vault::HubKey::make());
    Promises promises;
    BusyStore::Chance chance{11};
    Tally tally;
};

// What still fits into the log as it is may be acknowledged, and then has to be there.
TEST_F(DiskFaults, NothingAcknowledgedIsLostWhileTheDiskIsFullAndAllIsDoneOnceThereIsRoom)
{
    std::size_t refused = 0;
    for (tally.times = 0; tally.times < 40; ++tally.times) {
        {
            BusyStore store{journal_file, key, promises};
            expect_done(store);
            disk.be(Health::full);
            for (int group = 0; group < 4; ++group) {
                store.ask(1 + chance() % 30, chance);
            }
            refused += promises.unanswered.empty() ? 0U : 1U;
            disk.be(Health::well);
            expect_done_again(store);
            expect_done(store);
            disk.cut_power();
        }
        count_after_a_power_cut();
    }
    EXPECT_GT(refused, 10U);
    expect_nothing_lost("disk full", "disk-full");
}

TEST_F(DiskFaults, NothingIsAcknowledgedWhileNoSyncSucceeds)
{
    for (tally.times = 0; tally.times < 40; ++tally.times) {
        {
            BusyStore store{journal_file, key, promises};
            expect_done(store);
            disk.be(Health::failing_syncs);
            expect_nothing_done(store, 2);
            disk.be(Health::well);
            expect_done_again(store);
            expect_done(store);
        }
        count_after_a_power_cut();
    }
    expect_nothing_lost("failing sync, for a while", "failing-sync");
}

// After a failed sync Linux takes what was not written for written. A log that goes on behind such a gap ends at the
// gap once the power is cut.
TEST_F(DiskFaults, NothingAcknowledgedLaterIsLostBehindWhatAFailedSyncDidNotKeep)
{
    for (tally.times = 0; tally.times < 120; ++tally.times) {
        {
            BusyStore store{journal_file, key, promises};
            expect_done(store);
            disk.fail_next_syncs(1 + static_cast<int>(tally.times % 6));
            for (int group = 0; group < 6; ++group) {
                store.ask(1 + chance() % 8, chance);
            }
            expect_done_again(store);
            expect_done(store);
            disk.cut_power(); // before the polite end, which would move all of it into the database
        }
        count_after_a_power_cut();
    }
    EXPECT_GT(tally.acknowledged, 500U);
    expect_nothing_lost("a few failing syncs, then a power cut", "failing-sync-and-power-cut");
}

TEST_F(DiskFaults, AFileThatCannotBeReadIsTheDisksFaultAndNoDamage)
{
    {
        BusyStore store{journal_file, key, promises};
        expect_done(store);
    }
    disk.be(Health::failing_reads);
    EXPECT_THROW(static_cast<void>(look_into(journal_file, key, promises)), store::DiskFault);

    disk.be(Health::well);
    EXPECT_EQ(look_into(journal_file, key, promises).lost, 0U);
}

// The reads fail only after the file was opened, in the middle of the replay.
TEST_F(DiskFaults, AFileThatCannotBeReadOnIsTheDisksFaultAndNoDamage)
{
    {
        BusyStore store{journal_file, key, promises};
        for (int group = 0; group < 200; ++group) {
            expect_done(store);
        }
    }
    store::Journal journal{journal_file, key};
    disk.be(Health::failing_reads);

    EXPECT_THROW(journal.replay([](domain::Sequence, const domain::Recorded&) {}), store::DiskFault);
}

} // namespace
} // namespace verandah::test
