// SPDX-License-Identifier: Apache-2.0
// The power goes at every write and every sync of a forgetting: she is there whole or gone whole, and gone for good
// once that was said.
#include "clinic/store/journal.hpp"
#include "shared/vault/random.hpp"
#include "tests/faults/busy_store.hpp"
#include "tests/faults/simulated_files.hpp"
#include "tests/faults/tally.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::test {
namespace {

using domain::Recorded;
using domain::Sequence;
using domain::VisitorId;

constexpr VisitorId to_be_forgotten{2};

/// A centre at rest, its past, and how one of its visitors is to be forgotten.
struct CentreWithVisitors {
    SimulatedDisk disk;
    std::vector<Recorded> past;
    std::vector<store::Blot> blots;
    std::vector<std::string> sealed; ///< What stood in her rows.
};

Recorded number_given(int ticket, std::optional<VisitorId> visitor)
{
    return {
        domain::LineEvent{domain::TicketIssued{
            domain::TicketId{ticket}, domain::TicketNumber::make(ticket).value(), noon, routine, {triage}, visitor, 0}},
        "console-1", std::nullopt};
}

Recorded card_made(VisitorId visitor)
{
    domain::CardHash::Bytes bytes{};
    bytes.fill(static_cast<std::byte>(visitor.value()));
    return {domain::CardEvent{domain::CardMinted{domain::CardHash{bytes}, visitor, noon}}, "console-1", std::nullopt};
}

class ForgettingCuts : public testing::Test {
protected:
    using Chance = SimulatedDisk::Chance;

    /// Three visitors with cards, of whom one is to be forgotten, and others before and between them.
    [[nodiscard]] CentreWithVisitors lived(Chance& chance) const
    {
        CentreWithVisitors centre;
        const SimulatedFiles files{centre.disk};
        int tickets = 0;
        for (const VisitorId visitor : {VisitorId{1}, to_be_forgotten, VisitorId{3}}) {
            for (auto others = chance() % 20; others > 0; --others) {
                centre.past.push_back(number_given(++tickets, std::nullopt));
            }
            centre.past.push_back(card_made(visitor));
            centre.past.push_back(number_given(++tickets, visitor));
            if (visitor == to_be_forgotten) {
                const Sequence row = centre.past.size();
                centre.blots = {{row - 1, std::nullopt}, {row, number_given(tickets, std::nullopt)}};
            }
        }
        {
            store::Journal journal{journal_file, key};
            journal.replay([](Sequence, const Recorded&) {});
            const auto half = centre.past.begin() + static_cast<std::ptrdiff_t>(centre.past.size() / 2);
            journal.append(std::vector(centre.past.begin(), half));
            journal.append(std::vector(half, centre.past.end()));
        }
        const SQLite::Database file{journal_file.string(), SQLite::OPEN_READONLY};
        for (const auto& blot : centre.blots) {
            SQLite::Statement read{file, "SELECT sealed FROM journal WHERE sequence = ?"};
            read.bind(1, static_cast<std::int64_t>(blot.row));
            EXPECT_TRUE(read.executeStep());
            centre.sealed.push_back(read.getColumn(0).getString());
        }
        return centre;
    }

    /// Forgets her, with the power cut at `step`, or never. Whether anybody was told that it is done.
    bool forget(CentreWithVisitors& centre, std::uint64_t step = 0)
    {
        const SimulatedFiles files{centre.disk};
        centre.disk.cut_power_at(step);
        try {
            store::Journal journal{journal_file, key};
            journal.replay([](Sequence, const Recorded&) {});
            journal.forget(centre.blots, forgotten);
            const bool is_said = !journal.is_log_to_clear();
            journal.append(std::vector{number_given(900, std::nullopt)}); // the day goes on
            return is_said;
        } catch (const std::exception&) {
            EXPECT_TRUE(centre.disk.is_dead());
            return false;
        }
    }

