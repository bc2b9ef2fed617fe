// SPDX-License-Identifier: Apache-2.0
// The real hub on a disk that fails: system calls are made to fail by strace, and then no more.
#include "tests/faults/shell.hpp"
#include "tests/faults/strace.hpp"
#include "tests/faults/tally.hpp"
#include "tests/hub/patient_device.hpp"
#include "tests/hub/served_centre.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <optional>
#include <set>

namespace verandah::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class RealDisk : public testing::Test {
protected:
    RealDisk()
    {
        centre.serve();
        kiosk.emplace(centre.let_in("kiosk", "kiosk-1"));
        console_bundle = centre.let_in("console", "console-1");
        console.emplace(*console_bundle);
        centre.sign_in(*console_bundle);
    }

    /// The status of a check-in with `key`; keeps the ticket of one that was acknowledged.
    int check_in(const std::string& key)
    {
        const auto answer = kiosk->check_in(key);
        if (answer.status == 201) {
            acknowledged.insert(wire::decode_check_in_receipt(answer.body).value().ticket.value());
        }
        return answer.status;
    }
    [[nodiscard]] std::filesystem::path log() const { return centre.paths().journal().string() + "-wal"; }

    /// Calls fail and a check-in is not acknowledged; once they do not, it is, and everything outlives a kill.
    void fail(const std::vector<std::string>& calls, const std::string& error, const char* fault, const char* name)
    {
        Tally tally{.fault = fault};
        for (; tally.times < 5; ++tally.times) {
            const auto key = fresh_key();
            EXPECT_EQ(check_in(fresh_key()), 201);
            {
                const FailingCalls failing{centre.hub().id(), calls, error, log()};
                EXPECT_EQ(check_in(key), 503);
                EXPECT_EQ(check_in(key), 503);
                EXPECT_EQ(console->ask({.method = "GET", .target = "/v1/line"}).status, 200);
            }
            EXPECT_EQ(check_in(key), 201);
        }
        EXPECT_THAT(centre.log(), HasSubstr("the journal could not be written"));
        centre.cut_off();
        centre.serve();
        centre.sign_in(*console_bundle);
        count(tally);
        leave(tally, name);
    }

    void count(Tally& tally)
    {
        std::multiset<std::int64_t> there;
        for (const auto& view : console->line().tickets) {
            there.insert(view.ticket.id.value());
        }
        tally.acknowledged = acknowledged.size();
        for (const auto ticket : acknowledged) {
            tally.lost += there.contains(ticket) ? 0U : 1U;
        }
        tally.doubled = there.size() - std::min(there.size(), acknowledged.size());
        EXPECT_EQ(tally.lost, 0U);
        EXPECT_EQ(tally.doubled, 0U);
    }

    ServedCentre centre;
    std::optional<PatientDevice> kiosk;
    std::optional<wire::DeviceBundle> console_bundle;
    std::optional<PatientDevice> console;
    std::set<std::int64_t> acknowledged;
};

TEST_F(RealDisk, WhoseSyncsFailAcknowledgesNothingUntilTheySucceed)
{
    fail({"fdatasync", "fsync"}, "EIO", "the hub's syncs fail", "real-failing-sync");
}

TEST_F(RealDisk, ThatIsFullAcknowledgesNothingUntilThereIsRoom)
{
    fail({"pwrite64", "write"}, "ENOSPC", "the hub's disk is full", "real-disk-full");
}

TEST_F(RealDisk, ThatCannotBeReadIsToldFromADamagedJournal)
{
    EXPECT_EQ(check_in(fresh_key()), 201);
    ASSERT_EQ(centre.end().status, 0);

    const auto journal = centre.paths().journal().string();
    for (const auto* command : {"serve --listen 127.0.0.1:0", "rebuild "}) {
        const std::string words{command};
        const auto name = words.substr(0, words.find(' '));
        const auto rest = words.substr(std::min(words.find(' '), words.size()));
        const auto refused =
            shell(fmt::format("ASAN_OPTIONS=detect_leaks=0 timeout 20 strace -f -o /dev/null -P {} "
                              "-e inject=pread64:error=EIO {}/verandah-hub {} {} {} --stick {}",
                              journal, VERANDAH_BIN_DIR, name, centre.paths().root.string(), rest, centre.stick()));
        EXPECT_EQ(refused.status, 1) << refused.said;
        EXPECT_THAT(refused.said, AllOf(HasSubstr(journal), HasSubstr("the disk"), Not(HasSubstr("backup"))));
    }
    centre.serve();
    EXPECT_EQ(check_in(fresh_key()), 201);
}

} // namespace
} // namespace verandah::test
