// SPDX-License-Identifier: Apache-2.0
// The board of referrals: narrowed by state and service, its bars over a span, and what ran out by the clock.
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/words_shown.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "stage.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::ReferralEvent;
using domain::ReferralPhase;
using domain::ReferralStatus;
using test::happens;
using test::Stage;
using test::wishes;
using test::work_asked;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using What = AskWork::What;

const auto art = domain::ReferralServiceCode::make("art").value();

Console referral_board(std::string_view name = "referrals")
{
    return test::state_named(name, test::every_work_state());
}

std::string asked_after(Console& console, const std::vector<ChooseOption>& options)
{
    wishes(console, WorkWish{DoWork{WorkDeed::narrow}});
    for (const auto& option : options) {
        wishes(console, option);
    }
    const auto ask = work_asked(wishes(console, Confirm{}), What::referrals);
    return ask ? ask->path : std::string{};
}

TEST(ReferralBoard, IsNarrowedToAStateAServiceAndASpan)
{
    auto console = referral_board();
    EXPECT_EQ(asked_after(console, {{0, 3}, {1, 1}, {2, 2}}),
              "/v1/care/referrals?phase=traced&service=art&issued_within=90");
    EXPECT_EQ(asked_after(console, {{0, 0}, {1, 0}, {2, 0}}), "/v1/care/referrals");
}

TEST(ReferralBoard, OpensItsFilterAsItIsNarrowedNow)
{
    auto console = referral_board("referrals-run-out");
    wishes(console, WorkWish{DoWork{WorkDeed::narrow}});
    const auto& sheet = std::get<NarrowReferralsSheet>(*console.work.sheet);
    EXPECT_EQ(sheet.phase, ReferralPhase::run_out);
    EXPECT_EQ(sheet.service, art);
    EXPECT_EQ(sheet.issued_within, std::chrono::days{90});
}

TEST(ReferralBoard, LeavesATabThatIsOfAnotherState)
{
    auto console = referral_board();
    wishes(console, WorkWish{ShowReferrals{domain::Pressing::overdue}});
    EXPECT_EQ(asked_after(console, {{0, 4}}), "/v1/care/referrals?phase=run_out");
}

TEST(ReferralBoard, TakesNoOptionThatIsNotThere)
{
    auto console = referral_board();
    EXPECT_EQ(asked_after(console, {{0, 99}, {1, 99}, {2, 99}, {99, 99}}), "/v1/care/referrals");
}

TEST(ReferralBoard, SaysWhatItIsNarrowedToAndWhatItsBarsCount)
{
    Stage stage{referral_board("referrals-run-out")};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Run out · HIV treatment"));
    EXPECT_TRUE(stage.rehearsal.shows("the last 90 days"));
    Stage usual{referral_board()};
    usual.show();
    EXPECT_TRUE(usual.rehearsal.shows("all that are kept"));
}

TEST(ReferralBoard, TellsHowManyHadItWithinEachSpanThatIsReported)
{
    const auto shown = words_shown(screen_words({referral_board(), test::translator("en"), test::sample_now}));
    EXPECT_THAT(shown, Contains(HasSubstr("HIV treatment · received within 7 days: 10 of 20")));
}

TEST(ReferralBoard, CountsUnderAllWhatItShowsThere)
{
    const auto console = test::console_with_referrals(60);
    const auto model = screen_words({console, test::translator("en"), test::sample_now});
    const auto over = console.work.referrals.list->counts.at(static_cast<std::size_t>(domain::Pressing::over));
    ASSERT_GT(over, 0);
    EXPECT_EQ(model.work->tabs.front().count, std::to_string(60 - over));
}

// What ran out by the clock.

TEST(RunOutReferrals, AreNotMovedThereByHand)
{
    for (const auto status : domain::every_referral_status) {
        auto row = test::sample_referrals(1).rows.front();
        row.referral.status = status;
        EXPECT_THAT(moves_from(row), Not(Contains(ReferralEvent::expire))) << domain::word(status);
    }
}

TEST(RunOutReferrals, SayHowLateTheyAre)
{
    Stage stage{referral_board("referrals-run-out")};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("31 days late"));
}

