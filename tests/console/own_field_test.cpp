// SPDX-License-Identifier: Apache-2.0
// A form that a centre has changed: fields of every kind that come with no program are drawn, answered and kept.
#include "clinic/console/flow/record_view.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using test::choose;
using test::chosen;
using test::field;
using test::RecordHub;
using test::sample_day;
using test::sample_now;

constexpr std::string_view own_form = R"(
id = "our_visit"
version = 7
title = "A visit to our house"
source = "this test"

[[step]]
title = "Ours"

[[step.section]]
title = "About the house"

[[step.section.field]]
code = "our_colour"
label = "Colour of the door"
type = "one"
required = true
choices = [
  { code = "green", label = "Green", facts = ["house.green"] },
  { code = "blue", label = "Blue" },
]

[[step.section.field]]
code = "our_songs"
label = "Songs"
type = "many"
choices = [
  { code = "loud", label = "Loud ones" },
  { code = "slow", label = "Slow ones" },
]

[[step.section.field]]
code = "our_weight"
label = "Weight of the cat"
type = "amount"
unit = "kg"
least = 1
most = 12
plausible_most = 9
step = 0.5
fact = "house.cat"

[[step.section.field]]
code = "our_words"
label = "In her own words"
type = "text"

[[step.section.field]]
code = "our_day"
label = "Painted on"
type = "day"
when = "up_to_today"

[[step.section.field]]
code = "our_moment"
label = "Bell rang"
type = "instant"
shown_when = [{ field = "our_colour", any_of = ["green"] }]

[words.hi]
"Colour of the door" = "दरवाज़े का रंग"
)";

/// A record in that form.
struct House {
    RecordHub hub{own_form};
    Console console{test::console_in_a_record(hub)};

    void does(const RecordWish& wish) { test::does(console, hub, wish); }
    [[nodiscard]] bool shows(std::string_view words, const char* language = "en") const
    {
        test::Stage stage{console, language};
        stage.show();
        return stage.rehearsal.shows(words);
    }
};

TEST(OwnField, OfEveryKindIsDrawn)
{
    House house;
    for (const auto* words : {"About the house", "Colour of the door", "Green", "Songs", "Loud ones",
                              "Weight of the cat", "In her own words", "Painted on"}) {
        EXPECT_TRUE(house.shows(words)) << words;
    }
    EXPECT_TRUE(house.shows("दरवाज़े का रंग", "hi"));
}

TEST(OwnField, IsAskedWhenTheFormSaysSo)
{
    House house;
    EXPECT_FALSE(house.shows("Bell rang"));
    house.does(choose("our_colour", "green"));
    EXPECT_TRUE(house.shows("Bell rang"));
}

TEST(OwnField, OfEveryKindIsKeptAsItWasAnsweredAndCountsAsItsFileSays)
{
    House house;
    house.does(choose("our_colour", "green"));
    house.does(choose("our_songs", "slow"));
    house.does(GiveAnswer{field("our_weight"), domain::Measured{4500}});
    house.does(GiveAnswer{field("our_words"), std::string{"उसने कहा"}});
    house.does(GiveAnswer{field("our_day"), sample_day});
    house.does(GiveAnswer{field("our_moment"), domain::Instant{sample_now - 3h}});
    house.does(NextStep{});

    ASSERT_EQ(house.console.record->stage, Record::Stage::done);
    EXPECT_THAT(house.hub.refusals(), testing::IsEmpty());
    const auto& encounter = house.hub.file().encounters.at(domain::EncounterId{1});
    EXPECT_EQ(encounter.saved.form, (domain::Edition{"our_visit", 7}));
    EXPECT_EQ(encounter.saved.answers, (domain::Answers{{field("our_colour"), chosen("green")},
                                                        {field("our_songs"), chosen("slow")},
                                                        {field("our_weight"), domain::Measured{4500}},
                                                        {field("our_words"), std::string{"उसने कहा"}},
                                                        {field("our_day"), sample_day},
                                                        {field("our_moment"), domain::Instant{sample_now - 3h}}}));
    std::vector<std::string> facts;
    for (const auto& fact : encounter.facts) {
        facts.push_back(fact.code.text());
    }
    EXPECT_THAT(facts, testing::IsSupersetOf({std::string{"house.green"}, std::string{"house.cat"}}));
}

TEST(OwnField, ThatIsRequiredIsAskedForBeforeTheRecordIsDone)
{
    House house;
    house.does(NextStep{});
    EXPECT_EQ(house.console.record->stage, Record::Stage::form);
    EXPECT_TRUE(house.shows("still needed"));
}

TEST(OwnField, HasKeysAsAnyOther)
{
    House house;
    test::Stage stage{house.console};
    EXPECT_EQ(stage.press_letter(U'2'), Answer{Wish{choose("our_colour", "blue")}});
}

} // namespace
} // namespace verandah::console
