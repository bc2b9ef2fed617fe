// SPDX-License-Identifier: Apache-2.0
// Referrals within the house: no paper, the line, and that she came.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "happens.hpp"
#include "refer_room.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::day_before;
using test::hospital;
using test::OpenRecordRoom;
using test::posted;
using test::RecordHub;
using test::rest;
using test::talk;
using test::wishes;
using testing::HasSubstr;
using testing::SizeIs;

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

} // namespace
} // namespace verandah::console
