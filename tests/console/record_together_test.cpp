// SPDX-License-Identifier: Apache-2.0
// Two people in one record: what both have answered is kept, and where they differ somebody chooses.
#include "clinic/console/flow/record_merge.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::console {
namespace {

using test::choose;
using test::chosen;
using test::field;
using test::Room;
using testing::SizeIs;

domain::EncounterSaved of_a_colleague(const Record& record, domain::Answers answers)
{
    return {record.encounter,   record.revision + 1,
            {"sti_service", 1}, domain::EncounterSaved::State::draft,
            std::move(answers), {}};
}

TEST(Record, PutsAnswersToDifferentQuestionsTogether)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("pregnancy")] = chosen("no");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));

    room.does(choose("allergy", "none"));
    room.pass(kept_after);
    room.pass(kept_after);

    EXPECT_FALSE(room.record().clash);
    const auto& saved = room.hub.file().encounters.begin()->second.saved.answers;
    EXPECT_EQ(saved.at(field("pregnancy")), chosen("no"));
    EXPECT_EQ(saved.at(field("allergy")), chosen("none"));
}

TEST(Record, ShowsBothWhenTwoAnsweredTheSameAndWritesNothingBeforeSheChose)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("reason")] = chosen("symptoms");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));
    room.does(choose("reason", "follow_up"));
    room.pass(kept_after);
    ASSERT_TRUE(room.record().clash);
    room.pass(kept_after);
    EXPECT_EQ(room.hub.file().encounters.begin()->second.saved.answers.at(field("reason")), chosen("symptoms"));

    room.does(SettleClash{}); // nothing is chosen yet
    EXPECT_TRUE(room.record().clash);
    room.does(SettleField{field("reason"), Clash::Take::mine});
    room.does(SettleClash{});
    room.pass(kept_after);

    EXPECT_FALSE(room.record().clash);
    EXPECT_EQ(room.hub.file().encounters.begin()->second.saved.answers.at(field("reason")), chosen("follow_up"));
    EXPECT_THAT(room.hub.file().encounters.begin()->second.revisions, SizeIs(3));
}

TEST(Record, CanTakeTheColleaguesAnswer)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("reason")] = chosen("symptoms");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));
    room.does(choose("reason", "follow_up"));
    room.pass(kept_after);

    room.does(SettleField{field("reason"), Clash::Take::theirs});
    room.does(SettleClash{});
    room.pass(kept_after);

    EXPECT_EQ(room.record().answers.at(field("reason")), chosen("symptoms"));
}

/// Both have answered why she came, each something else, and the console shows it.
Room in_two_minds()
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("reason")] = chosen("symptoms");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));
    room.does(choose("reason", "follow_up"));
    room.pass(kept_after);
    return room;
}

/// Touches what is called so: what lies on top when two are.
void touch(Room& room, std::string_view label)
{
    test::Stage stage{room.console};
    stage.show();
    const auto& targets = stage.rehearsal.targets();
    const auto top =
        std::find_if(targets.rbegin(), targets.rend(), [&](const ui::Target& target) { return target.label == label; });
    ASSERT_NE(top, targets.rend()) << label;
    const auto at = top->rect.centre();
    const auto draw = [&](ui::Frame& frame) { return stage.draw(frame); };
    static_cast<void>(stage.rehearsal.show(draw, ui::Rehearsal::pointer(ui::Pointer::Phase::pressed, at)));
    const auto answer = stage.rehearsal.show(draw, ui::Rehearsal::pointer(ui::Pointer::Phase::released, at));
    ASSERT_TRUE(answer) << label;
    room.hub.answer(room.console, handle(room.console, *answer, room.now), room.now);
}

TEST(TwoInARecord, AreSettledWithTwoTouches)
{
    auto room = in_two_minds();
    test::Stage stage{room.console};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Two of you have answered this"));
    EXPECT_TRUE(stage.rehearsal.shows("nurse-2"));

    touch(room, "Symptoms"); // hers
    touch(room, "Keep these");
    room.pass(kept_after);

    EXPECT_FALSE(room.record().clash);
    const auto& encounter = room.hub.file().encounters.begin()->second;
    EXPECT_EQ(encounter.saved.answers.at(field("reason")), chosen("symptoms"));
}

TEST(TwoInARecord, BothStayInTheHistoryWhoeverIsTaken)
{
    auto room = in_two_minds();
    touch(room, "Follow-up"); // mine
    touch(room, "Keep these");
    room.pass(kept_after);

    std::vector<domain::AnswerValue> written;
    for (const auto& entry : room.hub.file().entries) {
        if (const auto* saved = std::get_if<domain::EncounterSaved>(&entry.event)) {
            written.push_back(saved->answers.at(field("reason")));
        }
    }
    EXPECT_THAT(written, testing::ElementsAre(chosen("checkup"), chosen("symptoms"), chosen("follow_up")));
}

TEST(TwoInARecord, NothingOfTheFormCanBeTouchedBeforeItIsSettled)
{
    auto room = in_two_minds();
    room.does(choose("visit", "first"));
    room.does(NextStep{});
    EXPECT_FALSE(room.record().answers.contains(field("visit")));
    EXPECT_EQ(room.record().step, 0U);
    EXPECT_TRUE(room.record().clash);
}

TEST(MergedAnswers, KeepWhatEitherHasChangedAndNameWhereBothHave)
{
    EXPECT_TRUE(rc::check("nothing of either is lost unnamed", [] {
        const auto some_answers = [] {
            domain::Answers answers;
            for (const auto* name : {"a", "b", "c", "d"}) {
                if (const int value = *rc::gen::inRange(0, 4); value > 0) {
                    answers[field(name)] = domain::Measured{value};
                }
            }
            return answers;
        };
        const auto value = [](const domain::Answers& answers, const domain::FieldCode& code) {
            const auto found = answers.find(code);
            return found == answers.end() ? std::nullopt : std::optional{found->second};
        };
        const auto base = some_answers();
        const auto mine = some_answers();
        const auto theirs = some_answers();
        const auto merged = merge(base, mine, theirs);
        for (const auto* name : {"a", "b", "c", "d"}) {
            const auto code = field(name);
            const auto after = value(merged.answers, code);
            const bool clashes = std::ranges::find(merged.clashes, code) != merged.clashes.end();
            const bool i_changed = value(mine, code) != value(base, code);
            const bool they_changed = value(theirs, code) != value(base, code);
            RC_ASSERT(!i_changed || after == value(mine, code));
            RC_ASSERT(!they_changed || clashes || after == value(theirs, code));
            RC_ASSERT(!clashes || (i_changed && they_changed && value(mine, code) != value(theirs, code)));
        }
    }));
}

} // namespace
} // namespace verandah::console
