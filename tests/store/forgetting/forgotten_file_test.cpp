// SPDX-License-Identifier: Apache-2.0
// Forgetting reaches the clinic's files: hers goes with its key, and those of visits without a card go with their day;
// and so does what a worker was asked about her, once it is over.
#include "tests/store/forgetting/history.hpp"
#include "tests/store/request_keys.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using domain::FileId;
using testing::IsEmpty;
using testing::SizeIs;

/// A visitor with a file of two entries, another with one, and a visit without a card that has one for its day.
class ForgottenFile : public testing::Test {
protected:
    void SetUp() override
    {
        hers = history.mint(1);
        other = history.mint(2);
        history.check_in(std::nullopt);
        begin(her_file, hers);
        write(her_file, 1, 0x11);
        begin(others_file, other);
        write(others_file, 1, 0x22);
        write(her_file, 2, 0x33);
        begin(todays_file, history.live().line().tickets().begin()->first);
        write(todays_file, 1, 0x44);
        history.happen(domain::CareEvent{domain::FactsCounted{domain::SealedBytes(64, std::byte{0x55}), test::noon}});
    }

    void begin(FileId file, const domain::FileOwner& owner)
    {
        const domain::SealedBytes key(72, std::byte{static_cast<unsigned char>(file.value())});
        history.happen(history.live().files().begin(file, owner, key, test::noon).value());
    }
    void write(FileId file, std::uint32_t entry, unsigned char byte)
    {
        history.happen(
            history.live().files().write(file, entry, domain::SealedBytes(300, std::byte{byte}), test::noon).value());
    }
    void next_day()
    {
        history.happen(domain::LineEvent{domain::DayOpened{
            domain::CentreDay{std::chrono::sys_days{test::now.day} + std::chrono::days{1}}, test::noon + 24h}});
    }
    /// What replaying finds in the row of every event about a file.
    std::vector<domain::CareEvent> left()
    {
        std::vector<domain::CareEvent> events;
        history.reader()->replay([&](domain::Sequence, const domain::Recorded& recorded) {
            if (const auto* of_care = std::get_if<domain::CareEvent>(&recorded.event)) {
                events.push_back(*of_care);
            }
        });
        return events;
    }

    static constexpr FileId her_file{101};
    static constexpr FileId others_file{102};
    static constexpr FileId todays_file{103};
    test::History history;
    domain::VisitorId hers{0};
    domain::VisitorId other{0};
};

TEST_F(ForgottenFile, IsGoneWithItsKeyAndEveryEntry)
{
    history.forget(hers);

    for (const auto& event : left()) {
        EXPECT_FALSE(domain::is_in(event, her_file));
    }
    EXPECT_EQ(history.live().files().find(her_file), nullptr);
    EXPECT_TRUE(history.replayed() == history.live());
}

TEST_F(ForgottenFile, LeavesOthersFilesAndWhatWasCounted)
{
    history.forget(hers);
    const auto replayed = history.replayed();

    ASSERT_NE(replayed.files().find(others_file), nullptr);
    EXPECT_THAT(replayed.files().find(others_file)->entries, SizeIs(1));
    EXPECT_NE(replayed.files().find(todays_file), nullptr);
    EXPECT_THAT(left(), SizeIs(5)); // two of the other's, two of the visit's, and what counts
}

TEST_F(ForgottenFile, OfAVisitOfHersIsGoneThoughSheWantedItForTodayOnly)
{
    constexpr FileId of_her_visit{104};
    history.check_in(hers);
    begin(of_her_visit, history.live().line().open_ticket_of(hers).value());
    write(of_her_visit, 1, 0x66);

    history.forget(hers);

    for (const auto& event : left()) {
        EXPECT_FALSE(domain::is_in(event, of_her_visit));
    }
    EXPECT_EQ(history.live().files().find(of_her_visit), nullptr);
    EXPECT_NE(history.live().files().find(todays_file), nullptr); // somebody else's visit
    EXPECT_TRUE(history.replayed() == history.live());
}

TEST_F(ForgottenFile, IsNoMoreKnownByTheKeyWithWhichAVisitOfHersBeganOne)
{
    constexpr FileId of_her_visit{104};
    history.check_in(hers);
    const auto key = test::key_made_at(test::noon, 7);
    history.happen(history.live()
                       .files()
                       .begin(of_her_visit, history.live().line().open_ticket_of(hers).value(),
                              domain::SealedBytes(72, std::byte{1}), test::noon)
                       .value(),
                   key);

    history.forget(hers);

    EXPECT_EQ(history.live().answer_to(key), nullptr);
    EXPECT_TRUE(history.replayed() == history.live());
}