/// The file as the hub tells it: issued with her consent, and nothing since.
wire::FileView issued_in(domain::FileId file)
{
    using domain::FileEntry;
    const auto by = domain::AccountCode::make("nurse-2").value();
    const auto day = test::sample_day;
    const auto at = test::sample_now - 24h * 60;
    const domain::ReferralMade made{.referral = domain::ReferralId{1},
                                    .service = art,
                                    .to = domain::ProviderCode::make("city-hospital").value(),
                                    .escort = domain::Escort::alone,
                                    .issued = domain::ReferralIssue{domain::ReferralGround::consent}};
    return {.file = file,
            .entries = {FileEntry{1, at, day, by, domain::ConsentSaid{domain::ConsentSaid::Answer::yes, 1}},
                        FileEntry{2, at, day, by, made}}};
}

std::vector<Effect> hub_said(Console& console, What what, const std::string& body)
{
    return happens(console, WorkAnswered{what, console.work.looks, files::SecretText{std::string{body}}});
}

domain::ReferralMoved entry_written_by(const std::vector<Effect>& effects)
{
    const auto write = work_asked(effects, What::write);
    EXPECT_TRUE(write);
    return std::get<domain::ReferralMoved>(wire::decode_write_entry_request(write->body.view()).value().event);
}

/// Moves the chosen one, which ran out; what is asked of the hub when its file is open.
std::vector<Effect> moved_on(Console& console, ReferralEvent event)
{
    const auto row = *chosen_referral(console.work);
    const auto moves = moves_from(row);
    const auto place = std::ranges::find(moves, event) - moves.begin();
    wishes(console, WorkWish{DoWork{WorkDeed::move}});
    wishes(console, ChooseOption{0, static_cast<std::size_t>(place)});
    if (needs_evidence(event)) {
        wishes(console, ChooseOption{1, 1});
    }
    EXPECT_TRUE(work_asked(wishes(console, Confirm{}), What::open));
    return hub_said(console, What::open, encode(issued_in(row.file)));
}

TEST(RunOutReferrals, AreWrittenDownAsThatBeforeSheIsLookedFor)
{
    auto console = referral_board("referrals-run-out");
    console.work.referrals.list->rows.front().channel = domain::Channel::outreach_worker;
    EXPECT_EQ(entry_written_by(moved_on(console, ReferralEvent::trace)).event, ReferralEvent::expire);
    EXPECT_EQ(entry_written_by(hub_said(console, What::write, "{}")).event, ReferralEvent::trace);
    EXPECT_TRUE(work_asked(hub_said(console, What::write, "{}"), What::close));
}

TEST(RunOutReferrals, TakeLateWordAsItIs)
{
    auto console = referral_board("referrals-run-out");
    EXPECT_EQ(entry_written_by(moved_on(console, ReferralEvent::receive)).event, ReferralEvent::receive);
    EXPECT_TRUE(work_asked(hub_said(console, What::write, "{}"), What::close));
}

TEST(RunOutReferrals, CloseTheFileWhenTheHubDoesNotTakeThatTheyRanOut)
{
    auto console = referral_board("referrals-run-out");
    EXPECT_EQ(entry_written_by(moved_on(console, ReferralEvent::lose)).event, ReferralEvent::expire);
    const auto effects = happens(console, WorkRefused{What::write, 0, domain::Refusal::Why::not_allowed});
    EXPECT_TRUE(work_asked(effects, What::close));
    EXPECT_FALSE(work_asked(hub_said(console, What::close, "{}"), What::write));
}

TEST(RunOutReferrals, AreSeenInARecordToo)
{
    auto console = referral_board();
    domain::Referral referral{.id = domain::ReferralId{1},
                              .service = art,
                              .to = domain::ProviderCode::make("city-hospital").value(),
                              .escort = domain::Escort::alone,
                              .status = ReferralStatus::sent,
                              .made_at = test::sample_now - 24h * 35,
                              .since = test::sample_now - 24h * 35,
                              .issued_at = test::sample_now - 24h * 35};
    const auto translator = test::translator("en");
    EXPECT_EQ(status_now({console, translator, test::sample_now}, referral), ReferralStatus::expired);
    EXPECT_EQ(status_now({console, translator, test::sample_now - 1ms}, referral), ReferralStatus::sent);
    console.work.rules.reset();
    EXPECT_EQ(status_now({console, translator, test::sample_now}, referral), ReferralStatus::sent);
}

} // namespace
} // namespace verandah::console
