// SPDX-License-Identifier: Apache-2.0
// The trail through power cuts: after each one the hub goes on, and nothing looks like fraud.
#include "clinic/store/audit/notary.hpp"
#include "tests/store/audit/audited_journal.hpp"
#include "tests/store/full_disk.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::size_t block = 4'096;
constexpr std::size_t line_length = 102; // of a place that holds a key (audit_key.hpp)

class CheckpointLogTest : public testing::Test {
protected:
    CheckpointLogTest() { centre.live(5); }
    std::string trail() const { return test::read_file(centre.paths().checkpoints); }
    std::string key() const { return test::read_file(centre.paths().key); }
    void restore(const std::string& trail, const std::string& key) const
    {
        test::write_file(centre.paths().checkpoints, trail);
        test::write_file(centre.paths().key, key);
    }
    /// The hub comes back after the cut: it signs on, and the past is whole.
    void expect_to_go_on(std::size_t checkpoints, const std::string& when)
    {
        centre.journal().append(test::some_events(1));
        ASSERT_NO_THROW(centre.sign()) << when;
        EXPECT_THAT(centre.findings(), IsEmpty()) << when;
        EXPECT_EQ(centre.lines().size(), 1 + checkpoints) << when;
    }
    test::AuditedJournal centre;
};

TEST_F(CheckpointLogTest, GoesOnAfterACutAnywhereInTheWritingOfALine)
{
    const auto key_before = key();
    const auto before = trail();
    centre.live(1);
    const auto after = trail();
    for (auto length = before.size(); length < after.size(); ++length) {
        restore(after.substr(0, length), key_before);
        expect_to_go_on(2, "cut at byte " + std::to_string(length));
    }
}

TEST_F(CheckpointLogTest, GoesOnAfterACutBetweenTheLineAndTheNextKey)
{
    const auto key_before = key();
    centre.live(1);
    restore(trail(), key_before);

    expect_to_go_on(3, "between");
}

TEST_F(CheckpointLogTest, GoesOnAfterACutAnywhereInTheWritingOfTheNextKey)
{
    const auto before = key();
    centre.live(1);
    const auto signed_trail = trail();
    const auto after = key();
    const std::size_t filled = after[block] == '-' ? 2 : 1; // the place that the next key went to
    for (std::size_t length = 0; length <= line_length; ++length) {
        auto cut = before;
        cut.replace(filled * block, length, after.substr(filled * block, length));
        restore(signed_trail, cut);
        expect_to_go_on(3, "next key cut at byte " + std::to_string(length));
    }
}

TEST_F(CheckpointLogTest, GoesOnAfterACutAnywhereInTheWipingOfTheOldKeyAndWipesTheRest)
{
    const auto before = key();
    centre.live(1);
    const auto signed_trail = trail();
    const auto after = key();
    const std::size_t wiped = after[block] == '-' ? 1 : 2;
    for (std::size_t length = 0; length <= line_length; ++length) {
        auto cut = after;
        cut.replace(wiped * block + length, line_length - length,
                    before.substr(wiped * block + length, line_length - length));
        restore(signed_trail, cut);
        expect_to_go_on(3, "old key cut at byte " + std::to_string(length));
        EXPECT_THAT(key(), Not(HasSubstr(before.substr(wiped * block, line_length))));
    }
}

TEST_F(CheckpointLogTest, RefusesATrailWhoseEndWasCutAwayAndSaysWhatToDo)
{
    centre.live(1);
    centre.cut_checkpoints(1);

    const auto refused = CheckpointLog::open(centre.paths());

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, AllOf(HasSubstr("the end of the trail is missing"), HasSubstr("audit renew")));
}

TEST_F(CheckpointLogTest, RefusesAKeyThatIsMissing)
{
    std::filesystem::remove(centre.paths().key);

    EXPECT_FALSE(CheckpointLog::open(centre.paths()));
}

