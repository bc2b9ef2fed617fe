// SPDX-License-Identifier: Apache-2.0
// What was forgotten stands in the log for as long as somebody reads it; a hub that is killed meanwhile clears it when
// it writes again.
#include "tests/store/forgetting/history.hpp"

#include <gmock/gmock.h>

#include <future>

namespace verandah::store {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A visitor who was forgotten while somebody read the journal, and the files of it as a kill at that moment left them.
class ForgottenLog : public testing::Test {
protected:
    void SetUp() override
    {
        hers = history.mint(1);
        history.check_in(hers);
        const auto forgetting = history.forgetting_of(hers);
        for (const auto& blot : forgetting.rows) {
            stood.push_back(history.sealed(blot.row));
        }
        Journal journal{history.folder().file(), history.folder().key()};
        journal.prove();
        journal.append({}); // the log is clear from here on
        // What she had done is written once more, as it is in a log of a day with others in it.
        SQLite::Database reader{history.folder().file().string(), SQLite::OPEN_READONLY};
        const SQLite::Transaction as_of_now{reader};
        ASSERT_GT(reader.execAndGet("SELECT count(*) FROM journal").getInt(), 0);
        journal.append(std::vector{domain::Recorded{history.live().cards().mint(test::card_of(9), test::noon)->value(),
                                                    "console-1", std::nullopt}});
        journal.forget(forgetting.rows, {forgetting.event, "console-1", std::nullopt});
        ASSERT_TRUE(journal.is_log_to_clear());
        for (const auto* end : {"", "-wal"}) { // the index beside them is made anew
            std::filesystem::copy_file(history.folder().file().string() + end, file.string() + end);
        }
    }
    [[nodiscard]] bool holds_anything_of_hers() const
    {
        return std::ranges::any_of(std::filesystem::directory_iterator{around.path()}, [this](const auto& entry) {
            const auto bytes = test::read_file(entry.path());
            return std::ranges::any_of(
                stood, [&bytes](const std::string& sealed) { return bytes.contains(sealed.substr(0, 40)); });
        });
    }
    [[nodiscard]] std::unique_ptr<Journal> open() const
    {
        return std::make_unique<Journal>(file, history.folder().key());
    }

    test::History history;
    test::TemporaryFolder around;
    std::filesystem::path file = around / "journal.db";
    domain::VisitorId hers{0};
    std::vector<std::string> stood;
};

TEST_F(ForgottenLog, HoldsHerStillWhenTheHubWasKilledJustThen)
{
    EXPECT_TRUE(holds_anything_of_hers()); // or the others here prove nothing
}

TEST_F(ForgottenLog, IsClearedByWhoeverWritesNext)
{
    const auto journal = open();
    journal->prove();
    EXPECT_TRUE(holds_anything_of_hers()); // nothing is changed by opening

    journal->append({});

    EXPECT_FALSE(holds_anything_of_hers());
    EXPECT_FALSE(journal->is_log_to_clear());
}

TEST_F(ForgottenLog, IsClearedByAHubThatStartsLocked)
{
    Journal journal{file, history.folder().public_key()};
    journal.prove();

    journal.append({});

    EXPECT_FALSE(holds_anything_of_hers());
}

TEST_F(ForgottenLog, IsClearedLaterWhenSomebodyReadsAgainAtTheStart)
{
    const auto journal = open();
    journal->prove();
    {
        SQLite::Database reader{file.string(), SQLite::OPEN_READONLY};
        const SQLite::Transaction as_of_now{reader};
        ASSERT_GT(reader.execAndGet("SELECT count(*) FROM journal").getInt(), 0);
        journal->append({});
        EXPECT_TRUE(journal->is_log_to_clear());
    }

    EXPECT_TRUE(journal->clear_log());
    EXPECT_FALSE(holds_anything_of_hers());
}

TEST_F(ForgottenLog, IsClearedByAWriterThatStartsBeforeItAnswersAnything)
{
    Writer writer{test::small_line_centre(),
                  {.now = [] { return test::now; },
                   .committed = [](const Ledger&, const Change&) {},
                   .open_journal = [this] { return open(); }}};
    writer.start();
    std::promise<bool> holds;
    writer.read([this, &holds](const Ledger&) { holds.set_value(holds_anything_of_hers()); });

    EXPECT_FALSE(holds.get_future().get());
}

TEST_F(ForgottenLog, IsClearedByAWriterOnceNobodyReadsItAnyMore)
{
    Writer writer{test::small_line_centre(),
                  {.now = [] { return test::now; },
                   .committed = [](const Ledger&, const Change&) {},
                   .open_journal = [this] { return open(); }}};
    const auto holds = [this, &writer] {
        std::promise<bool> seen;
        writer.read([this, &seen](const Ledger&) { seen.set_value(holds_anything_of_hers()); });
        return seen.get_future().get();
    };
    {
        SQLite::Database reader{file.string(), SQLite::OPEN_READONLY};
        const SQLite::Transaction as_of_now{reader};
        ASSERT_GT(reader.execAndGet("SELECT count(*) FROM journal").getInt(), 0);
        writer.start();
        EXPECT_TRUE(holds());
    }

    EXPECT_FALSE(holds());
}

} // namespace
} // namespace verandah::store
