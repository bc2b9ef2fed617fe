// SPDX-License-Identifier: Apache-2.0
// A visitor's own pictures at a console that is turned to her: chosen twice the same, and touched in place of the card.
#include "record_states.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace verandah::console {
namespace {

using test::does;
using test::RecordHub;
using test::Stage;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using Said = PicturePad::Said;

constexpr std::array hers{3, 17, 4, 22};

void touch(Console& console, RecordHub& hub, const std::array<int, 4>& pictures)
{
    for (const auto picture : pictures) {
        does(console, hub, TouchPicture{picture});
    }
}

/// A record of today that is done.
Console done_with_a_record(RecordHub& hub)
{
    auto console = test::console_in_a_record(hub);
    for (const auto& [field, choice] : std::initializer_list<std::pair<const char*, const char*>>{
             {"reason", "checkup"}, {"visit", "revisit"}, {"allergy", "none"}, {"pregnancy", "no"}}) {
        does(console, hub, test::choose(field, choice));
    }
    for (int step = 0; step < 4; ++step) {
        does(console, hub, NextStep{});
    }
    return console;
}

/// She has chosen hers, and is with somebody again.
Console chosen_and_back(RecordHub& hub)
{
    auto console = done_with_a_record(hub);
    does(console, hub, ChoosePictures{});
    touch(console, hub, hers);
    touch(console, hub, hers);
    does(console, hub, CloseRecord{});
    does(console, hub, OpenRecord{});
    return console;
}

TEST(PicturePads, KeepPicturesThatAreTwiceTheSame)
{
    RecordHub hub;
    auto console = done_with_a_record(hub);
    ASSERT_EQ(console.record->stage, Record::Stage::done);
    does(console, hub, ChoosePictures{});
    touch(console, hub, hers);
    EXPECT_FALSE(hub.file().pictures);
    touch(console, hub, hers);

    EXPECT_TRUE(hub.file().pictures);
    EXPECT_FALSE(console.record->pad);
}

TEST(PicturePads, BeginAgainWhenTheSecondTimeIsNotAsTheFirst)
{
    RecordHub hub;
    auto console = done_with_a_record(hub);
    does(console, hub, ChoosePictures{});
    touch(console, hub, hers);
    touch(console, hub, {3, 17, 22, 4});

    ASSERT_TRUE(console.record->pad);
    EXPECT_EQ(console.record->pad->said, Said::not_the_same);
    EXPECT_THAT(console.record->pad->first, IsEmpty());
    EXPECT_FALSE(hub.file().pictures);
}

TEST(PicturePads, TakeNotOnePictureFourTimes)
{
    RecordHub hub;
    auto console = done_with_a_record(hub);
    does(console, hub, ChoosePictures{});
    touch(console, hub, {5, 5, 5, 5});

    EXPECT_EQ(console.record->pad->said, Said::one_picture);
    EXPECT_THAT(console.record->pad->first, IsEmpty());
}

TEST(PicturePads, OpenHerRecordInPlaceOfTheCard)
{
    RecordHub hub;
    auto console = chosen_and_back(hub);
    ASSERT_EQ(console.record->stage, Record::Stage::card);
    does(console, hub, AskPictures{});
    touch(console, hub, hers);

    EXPECT_EQ(console.record->stage, Record::Stage::form);
    EXPECT_FALSE(console.record->pad);
    EXPECT_FALSE(console.record->is_of_today);
}

TEST(PicturePads, LetHerTryAgainAfterWrongOnes)
{
    RecordHub hub;
    auto console = chosen_and_back(hub);
    does(console, hub, AskPictures{});
    touch(console, hub, {1, 2, 3, 4});
    EXPECT_EQ(console.record->stage, Record::Stage::card);
    EXPECT_EQ(console.record->pad->said, Said::not_hers);
    touch(console, hub, hers);

    EXPECT_EQ(console.record->stage, Record::Stage::form);
}

TEST(PicturePads, SayWhenThereAreNone)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    does(console, hub, AskPictures{});
    touch(console, hub, hers);

    EXPECT_EQ(console.record->pad->said, Said::none_chosen);
    does(console, hub, ClosePictures{});
    EXPECT_EQ(console.record->stage, Record::Stage::card);
    EXPECT_FALSE(console.record->pad);
}

TEST(PicturePads, TakeBackTheLastOne)
{
    RecordHub hub;
    auto console = chosen_and_back(hub);
    does(console, hub, AskPictures{});
    does(console, hub, TouchPicture{3});
    does(console, hub, TouchPicture{9});
    does(console, hub, UntouchPicture{});
    for (const auto picture : {17, 4, 22}) {
        does(console, hub, TouchPicture{picture});
    }

    EXPECT_EQ(console.record->stage, Record::Stage::form);
}

TEST(PicturePads, TakeNoPictureThatThereIsNot)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    does(console, hub, AskPictures{});
    for (const auto picture : {0, -1, 25, 4'000}) {
        does(console, hub, TouchPicture{picture});
    }
    EXPECT_THAT(console.record->pad->touched, IsEmpty());
}

TEST(PicturePads, SayWhenTheHubHasNotKeptThem)
{
    RecordHub hub;
    auto console = done_with_a_record(hub);
    does(console, hub, ChoosePictures{});
    touch(console, hub, hers);
    hub.refuse_next(domain::Refusal::Why::conflict);
    touch(console, hub, hers);

    EXPECT_EQ(console.record->pad->said, Said::not_kept);
    EXPECT_FALSE(hub.file().pictures);
}

TEST(PicturePads, AreNotOpenedInTheMiddleOfARecord)
{
    RecordHub hub;
    auto console = test::console_in_a_record(hub);
    does(console, hub, AskPictures{});
    does(console, hub, ChoosePictures{});
    EXPECT_FALSE(console.record->pad);
}

TEST(PicturePads, ShowNothingOfTheRecordToHerNorWhichPicturesWereTouched)
{
    RecordHub hub;
    Stage stage{done_with_a_record(hub), "en"};
    does(stage.console, hub, ChoosePictures{});
    does(stage.console, hub, TouchPicture{3});
    stage.show();

    std::vector<std::string> words;
    for (const auto& text : stage.rehearsal.painter().texts()) {
        words.push_back(text.words);
    }
    EXPECT_THAT(words, Contains("Choose four pictures"));
    EXPECT_THAT(words, Not(Contains("Star")));
    EXPECT_THAT(words, Not(Contains("Before")));
}

TEST(PicturePads, HavePicturesLargeEnoughForAFinger)
{
    RecordHub hub;
    Stage stage{test::console_at_a_record(hub), "en"};
    does(stage.console, hub, AskPictures{});
    stage.show();

    for (const auto& target : stage.rehearsal.targets()) {
        if (target.label == "Sun" || target.label == "Bag") {
            EXPECT_GE(target.rect.width, 84); // 22 mm on a console's screen
            EXPECT_GE(target.rect.height, 84);
        }
    }
}

} // namespace
} // namespace verandah::console