TEST_F(CheckpointLogTest, BeginsAnotherTrailBesideTheOldOne)
{
    const auto old = trail();

    begin_trail(centre.paths());

    EXPECT_EQ(test::read_file(centre.paths().earlier().at(0)), old);
    expect_to_go_on(1, "after renewing");
}

class NotaryTest : public CheckpointLogTest {
protected:
    Notary::Options options()
    {
        return {.now = [] { return domain::Instant{48h}; },
                .report =
                    [this](const std::string& line) {
                        ++reports;
                        said = line;
                    }};
    }
    Position grow(int events)
    {
        centre.journal().append(test::some_events(events));
        Journal journal{centre.journal().file(), centre.journal().key(), Access::read_only};
        journal.prove();
        return journal.position();
    }
    CheckpointLog log() const { return CheckpointLog::open(centre.paths()).value(); }
    bool comes_to(std::size_t lines) const
    {
        for (auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
            if (centre.lines().size() == lines) {
                return true;
            }
            std::this_thread::sleep_for(1ms);
        }
        return false;
    }
    std::atomic<int> reports{0};
    std::string said;
};

TEST_F(NotaryTest, SignsAfterSoManyEvents)
{
    Notary notary{centre.paths(), log(), options()};

    notary.note(grow(99));
    EXPECT_FALSE([this] {
        std::this_thread::sleep_for(50ms);
        return centre.lines().size() > 2;
    }());
    notary.note(grow(1));

    EXPECT_TRUE(comes_to(3));
}

TEST_F(NotaryTest, SignsAfterSoLongWhenThereAreNewsAndOnlyThen)
{
    auto soon = options();
    soon.patience = 20ms;
    Notary notary{centre.paths(), log(), std::move(soon)};

    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(centre.lines().size(), 2U);
    notary.note(grow(1));

    EXPECT_TRUE(comes_to(3));
}

TEST_F(NotaryTest, SignsWhatIsNewWhenItIsLetGoOf)
{
    {
        Notary notary{centre.paths(), log(), options()};
        notary.note(grow(1));
    }

    EXPECT_EQ(centre.lines().size(), 3U);
    EXPECT_THAT(centre.findings(), IsEmpty());
}

TEST_F(NotaryTest, SignsNothingTwice)
{
    const auto position = grow(1);
    for (int times = 0; times < 2; ++times) {
        Notary notary{centre.paths(), log(), options()};
        notary.note(position);
    }

    EXPECT_EQ(centre.lines().size(), 3U);
}

TEST_F(NotaryTest, RestsBetweenTwoSignaturesHoweverMuchHappens)
{
    auto long_rest = options();
    long_rest.rest = 1h;
    {
        Notary notary{centre.paths(), log(), std::move(long_rest)};
        notary.note(grow(100));
        ASSERT_TRUE(comes_to(3));
        notary.note(grow(100));
        std::this_thread::sleep_for(50ms);
        EXPECT_EQ(centre.lines().size(), 3U);
    }
    EXPECT_EQ(centre.lines().size(), 4U); // but not when it ends
}

TEST_F(NotaryTest, ReportsAFullDiskOnceAndSignsWhenThereIsRoomAgain)
{
    auto soon = options();
    soon.patience = 10ms;
    const auto position = grow(1);
    {
        Notary notary{centre.paths(), log(), std::move(soon)};
        {
            const test::FullDisk full{std::filesystem::file_size(centre.paths().checkpoints) + 20};
            notary.note(position);
            for (auto until = std::chrono::steady_clock::now() + 10s;
                 reports == 0 && std::chrono::steady_clock::now() < until;) {
                std::this_thread::sleep_for(1ms);
            }
            std::this_thread::sleep_for(100ms); // some more tries
        }
        EXPECT_EQ(reports, 1);
        EXPECT_TRUE(comes_to(3));
    }
    EXPECT_THAT(said, HasSubstr("no checkpoint was signed"));
    EXPECT_THAT(centre.findings(), IsEmpty());
}

} // namespace
} // namespace verandah::store
