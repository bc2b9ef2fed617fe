// SPDX-License-Identifier: Apache-2.0
// The list beside the backups: by it, a backup of before does not bring anybody back.
#include "clinic/store/forgetting/forgotten_list.hpp"
#include "tests/store/forgetting/history.hpp"

#include <gmock/gmock.h>

namespace verandah::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

/// A centre that was copied before a visitor asked to be forgotten.
class ForgottenList : public testing::Test {
protected:
    void SetUp() override
    {
        hers = history.mint(1);
        history.mint(2);
        history.check_in(hers);
        std::filesystem::copy_file(history.folder().file(), copy);
        history.check_in(std::nullopt);
        history.forget(hers);
    }
    [[nodiscard]] Ledger copied() const
    {
        Ledger ledger{test::small_line_centre()};
        Journal journal{copy, history.folder().key(), Access::read_only};
        replay_into(ledger, journal);
        return ledger;
    }
    [[nodiscard]] std::vector<ForgottenRow> rows() const { return forgotten_rows(history.folder().file()); }

    test::History history;
    test::TemporaryFolder around;
    std::filesystem::path copy = around / "journal.db";
    domain::VisitorId hers{0};
};

TEST_F(ForgottenList, NamesEveryRowOfHers)
{
    std::vector<domain::Sequence> named;
    std::ranges::transform(rows(), std::back_inserter(named), &ForgottenRow::row);

    EXPECT_THAT(named, ElementsAre(1, 4)); // her card, and her ticket
}

TEST_F(ForgottenList, NamesNoneOfADayThatWasForgotten)
{
    const auto before = rows();
    history.decide(domain::PassTime{}, {test::noon + std::chrono::days{1},
                                        domain::CentreDay{std::chrono::sys_days{test::today} + std::chrono::days{1}}});
    history.forget(history.days().known.front());

    EXPECT_EQ(rows(), before);
}

TEST_F(ForgottenList, ForgetsHerAgainInACopyOfBefore)
{
    ASSERT_TRUE(copied().cards().visitor_of(test::card_of(1)));

    EXPECT_EQ(forget_again(copy, history.folder().key(), rows(), test::noon), 1U);

    const auto ledger = copied();
    EXPECT_FALSE(ledger.cards().visitor_of(test::card_of(1)));
    EXPECT_FALSE(ledger.line().open_ticket_of(hers));
    EXPECT_TRUE(ledger.cards().visitor_of(test::card_of(2)));
}

TEST_F(ForgottenList, ForgetsNobodyWhereSheIsForgottenAlready)
{
    EXPECT_EQ(forget_again(history.folder().file(), history.folder().key(), rows(), test::noon), 0U);
}

TEST_F(ForgottenList, ForgetsNobodyInAnotherCentre)
{
    test::History other;
    other.mint(1);

    EXPECT_EQ(forget_again(other.folder().file(), other.folder().key(), rows(), test::noon), 0U);
}

TEST_F(ForgottenList, KeepsWhatStoodInItBefore)
{
    const std::vector earlier{ForgottenRow{9, {std::byte{9}}}};
    ASSERT_TRUE(add_to_forgotten_list(around.path(), earlier, test::noon));
    ASSERT_TRUE(add_to_forgotten_list(around.path(), rows(), test::noon));
    ASSERT_TRUE(add_to_forgotten_list(around.path(), rows(), test::noon)); // the same again adds nothing

    const auto read = read_forgotten_list(around / forgotten_list_name);
    ASSERT_TRUE(read);
    EXPECT_THAT(read->rows, SizeIs(3));
    EXPECT_EQ(read->rows.back(), earlier.front());
}

TEST_F(ForgottenList, SaysOfWhenItIs)
{
    ASSERT_TRUE(add_to_forgotten_list(around.path(), rows(), test::noon));
    EXPECT_EQ(read_forgotten_list(around / forgotten_list_name)->of, test::noon);

    ASSERT_TRUE(add_to_forgotten_list(around.path(), {}, test::noon + std::chrono::hours{1}));

    EXPECT_EQ(read_forgotten_list(around / forgotten_list_name)->of, test::noon + std::chrono::hours{1});
}

TEST_F(ForgottenList, IsReadAsItWasWrittenBeforeItSaidOfWhenItIs)
{
    const store::ForgottenList without_time{rows(), std::nullopt};
    test::write_file(around / forgotten_list_name, text_of(without_time));
    ASSERT_THAT(text_of(without_time), StartsWith("verandah forgotten 1\n000000000001 "));

    EXPECT_EQ(read_forgotten_list(around / forgotten_list_name), without_time);
    ASSERT_TRUE(add_to_forgotten_list(around.path(), {}, test::noon));
    EXPECT_EQ(read_forgotten_list(around / forgotten_list_name), (store::ForgottenList{rows(), test::noon}));
}

TEST_F(ForgottenList, IsThereWhenNobodyWasForgottenYet)
{
    ASSERT_TRUE(add_to_forgotten_list(around.path(), {}, test::noon));

    EXPECT_THAT(read_forgotten_list(around / forgotten_list_name)->rows, IsEmpty());
}

TEST_F(ForgottenList, IsRefusedWhenItWasDamaged)
{
    for (const auto& of : {std::optional<domain::Instant>{}, std::optional{test::noon}}) {
        const auto text = text_of({rows(), of});
        const auto body = text.find('\n') + 1;
        ASSERT_TRUE(forgotten_list_in(text));
        for (std::size_t size = 0; size < text.size(); ++size) {
            const auto cut = forgotten_list_in(std::string_view{text}.substr(0, size));
            EXPECT_TRUE(!cut || cut->rows.size() < rows().size()) << size;
        }
        for (const auto at : {0UZ, 19UZ, body - 2, body - 1, body, body + 4, body + 12, body + 19, text.size() - 1}) {
            auto other = text;
            other[at] = 'x';
            EXPECT_FALSE(forgotten_list_in(other)) << at;
        }
        EXPECT_FALSE(forgotten_list_in(text + text.substr(body))); // not rising
    }
    test::write_file(around / forgotten_list_name, "not a list");
    EXPECT_THAT(add_to_forgotten_list(around.path(), rows(), test::noon).error().detail, HasSubstr("damaged"));
    EXPECT_EQ(test::read_file(around / forgotten_list_name), "not a list"); // nothing is lost by it
}

} // namespace
} // namespace verandah::store