TEST_F(ForgottenFile, OfAVisitWithoutACardIsThereForItsDay)
{
    EXPECT_THAT(history.past().files.rows, IsEmpty());
    EXPECT_EQ(history.past().files.files, 0U);
    EXPECT_NE(history.replayed().files().find(todays_file), nullptr);
}

TEST_F(ForgottenFile, OfAVisitWithoutACardGoesWithItsKeyWhenTheNextDayHasBegun)
{
    next_day();
    const auto [files, rows] = history.past().files;
    EXPECT_EQ(files, 1U);
    ASSERT_THAT(rows, SizeIs(2));

    history.forget({rows, domain::DayFilesForgotten{test::noon + 25h}});

    for (const auto& event : left()) {
        EXPECT_FALSE(domain::is_in(event, todays_file));
    }
    EXPECT_THAT(history.past().files.rows, IsEmpty());
    EXPECT_TRUE(history.replayed() == history.live());
    EXPECT_NE(history.replayed().files().find(her_file), nullptr);
}

/// An outreach worker was asked to look for her, and told something.
class ForgottenTracing : public ForgottenFile {
protected:
    void SetUp() override
    {
        ForgottenFile::SetUp();
        const auto& tracings = history.live().files().tracings();
        history.happen(tracings.give({tracing, her_file, worker, {}, some_words, test::noon}).value());
        history.happen(tracings.tell(tracing, worker, 1, some_words, test::noon).value());
    }
    [[nodiscard]] bool is_left()
    {
        return std::ranges::any_of(left(), [](const domain::CareEvent& event) {
            const auto* given = std::get_if<domain::TracingGiven>(&event);
            return given != nullptr && given->tracing == tracing;
        });
    }

    static constexpr domain::TracingId tracing{909};
    const domain::AccountCode worker = domain::AccountCode::make("out-1").value();
    const domain::SealedBytes some_words = domain::SealedBytes(64, std::byte{0x33});
};

TEST_F(ForgottenTracing, IsThereAsLongAsSheIsToBeLookedFor)
{
    next_day();
    EXPECT_THAT(history.past().files.rows, SizeIs(2)) << "today's file, and nothing of the tracing";
    EXPECT_NE(history.replayed().files().tracings().find(tracing), nullptr);
}

TEST_F(ForgottenTracing, GoesFromItsBeginningToItsEndTheDayAfterItIsOver)
{
    history.happen(domain::CareEvent{domain::TracingOver{tracing, her_file, test::noon}});
    EXPECT_THAT(history.past().files.rows, IsEmpty()) << "on its day";
    next_day();
    const auto rows = history.past().files.rows;
    ASSERT_THAT(rows, SizeIs(5)) << "today's file, and three of the tracing";

    history.forget({rows, domain::DayFilesForgotten{test::noon + 25h}});

    EXPECT_FALSE(is_left());
    for (const auto& event : left()) {
        EXPECT_FALSE(std::holds_alternative<domain::TracingTold>(event) ||
                     std::holds_alternative<domain::TracingOver>(event));
    }
    EXPECT_TRUE(history.replayed() == history.live());
    EXPECT_NE(history.replayed().files().find(her_file), nullptr);
}

TEST_F(ForgottenTracing, GoesWithHer)
{
    history.forget(hers);
    EXPECT_FALSE(is_left());
    EXPECT_EQ(history.live().files().tracings().find(tracing), nullptr);
    EXPECT_TRUE(history.replayed() == history.live());
}

TEST_F(ForgottenFile, IsLookedForNoFurtherThanItMayBe)
{
    int rows = 0;
    const auto two_only = [&] {
        if (++rows == 3) {
            throw std::runtime_error{"locked meanwhile"};
        }
    };
    EXPECT_THROW(static_cast<void>(read_past(*history.reader(), history.live().line().rules(), two_only)),
                 std::runtime_error);
    EXPECT_EQ(rows, 3);

    rows = 0;
    RowsOfVisitor of_hers{history.reader(), hers};
    EXPECT_THROW(of_hers.read_on(two_only), std::runtime_error);
    EXPECT_EQ(rows, 3);
}

} // namespace
} // namespace verandah::store
