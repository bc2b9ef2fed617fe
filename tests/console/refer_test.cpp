// SPDX-License-Identifier: Apache-2.0
// From an open record: referrals, referrals within the house, slips for partners, and how it was there.
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "refer_states.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "stage.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace verandah::console {
namespace {

using domain::ViolenceEnquiry;
using test::RecordHub;
using test::sample_now;
using test::Stage;
using test::wishes;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const auto rest = domain::ServiceCode::make("rest").value();
const auto talk = domain::ServiceCode::make("talk").value();
const domain::CentreDay day_before{std::chrono::year{2026} / 3 / 2};

/// An open record with a hub that answers at once.
struct OpenRecordRoom {
    RecordHub hub;
    Console console{test::console_to_refer(hub)};

    void works(const Wish& wish) { test::works(console, hub, wish); }
    [[nodiscard]] const Record& record() const { return *console.record; }
    [[nodiscard]] const Work& work() const { return console.work; }
    template <class Sheet>
    [[nodiscard]] const Sheet& sheet() const
    {
        return std::get<Sheet>(work().sheet.value());
    }
    /// For treatment, with her consent.
    void refer_to(const domain::ReferralDestination& place)
    {
        works(WorkWish{Refer{}});
        works(ChooseOption{0, 0});
        const auto places = destinations_of(console, sheet<MakeReferralSheet>());
        const auto found = std::ranges::find(places, place);
        ASSERT_NE(found, places.end());
        works(ChooseOption{1, static_cast<std::size_t>(found - places.begin())});
        works(ChooseOption{2, 0});
        works(Confirm{});
    }
};

const domain::ReferralDestination hospital = domain::ProviderCode::make("city-hospital").value();

/// The request to the line among the effects; empty when there is none.
Post posted(const std::vector<Effect>& effects)
{
    for (const auto& effect : effects) {
        if (const auto* post = std::get_if<Post>(&effect)) {
            return *post;
        }
    }
    return {};
}

bool asks_for_a_file(const std::vector<Effect>& effects)
{
    return std::ranges::any_of(effects, [](const Effect& effect) {
        const auto* work = std::get_if<WorkEffect>(&effect);
        const auto* ask = work == nullptr ? nullptr : std::get_if<AskWork>(work);
        return ask != nullptr && ask->what != AskWork::What::rules;
    });
}

TEST(Referring, IsOneKeyInAnOpenRecord)
{
    OpenRecordRoom room;
    Stage stage{room.console};
    EXPECT_EQ(stage.press_letter('F'), (Answer{WorkWish{Refer{}}}));
    EXPECT_EQ(stage.press_letter('S'), (Answer{WorkWish{OfferPartnerSlips{}}}));
}

TEST(Referring, WritesInTheRecordThatIsOpenAndOpensNothingASecondTime)
{
    OpenRecordRoom room;
    room.works(WorkWish{Refer{}});
    room.works(ChooseOption{0, 0}); // one provider offers it: chosen by itself
    room.works(ChooseOption{2, 0});
    wishes(room.console, Confirm{});
    const auto effects = test::happens(room.console, CounterfoilsMade{test::sample_codes(1)});
    EXPECT_FALSE(asks_for_a_file(effects));
    room.hub.answer(room.console, effects);

    EXPECT_THAT(room.hub.refusals(), IsEmpty());
    ASSERT_THAT(room.record().file.referrals, SizeIs(1)) << "the record does not show it at once";
    const auto& referral = room.record().file.referrals.begin()->second;
    EXPECT_EQ(referral.to, hospital);
    EXPECT_EQ(referral.status, domain::ReferralStatus::issued);
    EXPECT_EQ(referral.counterfoil, wire::hash_of(test::sample_codes(1).front()));
    EXPECT_TRUE(room.work().slip->is_written) << "the slip cannot be printed";
}

TEST(Referring, IsPossibleNowhereButInAnOpenRecord)
{
    RecordHub hub;
    auto at_the_card = test::console_at_a_record(hub);
    auto elsewhere = test::console_to_refer(hub);
    wishes(elsewhere, ShowPage{Page::line});
    for (auto* console : {&at_the_card, &elsewhere}) {
        for (const auto& wish : {WorkWish{Refer{}}, WorkWish{OfferPartnerSlips{}}, WorkWish{AskWelcome{}}}) {
            EXPECT_THAT(wishes(*console, wish), IsEmpty());
            EXPECT_FALSE(console->work.sheet);
        }
    }
}

TEST(Referring, GivesEachReferralANumberOfItsOwnThoughTheHubHasNotAnsweredYet)
{
    OpenRecordRoom room;
    room.hub.hold_answers();
    room.refer_to(rest);
    room.refer_to(talk);

    EXPECT_EQ(std::get<domain::ReferralMade>(room.record().under_way.value()).referral, domain::ReferralId{1});
    EXPECT_EQ(std::get<domain::ReferralMade>(room.record().to_write.at(0)).referral, domain::ReferralId{2});
}

TEST(Referring, TakesTheSlipAwayWhenTheHubDoesNotTakeTheReferral)
{
    OpenRecordRoom room;
    room.hub.refuse_next(domain::Refusal::Why::not_allowed);
    room.refer_to(hospital);

    EXPECT_FALSE(room.work().slip);
    EXPECT_EQ(room.record().notice, RecordNotice::not_allowed);
}

TEST(Referring, KeepsTheSlipWaitingWhileTheHubIsAway)
{
    OpenRecordRoom room;
    room.hub.lose_next();
    room.refer_to(hospital);
    ASSERT_TRUE(room.work().slip);
    EXPECT_FALSE(room.work().slip->is_written);
    EXPECT_THAT(wishes(room.console, WorkWish{KeepSlip{}}), IsEmpty()) << "printed before it is written down";

    wishes(room.console, Dismiss{});
    EXPECT_FALSE(room.work().slip);
}

TEST(Referring, IsWrittenOnceTheHubIsBack)
{
    OpenRecordRoom room;
    room.hub.lose_next();
    room.refer_to(hospital);
    test::happens(room.console, LinkWent{Link::reconnecting});
    room.hub.answer(room.console, test::happens(room.console, LinkWent{Link::live}));

    EXPECT_THAT(room.hub.file().referrals, SizeIs(1));
    EXPECT_TRUE(room.work().slip->is_written);
}

TEST(Referring, WaitsInTheRecordWhileAColleaguesAnswersAreUnsettled)
{
    OpenRecordRoom room;
    room.works(WorkWish{Refer{}});
    room.works(ChooseOption{0, 0});
    room.works(ChooseOption{2, 0});
    room.console.record->clash.emplace(Clash{{}, 1, domain::AccountCode::make("nurse-2").value(), sample_now, {}});
    wishes(room.console, Confirm{});
    const auto effects = test::happens(room.console, CounterfoilsMade{test::sample_codes(1)});

    EXPECT_FALSE(asks_for_a_file(effects)) << "a second opening of her file";
    EXPECT_THAT(room.record().to_write, SizeIs(1));
    EXPECT_FALSE(room.work().slip->is_written);
}

TEST(Referring, TakesNoCodesThatNobodyAskedForAndNoneThatAreNone)
{
    OpenRecordRoom room;
    EXPECT_THAT(test::happens(room.console, CounterfoilsMade{test::sample_codes(2)}), IsEmpty());
    EXPECT_FALSE(room.work().slip);
    test::answer_partner_questions(room.console, room.hub, 2);
    wishes(room.console, Confirm{});
    EXPECT_THAT(test::happens(room.console, CounterfoilsMade{}), IsEmpty());
    EXPECT_FALSE(room.work().slip);
}

TEST(Referring, AsksForTheNamesAgainWhenTheyDidNotCome)
{
    RecordHub hub;
    auto console = test::console_in_a_record(hub);
    console.work.rules.reset(); // as if they had never come
    test::happens(console, WorkLost{AskWork::What::rules, 0});
    const auto effects = wishes(console, WorkWish{Refer{}});

    EXPECT_THAT(effects, SizeIs(1));
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
}

TEST(ReferringWithinTheHouse, OffersTheLinesServicesButTheOneSheIsServedWith)
{
    OpenRecordRoom room;
    room.works(WorkWish{Refer{}});
    room.works(ChooseOption{0, 0});
    const auto places = destinations_of(room.console, room.sheet<MakeReferralSheet>());
    EXPECT_EQ(places.front(), hospital);
    EXPECT_EQ(std::ranges::count(places, domain::ReferralDestination{rest}), 1);
    const auto served = visitor_here(room.console)->current_service().value();
    EXPECT_EQ(std::ranges::count(places, domain::ReferralDestination{served}), 0);
}

TEST(ReferringWithinTheHouse, NeedsNoPaper)
{
    OpenRecordRoom room;
    room.refer_to(rest);

    EXPECT_FALSE(room.work().slip);
    ASSERT_THAT(room.hub.file().referrals, SizeIs(1));
    EXPECT_EQ(room.hub.file().referrals.begin()->second.to, domain::ReferralDestination{rest});
    EXPECT_FALSE(room.hub.file().referrals.begin()->second.counterfoil);
}

TEST(ReferringWithinTheHouse, PutsHerInThatLineOnceSheIsFinishedWithHere)
{
    OpenRecordRoom room;
    room.refer_to(rest);
    const auto ticket = visitor_here(room.console)->id;
    room.works(ShowPage{Page::line});

    const auto post = posted(wishes(room.console, Do{Deed::done}));

    EXPECT_EQ(post.path, "/v1/tickets/" + std::to_string(ticket.value()) + "/send-on");
    EXPECT_EQ(wire::decode_send_on_request(post.body).value().service, rest);
}

TEST(ReferringWithinTheHouse, SendsHerOnBeforeAnybodyElseIsCalled)
{
    OpenRecordRoom room;
    room.refer_to(rest);
    room.works(ShowPage{Page::line});

    EXPECT_THAT(posted(wishes(room.console, Do{Deed::call_next})).path, HasSubstr("/send-on"));
}

TEST(ReferringWithinTheHouse, LeavesHerWhereSheIsInLineForItAnyway)
{
    OpenRecordRoom room;
    room.refer_to(talk); // she came for that, too
    room.works(ShowPage{Page::line});

    EXPECT_THAT(posted(wishes(room.console, Do{Deed::done})).path, HasSubstr("/done"));
}

TEST(ReferringWithinTheHouse, FinishesWithHerPlainlyWhenTheLineDoesNotTakeHerThere)
{
    OpenRecordRoom room;
    room.refer_to(rest);
    room.works(ShowPage{Page::line});
    wishes(room.console, Do{Deed::done});
    test::happens(room.console, WriteRefused{{domain::Refusal::Why::conflict, ""}});

    EXPECT_THAT(posted(wishes(room.console, Do{Deed::done})).path, HasSubstr("/done"));
}

TEST(ReferringWithinTheHouse, DoesNotTryTheFirstOfTwoAgainWhenTheLineRefusedTheLatest)
{
    OpenRecordRoom room;
    room.refer_to(rest);
    room.refer_to(domain::ServiceCode::make("test").value());
    room.works(ShowPage{Page::line});
    wishes(room.console, Do{Deed::done});
    test::happens(room.console, WriteRefused{{domain::Refusal::Why::conflict, ""}});
    room.hub.answer(
        room.console,
        test::happens(room.console,
                      RecordCame{room.record().look, {.file = room.record().id, .entries = room.hub.file().entries}}));

    EXPECT_THAT(posted(wishes(room.console, Do{Deed::done})).path, HasSubstr("/done"));
}

TEST(ReferringWithinTheHouse, TriesAgainWhenNobodyKnowsWhetherSheWasSentOn)
{
    OpenRecordRoom room;
    room.refer_to(rest);
    room.works(ShowPage{Page::line});
    wishes(room.console, Do{Deed::done});
    test::happens(room.console, WriteLost{});

    EXPECT_THAT(posted(wishes(room.console, Do{Deed::done})).path, HasSubstr("/send-on"));
}

/// Yesterday she was referred to a service of the house.
void refer_yesterday(RecordHub& hub, const char* service)
{
    hub.write_on(day_before, domain::ConsentSaid{domain::ConsentSaid::Answer::yes, 1});
    hub.write_on(day_before, domain::ReferralMade{.referral = domain::ReferralId{1},
                                                  .service = domain::ReferralServiceCode::make("sti").value(),
                                                  .to = domain::ServiceCode::make(service).value(),
                                                  .escort = domain::Escort::alone,
                                                  .issued = domain::ReferralIssue{domain::ReferralGround::consent}});
}

TEST(ReferringWithinTheHouse, IsAttendedWhenHerRecordIsOpenedWhereSheWasReferredTo)
{
    RecordHub hub;
    refer_yesterday(hub, "nurse");
    const auto console = test::console_to_refer(hub);

    const auto& referral = hub.file().referrals.begin()->second;
    EXPECT_EQ(referral.status, domain::ReferralStatus::attended);
    EXPECT_EQ(referral.evidence, domain::Evidence::provider);
    EXPECT_EQ(console.record->file.referrals.begin()->second, referral);
}

TEST(ReferringWithinTheHouse, IsNotAttendedByHerBeingSomewhereElse)
{
    RecordHub hub;
    refer_yesterday(hub, "rest");
    const auto console = test::console_to_refer(hub);

    EXPECT_EQ(hub.file().referrals.begin()->second.status, domain::ReferralStatus::issued);
    EXPECT_FALSE(console.work.onward) << "a referral of day_before sends nobody on today";
}

TEST(ReferringWithinTheHouse, WritesOnceThatSheCameThoughItIsRefused)
{
    RecordHub hub;
    refer_yesterday(hub, "nurse");
    auto console = test::console_at_a_record(hub);
    test::does(console, hub, OpenWithCard{test::sample_card()});
    test::happens(console, WorkLost{AskWork::What::rules, 0});
    ASSERT_EQ(hub.file().referrals.begin()->second.status, domain::ReferralStatus::attended);
    const auto entries = hub.file().entries.size();
    hub.answer(console, test::happens(console, RecordRefused{console.record->look, domain::Refusal::Why::conflict}));

    EXPECT_EQ(hub.file().entries.size(), entries);
}

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

TEST(Welcome, IsAskedInTheRecordOfWhoWasThereAndClosesIt)
{
    const auto back = test::state_named("back", test::every_refer_state());
    Stage stage{back};
    ASSERT_EQ(stage.press_letter('H'), (Answer{WorkWish{AskWelcome{}}}));
    wishes(stage.console, WorkWish{AskWelcome{}});
    ASSERT_EQ(stage.press_letter('1'), (Answer{ChooseOption{0, 0}}));
    wishes(stage.console, ChooseOption{0, 0});

    const auto& said = std::get<domain::FeedbackSeen>(stage.console.record->under_way.value());
    EXPECT_EQ(said.welcome, domain::Welcome::friendly);
    EXPECT_EQ(said.referral, domain::ReferralId{1});
    EXPECT_FALSE(stage.console.work.sheet);
}

TEST(Welcome, IsNotAskedOfWhoWasNowhere)
{
    OpenRecordRoom room;
    room.refer_to(hospital);
    room.works(Dismiss{});
    EXPECT_EQ(to_be_asked_about(room.record().file), nullptr);
    room.works(WorkWish{AskWelcome{}});
    EXPECT_FALSE(room.work().sheet);
}

TEST(ReferScreens, CutNoTextInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_refer_state()) {
                Stage stage{console, language, scale};
                stage.show();
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete || text.in_list)
                        << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

} // namespace
} // namespace verandah::console
