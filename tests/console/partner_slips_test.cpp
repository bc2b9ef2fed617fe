// SPDX-License-Identifier: Apache-2.0
// Slips for partners: violence first, hers to give, counted when they come back.
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "refer_room.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "stage.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace verandah::console {
namespace {

using domain::ViolenceEnquiry;
using test::OpenRecordRoom;
using test::RecordHub;
using test::sample_now;
using test::Stage;
using test::wishes;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(PartnerSlips, AskWhetherViolenceIsFearedBeforeAnythingElse)
{
    OpenRecordRoom room;
    room.works(WorkWish{OfferPartnerSlips{}});
    const auto words = test::translator("en");
    const auto model = work_sheet_words({room.console, words, sample_now}, *room.work().sheet);
    ASSERT_THAT(model.groups, SizeIs(1));
    EXPECT_EQ(model.groups.front().heading, "Could telling a partner bring her violence?");
    EXPECT_EQ(missing_in(room.work(), *room.work().sheet), WorkMissing::violence);
    EXPECT_THAT(wishes(room.console, Confirm{}), IsEmpty());
}

TEST(PartnerSlips, AreMadeOnlyWhenSheWantsThem)
{
    OpenRecordRoom room;
    test::answer_partner_questions(room.console, room.hub, 2);
    room.works(ChooseOption{0, 1}); // off again
    EXPECT_EQ(missing_in(room.work(), *room.work().sheet), WorkMissing::opt_in);
    EXPECT_THAT(wishes(room.console, Confirm{}), IsEmpty());
}

TEST(PartnerSlips, AreWrittenWithTheTablesLookBackAndACounterfoilEach)
{
    OpenRecordRoom room;
    test::answer_partner_questions(room.console, room.hub, 3);
    room.works(Confirm{});

    EXPECT_THAT(room.hub.refusals(), IsEmpty());
    ASSERT_THAT(room.hub.file().slips, SizeIs(1));
    const auto& given = room.hub.file().slips.front().what;
    EXPECT_EQ(given.reason, domain::PartnerReasonCode::make("genital_ulcer").value());
    EXPECT_EQ(given.look_back_days, 90);
    EXPECT_EQ(given.mode, domain::PartnerMode::client);
    EXPECT_EQ(given.violence, ViolenceEnquiry::none_feared);
    EXPECT_EQ(given.opt_in, domain::OptIn::asked_for);
    EXPECT_EQ(given.count, 3);
    const std::set hashes(given.counterfoils.begin(), given.counterfoils.end());
    EXPECT_THAT(hashes, SizeIs(3)) << "two slips share a counterfoil";
    EXPECT_TRUE(room.work().slip->is_written);
}

TEST(PartnerSlips, OfferOnlyWhatLeavesItInHerHandsWhenViolenceIsFearedOrNotSpokenOf)
{
    for (const auto violence : domain::every_violence_enquiry) {
        RecordHub hub;
        auto console = test::console_in_a_record(hub);
        auto rules = test::sample_care_rules();
        rules.partner_modes = {domain::PartnerMode::client, domain::PartnerMode::dual, domain::PartnerMode::provider};
        test::answer(console, AskWork::What::rules, encode(rules));
        test::works(console, hub, WorkWish{OfferPartnerSlips{}});
        test::works(console, hub, ChooseOption{0, static_cast<std::size_t>(violence)});
        const auto modes = modes_for(console.work, std::get<PartnerSheet>(*console.work.sheet));
        if (violence == ViolenceEnquiry::none_feared) {
            EXPECT_THAT(modes, SizeIs(3));
        } else {
            EXPECT_THAT(modes, testing::ElementsAre(domain::PartnerMode::client));
            EXPECT_EQ(std::get<PartnerSheet>(*console.work.sheet).mode, domain::PartnerMode::client);
        }
        test::works(console, hub, ChooseOption{3, 2});
        EXPECT_EQ(std::get<PartnerSheet>(*console.work.sheet).mode == domain::PartnerMode::provider,
                  violence == ViolenceEnquiry::none_feared);
    }
}

TEST(PartnerSlips, GoBackToTheFirstQuestionWithNothingAnswered)
{
    OpenRecordRoom room;
    test::answer_partner_questions(room.console, room.hub, 2);
    room.works(Dismiss{});
    EXPECT_FALSE(room.sheet<PartnerSheet>().violence);
    EXPECT_FALSE(room.sheet<PartnerSheet>().count);
    room.works(Dismiss{});
    EXPECT_FALSE(room.work().sheet);
}

TEST(PartnerSlips, TakeNoOptionThatIsNotThere)
{
    OpenRecordRoom room;
    test::answer_partner_questions(room.console, room.hub, 2);
    const auto before = room.sheet<PartnerSheet>();
    for (std::size_t group = 0; group < 6; ++group) {
        room.works(ChooseOption{group, 999});
    }
    const auto& after = room.sheet<PartnerSheet>();
    EXPECT_EQ(after.count, before.count);
    EXPECT_EQ(after.reason, before.reason);
    EXPECT_EQ(after.mode, before.mode);
}

TEST(PartnerSlips, CountThoseThatCameBack)
{
    OpenRecordRoom room;
    test::answer_partner_questions(room.console, room.hub, 3);
    room.works(Confirm{});
    room.works(Dismiss{});
    wire::FileView view{.file = room.record().id, .entries = room.hub.file().entries};
    const auto ours = wire::hash_of(test::sample_codes(3).at(1));
    const auto others = wire::hash_of(test::sample_codes(9).at(8));
    view.returned = {{ours, domain::CounterfoilWay::kiosk, sample_now},
                     {others, domain::CounterfoilWay::kiosk, sample_now}};
    test::happens(room.console, RecordCame{room.record().look, view});

    EXPECT_EQ(slips_of(room.record()).given, 3U);
    EXPECT_EQ(slips_of(room.record()).returned, 1U);
    room.works(WorkWish{OfferPartnerSlips{}});
    Stage stage{room.console};
    const auto model = work_sheet_words({room.console, stage.words, sample_now}, *room.work().sheet);
    EXPECT_THAT(model.note, HasSubstr("3 slips so far, 1 came back."));
}

TEST(PartnerSlips, SayNeitherWhyNorWho)
{
    for (const char* language : {"en", "hi", "ar"}) {
        const auto console = test::state_named("partners-slips", test::every_refer_state());
        const auto words = test::translator(language);
        const auto model = slip_words({console, words, sample_now}, *console.work.slip);
        ASSERT_THAT(model.slips, SizeIs(3));
        for (const auto& slip : model.slips) {
            for (const auto& each : {slip.title, slip.what, slip.where, slip.address, slip.promise,
                                     slip.counterfoil_label, slip.counterfoil_note}) {
                for (const auto* telling :
                     {"HIV", "STI", "ulcer", "Genital", "घाव", "जननांग", "قرحة", "تناسلية", "partner", "sex"}) {
                    EXPECT_THAT(each, Not(HasSubstr(telling))) << language;
                }
                EXPECT_THAT(each, Not(HasSubstr(console.record->number.text()))) << language;
            }
        }
        EXPECT_NE(model.slips[0].code, model.slips[1].code);
    }
}

} // namespace
} // namespace verandah::console
