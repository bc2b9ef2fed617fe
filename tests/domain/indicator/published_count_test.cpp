// SPDX-License-Identifier: Apache-2.0
// Small counts stay hidden, also from whoever can add and subtract.
#include "shared/domain/indicator/published_count.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <functional>
#include <numeric>

namespace verandah::domain {
namespace {

using State = PublishedCell::State;
using testing::ElementsAre;

constexpr PublishedCell small{State::small, 0};
constexpr PublishedCell withheld{State::withheld, 0};

constexpr PublishedCell shown(int count)
{
    return {State::shown, count};
}

/// In how many ways the hidden cells can be what they are, by trying all; and whether a small one is the same in each.
bool can_be_worked_out(const PublishedTable& table, int total, int smallest_shown)
{
    std::vector<std::vector<int>> ways;
    std::vector<int> way;
    std::function<void(std::size_t, int)> fill = [&](std::size_t at, int left) {
        if (at == table.cells.size()) {
            if (left == 0) {
                ways.push_back(way);
            }
            return;
        }
        const auto& cell = table.cells[at];
        const int from = cell.state == State::shown ? cell.count : cell.state == State::small ? 1 : smallest_shown;
        const int to = cell.state == State::shown ? cell.count : cell.state == State::small ? smallest_shown - 1 : left;
        for (int count = from; count <= std::min(to, left); ++count) {
            way.push_back(count);
            fill(at + 1, left - count);
            way.pop_back();
        }
    };
    fill(0, total);
    for (std::size_t at = 0; at < table.cells.size(); ++at) {
        const bool is_same = std::ranges::all_of(ways, [&](const auto& each) { return each[at] == ways.front()[at]; });
        if (table.cells[at].state == State::small && is_same) {
            return true;
        }
    }
    return false;
}

TEST(PublishedCount, HidesOneToFourAndShowsZero)
{
    EXPECT_EQ(published_count(0), 0);
    for (const int people : {1, 2, 3, 4}) {
        EXPECT_EQ(published_count(people), std::nullopt);
    }
    EXPECT_EQ(published_count(5), 5);
}

TEST(PublishedTable, WithholdsASecondCellSoThatTheFirstCannotBeSubtracted)
{
    const auto table = publish_table(std::vector{40, 3, 12});

    EXPECT_THAT(table.cells, ElementsAre(shown(40), small, withheld));
    EXPECT_EQ(table.total, shown(55));
}

TEST(PublishedTable, WithholdsTheTotalWhenThereIsNoSecondCell)
{
    const auto table = publish_table(std::vector{0, 3, 0});

    EXPECT_THAT(table.cells, ElementsAre(shown(0), small, shown(0)));
    EXPECT_EQ(table.total.state, State::small); // the whole is as small as the part
}

TEST(PublishedTable, WithholdsMoreWhenTwoSmallOnesCanOnlyBeOneAndOne)
{
    const auto table = publish_table(std::vector{20, 1, 1});

    EXPECT_EQ(table.cells.front(), withheld);
}

TEST(PublishedTable, ShowsATableWithoutSmallCountsAsItIs)
{
    const auto table = publish_table(std::vector{20, 0, 7});

    EXPECT_THAT(table.cells, ElementsAre(shown(20), shown(0), shown(7)));
    EXPECT_EQ(table.total, shown(27));
}

TEST(PublishedTable, LetsNoSmallCountBeWorkedOut)
{
    EXPECT_TRUE(rc::check("every small count could be another", [] {
        const int smallest_shown = *rc::gen::inRange(3, 8);
        const auto counts =
            *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 5), rc::gen::inRange(0, 14));
        const auto table = publish_table(counts, smallest_shown);
        const int total = std::accumulate(counts.begin(), counts.end(), 0);
        RC_ASSERT((table.total.state != State::shown || !can_be_worked_out(table, total, smallest_shown)));
    }));
}

TEST(PublishedTable, ShowsNoCountThatIsSmallAndNoneThatIsWrong)
{
    EXPECT_TRUE(rc::check("what is shown is true and large enough", [] {
        const auto counts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20));
        const auto table = publish_table(counts);
        RC_ASSERT(table.cells.size() == counts.size());
        for (std::size_t at = 0; at < counts.size(); ++at) {
            const auto& cell = table.cells[at];
            const bool is_small = counts[at] > 0 && counts[at] < usual_smallest_shown;
            RC_ASSERT((cell.state == State::small) == is_small);
            RC_ASSERT((cell.count == (cell.state == State::shown ? counts[at] : 0)));
        }
    }));
}

} // namespace
} // namespace verandah::domain
