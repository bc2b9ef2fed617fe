// SPDX-License-Identifier: Apache-2.0
// Supplies given with a record at the console: off the stock when it is done, and said when the book had too few.
#include "clinic/console/wording/record_words.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using domain::Measured;
using test::Room;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr domain::CentreDay next_year{std::chrono::year{2027} / 12 / 31};

void give(Room& room, std::string_view what, int pieces)
{
    room.does(GiveAnswer{test::field(what), domain::AnswerValue{Measured{std::int64_t{1000} * pieces}}});
}

void finish(Room& room)
{
    room.answer_first_step();
    for (int step = 0; step < 4; ++step) {
        room.does(NextStep{});
    }
    ASSERT_EQ(room.record().stage, Record::Stage::done);
}

std::string trouble(const Room& room)
{
    test::Stage stage{room.console};
    return beyond_words({stage.console, stage.words, test::sample_now});
}

TEST(GivenSupplies, LeaveTheCupboardWhenTheRecordIsDone)
{
    Room room;
    room.hub.receive("condom.male", "A", 100, next_year);
    give(room, "condoms", 20);
    finish(room);

    EXPECT_EQ(room.hub.balance("condom.male"), 80);
    EXPECT_THAT(trouble(room), IsEmpty());
}

TEST(GivenSupplies, OfWhichTheBookHadTooFewAreToldByNameWhenEverythingIsKept)
{
    Room room;
    room.hub.receive("condom.male", "A", 12, next_year);
    give(room, "condoms", 20);
    finish(room);

    EXPECT_EQ(room.hub.balance("condom.male"), 12);
    EXPECT_THAT(trouble(room), HasSubstr("Male condoms"));
    test::Stage stage{room.console};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows(trouble(room)));
}

TEST(GivenSupplies, AreSeenInTheCupboardAtOnce)
{
    Room room;
    room.hub.receive("condom.male", "A", 100, next_year);
    give(room, "condoms", 20);
    finish(room);

    const auto& kept = room.console.stock.view->commodities;
    EXPECT_EQ(std::ranges::find(kept, "condom.male", [](const auto& each) { return each.commodity.view(); })->balance,
              80);
}

TEST(ClosedFile, SaysSoAndKeepsWhatWasTypedOnThePage)
{
    Room room;
    room.answer_first_step();
    room.pass(std::chrono::seconds{3});
    const auto answers = room.record().answers;

    room.hub.refuse_next(domain::Refusal::Why::not_open);
    room.does(test::choose("visit", "first"));
    room.pass(std::chrono::seconds{3});

    EXPECT_EQ(room.record().notice, RecordNotice::closed);
    EXPECT_EQ(room.record().stage, Record::Stage::form);
    EXPECT_NE(room.record().answers, answers); // the last touch stands there still
    EXPECT_EQ(room.hub.file().encounters.at(room.record().encounter).saved.answers, answers);
    test::Stage stage{room.console};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows(
        "This record was closed here, since she has gone. Open it again with her, or from a list with a reason."));
}

TEST(WhatIsGone, IsNotTakenForAFileThatWasClosed)
{
    Room room;
    room.answer_first_step();
    room.hub.refuse_next(domain::Refusal::Why::not_found);
    room.does(ChooseTests{{test::kind("syphilis.rapid")}});

    EXPECT_EQ(room.record().notice, RecordNotice::gone);
    EXPECT_EQ(room.record().stage, Record::Stage::form);
    test::Stage stage{room.console};
    stage.show();
    EXPECT_TRUE(
        stage.rehearsal.shows("What this was about is not there any more. Look at what is there, and try again."));
}

TEST(WhatIsGone, IsLookedForOnceAndNotOverAndOver)
{
    Room room;
    const auto file = *room.record().id;
    const auto look = room.record().look;
    room.does(ChooseTests{{test::kind("syphilis.rapid")}});
    const auto asked_anew = [&](std::vector<Effect> effects) {
        return std::ranges::count_if(effects, [&](const Effect& effect) {
            const auto* of_record = std::get_if<RecordEffect>(&effect);
            const auto* asked = of_record == nullptr ? nullptr : std::get_if<FetchFile>(of_record);
            return asked != nullptr && asked->file == file;
        });
    };
    const RecordHappening gone{RecordRefused{look, domain::Refusal::Why::not_found}};
    room.console.record->under_way = domain::ChannelAgreed{domain::Channel::none};

    EXPECT_EQ(asked_anew(handle(room.console, gone, room.now)), 1);
    EXPECT_EQ(asked_anew(handle(room.console, gone, room.now)), 0); // that looking for it was refused, too
}

} // namespace
} // namespace verandah::console