    /// What the journal says now; it is proved on the way. Rows of which nothing is left are not in it.
    [[nodiscard]] std::vector<Recorded> found(CentreWithVisitors& centre) const
    {
        const SimulatedFiles files{centre.disk};
        std::vector<Recorded> events;
        store::Journal journal{journal_file, key};
        journal.replay([&events](Sequence, const Recorded& recorded) { events.push_back(recorded); });
        journal.append({});
        EXPECT_TRUE(journal.clear_log());
        return events;
    }

    /// The past without her.
    [[nodiscard]] std::vector<Recorded> past_without_her(const CentreWithVisitors& centre) const
    {
        auto past = centre.past;
        past[centre.blots[1].row - 1] = *centre.blots[1].instead;
        past.erase(past.begin() + static_cast<std::ptrdiff_t>(centre.blots[0].row - 1));
        past.push_back(forgotten);
        return past;
    }

    [[nodiscard]] static bool lies_on(const SimulatedDisk& disk, const std::string& bytes)
    {
        return std::ranges::any_of(
            std::array{journal_file.string(), journal_file.string() + "-wal"}, [&](const std::string& file) {
                if (!disk.has(file)) {
                    return false;
                }
                const auto there = disk.bytes(file);
                return std::string_view{reinterpret_cast<const char*>(there.data()), there.size()}.contains(bytes);
            });
    }

    /// Cuts once and looks what is there when the power is back, and once more after a cut at rest.
    void cut_once(const CentreWithVisitors& rest, std::uint64_t step, Chance& fate)
    {
        auto centre = rest;
        const bool is_said = forget(centre, step);
        centre.disk.cut_power();
        for (int times = 0; times < 2; ++times) {
            centre.disk.restore_power(fate);
            auto events = found(centre);
            if (events.back() == number_given(900, std::nullopt)) {
                events.pop_back();
            }
            const bool is_gone = events == past_without_her(rest);
            EXPECT_TRUE(is_gone || events == rest.past) << "she is there in part";
            EXPECT_TRUE(is_gone || !is_said) << "she was said to be gone";
            for (const auto& sealed : rest.sealed) {
                EXPECT_EQ(lies_on(centre.disk, sealed), !is_gone);
            }
            tally.lost += is_said && !is_gone ? 1 : 0;
            centre.disk.cut_power();
        }
        tally.acknowledged += is_said ? 1 : 0;
        ++tally.times;
    }

    vault::HubKey key = (vault::initialise(), vault::HubKey::make());
    Recorded forgotten{domain::ForgettingEvent{domain::VisitorForgotten{to_be_forgotten, noon}}, "console-1",
                       std::nullopt};
    Tally tally{.fault = "power cut, in a forgetting"};
};

TEST_F(ForgettingCuts, LeaveHerThereWholeOrGoneWholeAndGoneOnceThatWasSaid)
{
    const auto cuts = times_to_play("VERANDAH_POWER_CUTS", 600) / 5;
    for (std::uint64_t seed = 1; tally.times < cuts && !HasFailure(); ++seed) {
        Chance chance{seed};
        const auto rest = lived(chance);
        auto whole = rest;
        const auto before = whole.disk.steps();
        ASSERT_TRUE(forget(whole));
        const auto steps = whole.disk.steps() - before;
        for (std::uint64_t step = 1; step <= steps && !HasFailure(); ++step) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", step " + std::to_string(step));
            ASSERT_NO_THROW(cut_once(rest, step, chance));
        }
    }

    EXPECT_EQ(tally.lost, 0U);
    EXPECT_GT(tally.acknowledged, 0U);
    leave(tally, "power-cut-forgetting");
}

// The test of the test: cut early enough she is there still, and at the end she is gone.
TEST_F(ForgettingCuts, FindHerWhereNothingWasForgottenAndNotWhereSheWas)
{
    Chance chance{5};
    auto rest = lived(chance);
    EXPECT_TRUE(lies_on(rest.disk, rest.sealed.front()));
    EXPECT_EQ(found(rest), rest.past);

    ASSERT_TRUE(forget(rest));

    EXPECT_FALSE(lies_on(rest.disk, rest.sealed.front()));
    EXPECT_NE(found(rest), rest.past);
}

} // namespace
} // namespace verandah::test
