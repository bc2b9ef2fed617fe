// SPDX-License-Identifier: Apache-2.0
// What is due and referrals: asked for page by page, acted on by one key, written file by file.
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "stage.hpp"
#include "whole_screens.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace verandah::console {
namespace {

using domain::Role;
using test::happens;
using test::sample_now;
using test::Stage;
using test::wishes;
using test::work_asked;
using testing::HasSubstr;
using testing::IsEmpty;
using What = AskWork::What;

std::vector<Effect> answered(Console& console, What what, const std::string& body)
{
    return happens(console, WorkAnswered{what, console.work.looks, files::SecretText{std::string{body}}});
}

Console work_state(std::string_view name)
{
    return test::state_named(name, test::every_work_state());
}

/// Plays the hub's part of writing one entry; what was written in the file.
domain::FileEvent written_by(Console& console, const std::vector<Effect>& effects,
                             const wire::FileView& file = {.file = domain::FileId{200}})
{
    const auto open = work_asked(effects, What::open);
    EXPECT_TRUE(open) << "no file is opened";
    const auto write = work_asked(answered(console, What::open, encode(file)), What::write);
    if (!open || !write) {
        throw std::runtime_error{"nothing is written"};
    }
    EXPECT_EQ(write->path, "/v1/files/200/entries");
    const auto close = work_asked(answered(console, What::write, "{}"), What::close);
    EXPECT_TRUE(close && close->path == "/v1/files/200/close");
    EXPECT_TRUE(
        work_asked(answered(console, What::close, "{}"), console.page == Page::due ? What::due : What::referrals))
        << "the list is not asked for anew";
    return wire::decode_write_entry_request(write->body.view()).value().event;
}

TEST(Work, IsShownToWhoReadsRecordsOnly)
{
    for (const auto page : {Page::due, Page::referrals}) {
        for (const auto role : domain::every_role) {
            auto console = test::console_with(test::busy_line(), test::signed_in(role));
            const auto effects = wishes(console, ShowPage{page});
            EXPECT_EQ(work_asked(effects, page == Page::due ? What::due : What::referrals).has_value(),
                      domain::may(role, domain::Right::record_read))
                << domain::word(role);
        }
    }
}

TEST(Work, IsAskedForByStateServiceAndWorker)
{
    auto console = test::console_with_due(20);
    EXPECT_EQ(work_asked(wishes(console, WorkWish{ShowDue{domain::DueState::overdue}}), What::due)->path,
              "/v1/care/due?state=overdue");

    wishes(console, WorkWish{DoWork{WorkDeed::narrow}});
    wishes(console, ChooseOption{0, 2});
    wishes(console, TypeWords{"outreach-2"});
    const auto ask = work_asked(wishes(console, Confirm{}), What::due);
    ASSERT_TRUE(ask);
    EXPECT_EQ(wire::decode_due_query(ask->path.substr(ask->path.find('?'))),
              (wire::DueQuery{domain::DueState::overdue, domain::FollowupServiceCode::make("syphilis").value(),
                              domain::AccountCode::make("outreach-2").value()}));
}

TEST(Work, ReadsOnWhereItStopped)
{
    auto console = test::console_with_due(0);
    auto some = test::sample_due(200);
    some.rows_in_all = 500;
    wishes(console, WorkWish{AskWorkAgain{}});
    answered(console, What::due, encode(some));

    EXPECT_THAT(work_asked(wishes(console, WorkWish{ReadOnWork{}}), What::due)->path, HasSubstr("from=200"));
    EXPECT_FALSE(work_asked(wishes(console, WorkWish{ReadOnWork{}}), What::due)) << "one page at a time";
    answered(console, What::due, encode(some));
    EXPECT_EQ(console.work.due.list->rows.size(), 400U);
}

TEST(Work, TakesNoAnswerOfALookBeforeThisOne)
{
    auto console = test::console_with_due(3);
    const auto before = console.work.looks;
    wishes(console, WorkWish{AskWorkAgain{}});
    happens(console, WorkAnswered{What::due, before, files::SecretText{encode(test::sample_due(9))}});

    EXPECT_FALSE(console.work.due.list);
}

TEST(WorkDeeds, CompleteAnItemWithTwoKeys)
{
    Stage stage{work_state("due")};
    const auto first = stage.press_letter('C');
    ASSERT_EQ(first, (Answer{WorkWish{DoWork{WorkDeed::complete}}}));
    wishes(stage.console, *first);
    const auto second = stage.press_letter('1');
    ASSERT_TRUE(second);

    const auto event = written_by(stage.console, wishes(stage.console, *second));

    const auto& acted = std::get<domain::DueActed>(event);
    EXPECT_EQ(acted.item, test::sample_due(1).rows.front().item.key);
    EXPECT_EQ(acted.act, (domain::DueAct{domain::CompleteItem{domain::CompletedBecause::done}}));
    EXPECT_EQ(stage.console.work.notice, WorkNotice::written);
}

TEST(WorkDeeds, OpenAFileSayingThatItIsForTracing)
{
    auto console = work_state("due");
    wishes(console, WorkWish{DoWork{WorkDeed::complete}});
    const auto open = work_asked(wishes(console, ChooseOption{0, 0}), What::open);

    ASSERT_TRUE(open);
    const auto request = wire::decode_open_file_request(open->body.view());
    ASSERT_TRUE(request);
    EXPECT_EQ(request->way, domain::RecordRead::Way::to_trace);
    EXPECT_EQ(request->file, domain::FileId{200});
}

TEST(WorkDeeds, PostponeWithADayAndAReason)
{
    auto console = work_state("due");
    wishes(console, WorkWish{DoWork{WorkDeed::postpone}});
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
    wishes(console, ChooseOption{0, 2});
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty()) << "without a reason";
    wishes(console, ChooseOption{1, 2});

    const auto event = written_by(console, wishes(console, Confirm{}));

    EXPECT_EQ(std::get<domain::DueActed>(event).act,
              (domain::DueAct{domain::PostponeItem{std::chrono::year{2026} / 3 / 17, domain::PostponedBecause::away}}));
}

TEST(WorkDeeds, GiveHerOnlyToAWorkerSheAgreedTo)
{
    auto agreed = work_state("due"); // by an outreach worker
    wishes(agreed, WorkWish{DoWork{WorkDeed::give}});
    EXPECT_THAT(wishes(agreed, Confirm{}), IsEmpty()) << "to nobody";
    wishes(agreed, ChooseOption{0, 1});
    wishes(agreed, TypeWords{"at the tea stall"});
    const auto event = written_by(agreed, wishes(agreed, Confirm{}));
    EXPECT_EQ(std::get<domain::DueActed>(event).act,
              (domain::DueAct{domain::GiveItem{domain::AccountCode::make("outreach-7").value(), "at the tea stall"}}));

    auto never = test::console_with_due(10);
    wishes(never, WorkWish{ChooseWork{1}}); // not to be looked for
    for (const auto deed : {WorkDeed::give, WorkDeed::trace}) {
        EXPECT_FALSE(is_possible(never.work, deed));
        wishes(never, WorkWish{DoWork{deed}});
        EXPECT_FALSE(never.work.sheet);
    }
}

TEST(WorkDeeds, WriteTheNextTryToFindHerByTheAgreedChannel)
{
    auto console = test::console_with_due(10);
    wishes(console, WorkWish{ChooseWork{3}}); // tried once
    wishes(console, WorkWish{DoWork{WorkDeed::trace}});
    wishes(console, ChooseOption{0, 0});
    wishes(console, ChooseOption{1, 0});
    const auto open = work_asked(wishes(console, Confirm{}), What::open);
    ASSERT_TRUE(open);
    const auto write =
        work_asked(answered(console, What::open, encode(wire::FileView{.file = domain::FileId{203}})), What::write);

    const auto event = wire::decode_write_entry_request(write->body.view()).value().event;
    const auto& tried = std::get<domain::TracingTried>(event);
    EXPECT_EQ(tried.attempt, 2);
    EXPECT_EQ(tried.by, domain::Channel::outreach_worker);
    EXPECT_EQ(tried.end, domain::TracingEnd::will_come);
}

TEST(WorkDeeds, SayWhenTheyWereNotTaken)
{
    auto console = work_state("due");
    wishes(console, WorkWish{DoWork{WorkDeed::complete}});
    wishes(console, ChooseOption{0, 0});
    answered(console, What::open, encode(wire::FileView{.file = domain::FileId{200}}));

    const auto effects = happens(console, WorkRefused{What::write, 0, domain::Refusal::Why::conflict});

    EXPECT_EQ(console.work.notice, WorkNotice::somebody_was_faster);
    EXPECT_TRUE(work_asked(effects, What::close)) << "the file stays open";
    answered(console, What::close, "{}");
    EXPECT_FALSE(console.work.under_way);
}

TEST(WorkDeeds, AreOneAtATime)
{
    auto console = work_state("due-writing");
    wishes(console, WorkWish{DoWork{WorkDeed::postpone}});
    EXPECT_FALSE(console.work.sheet);
}

TEST(WorkDeeds, AreForgottenWhenSomebodyElseComesIn)
{
    auto console = work_state("referrals-slip");
    ASSERT_TRUE(console.work.slip);
    static_cast<void>(
        handle(console, SessionHappening{SessionCame{test::signed_in(Role::reception, "front-1")}}, sample_now));

    EXPECT_FALSE(console.work.slip);
    EXPECT_FALSE(console.work.due.list);
    EXPECT_FALSE(console.work.referrals.list);
    EXPECT_NE(console.page, Page::referrals);
}

TEST(ReferralDeeds, MoveAReferralAsTheTableHasIt)
{
    auto console = test::console_with_referrals(6);
    for (std::size_t row = 0; row < 6; ++row) {
        const auto& referral = console.work.referrals.list->rows[row];
        const auto status = referral.referral.status;
        for (const auto event : moves_from(referral)) {
            EXPECT_TRUE(domain::advance(status, event)) << domain::word(status) << ' ' << domain::word(event);
        }
    }
}

TEST(ReferralDeeds, DoNotOfferToLookForWhoeverDidNotAgreeToIt)
{
    auto console = test::console_with_referrals(60);
    auto& row = console.work.referrals.list->rows.front();
    row.referral.status = domain::ReferralStatus::no_show;
    EXPECT_THAT(moves_from(row), testing::Contains(domain::ReferralEvent::trace));
    row.channel = domain::Channel::none;
    EXPECT_THAT(moves_from(row), testing::Not(testing::Contains(domain::ReferralEvent::trace)));
    EXPECT_THAT(moves_from(row), testing::Not(testing::IsEmpty()));
}

TEST(ReferralDeeds, AskWhoSaysThatSheWasThere)
{
    auto console = work_state("referrals");
    const auto moves = moves_from(*chosen_referral(console.work));
    const auto attend = std::ranges::find(moves, domain::ReferralEvent::attend) - moves.begin();
    wishes(console, WorkWish{DoWork{WorkDeed::move}});
    wishes(console, ChooseOption{0, static_cast<std::size_t>(attend)});
    EXPECT_EQ(missing_in(console.work, *console.work.sheet), WorkMissing::evidence);
    wishes(console, ChooseOption{1, 1});

    const auto open = work_asked(wishes(console, Confirm{}), What::open);
    ASSERT_TRUE(open);
    const auto file = wire::decode_open_file_request(open->body.view())->file;
    const auto write = work_asked(answered(console, What::open, encode(wire::FileView{.file = file})), What::write);
    const auto event = wire::decode_write_entry_request(write->body.view()).value().event;
    const auto& moved = std::get<domain::ReferralMoved>(event);
    EXPECT_EQ(moved.event, domain::ReferralEvent::attend);
    EXPECT_EQ(moved.evidence, domain::Evidence::phone);
}

TEST(ReferralDeeds, AreHalfDoneWhenTheCounterfoilCameBack)
{
    auto console = test::console_with_referrals(20);
    const auto& rows = console.work.referrals.list->rows;
    const auto back = std::ranges::find(rows, true, &wire::ReferralRow::has_come_back);
    ASSERT_NE(back, rows.end());
    wishes(console, WorkWish{ChooseWork{static_cast<std::size_t>(back - rows.begin())}});
    wishes(console, WorkWish{DoWork{WorkDeed::move}});

    EXPECT_FALSE(missing_in(console.work, *console.work.sheet));
}

TEST(ReferralDeeds, IssueAReferralWithACounterfoilOfItsOwn)
{
    auto console = work_state("referrals-make");
    const auto effects = wishes(console, Confirm{});
    ASSERT_TRUE(std::ranges::any_of(effects, [](const Effect& effect) {
        const auto* work = std::get_if<WorkEffect>(&effect);
        return work != nullptr && std::holds_alternative<MakeCounterfoils>(*work);
    }));
    domain::CounterfoilCode::Token token{};
    token.fill(std::byte{7});
    const domain::CounterfoilCode code{token};
    const auto open = work_asked(happens(console, CounterfoilsMade{{code}}), What::open);
    ASSERT_TRUE(open);
    const auto file = wire::decode_open_file_request(open->body.view())->file;
    const auto write = work_asked(answered(console, What::open, encode(wire::FileView{.file = file})), What::write);
    const auto event = wire::decode_write_entry_request(write->body.view()).value().event;

    const auto& made = std::get<domain::ReferralMade>(event);
    EXPECT_EQ(made.referral, domain::ReferralId{1});
    EXPECT_EQ(made.issued->ground, domain::ReferralGround::consent);
    EXPECT_EQ(made.issued->counterfoil, wire::hash_of(code));
    EXPECT_THAT(std::string{write->body.view()}, testing::Not(HasSubstr(code.text())));
    answered(console, What::write, "{}");
    EXPECT_TRUE(console.work.slip->is_written);
}

TEST(ReferralDeeds, IssueNothingWithoutAskingHer)
{
    auto console = work_state("referrals-make");
    wishes(console, ChooseOption{2, 0}); // off again
    EXPECT_EQ(missing_in(console.work, *console.work.sheet), WorkMissing::ground);
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
}

TEST(ReferralDeeds, AskForTheExposureWhereTheClockRunsFromOne)
{
    auto console = work_state("referrals-make");
    wishes(console, ChooseOption{0, 1});
    EXPECT_EQ(missing_in(console.work, *console.work.sheet), WorkMissing::exposure);
    wishes(console, ChooseOption{4, 1});
    EXPECT_FALSE(missing_in(console.work, *console.work.sheet));
}

TEST(WorkScreens, CutNoTextAndPlaceNothingOutsideInAnyStateLanguageAndSize)
{
    test::expect_whole_screens(test::every_work_state());
}

TEST(WorkScreens, DrawOnlyWhatIsInSightOfTenThousand)
{
    for (auto& console : {test::console_with_due(10'000), test::console_with_referrals(10'000)}) {
        Stage stage{console};
        stage.show();
        EXPECT_LT(stage.rehearsal.painter().texts().size(), 200U);
    }
}

TEST(WorkScreens, AskForMoreNearTheEnd)
{
    auto console = test::console_with_due(0);
    auto some = test::sample_due(200);
    some.rows_in_all = 500;
    wishes(console, WorkWish{AskWorkAgain{}});
    answered(console, What::due, encode(some));
    Stage stage{console};
    stage.show();

    EXPECT_EQ(stage.press_key({.key = ui::Key::end}), (Answer{WorkWish{ReadOnWork{}}}));
}

TEST(WorkScreens, AreWorkedByKeysAlone)
{
    Stage due{work_state("due")};
    EXPECT_EQ(due.press_letter('E'), (Answer{WorkWish{ShowDue{domain::DueState::overdue}}}));
    EXPECT_EQ(due.press_letter('P'), (Answer{WorkWish{DoWork{WorkDeed::postpone}}}));
    EXPECT_EQ(due.press_letter('H'), (Answer{WorkWish{DoWork{WorkDeed::give}}}));
    EXPECT_EQ(due.press_letter('T'), (Answer{WorkWish{DoWork{WorkDeed::trace}}}));
    EXPECT_EQ(due.press_letter('B'), (Answer{WorkWish{DoWork{WorkDeed::narrow}}}));
    Stage board{work_state("referrals")};
    EXPECT_EQ(board.press_letter('M'), (Answer{WorkWish{DoWork{WorkDeed::move}}}));
    EXPECT_EQ(board.press_letter('R'), (Answer{WorkWish{DoWork{WorkDeed::make}}}));
    EXPECT_EQ(board.press_letter('E'), (Answer{WorkWish{ShowReferrals{domain::Pressing::overdue}}}));
    Stage slip{work_state("referrals-slip")};
    EXPECT_EQ(slip.press_letter('E'), (Answer{WorkWish{KeepSlip{}}}));
    EXPECT_EQ(slip.press_key({.key = ui::Key::escape}), (Answer{Dismiss{}}));
}

TEST(WorkScreens, TellAnEmptyListFromOneThatIsNotThereAndOneThatCannotBe)
{
    for (const auto& [name, words] :
         std::initializer_list<std::pair<const char*, const char*>>{{"due-empty", "Nothing to do here. Good."},
                                                                    {"due-loading", "Opening the files…"},
                                                                    {"due-failed", "The hub does not answer just now"},
                                                                    {"referrals-empty", "No referral of that kind"}}) {
        Stage stage{work_state(name)};
        stage.show();
        EXPECT_TRUE(stage.rehearsal.shows(words)) << name;
    }
}

TEST(SlipScreen, SaysNothingOfTheCause)
{
    for (const char* language : {"en", "hi", "ar"}) {
        const auto console = work_state("referrals-slip");
        const auto words = test::translator(language);
        const auto model = slip_words({console, words, sample_now}, *console.work.slip);
        const auto& slip = model.slips.front();
        for (const auto& each : {slip.title, slip.what, slip.promise, slip.counterfoil_note}) {
            for (const auto* telling : {"HIV", "एचआईवी", "STI"}) {
                EXPECT_THAT(each, testing::Not(HasSubstr(telling)));
            }
        }
        EXPECT_EQ(slip.where, "The city hospital, room 12");
        EXPECT_EQ(slip.when.size(), 1U);
    }
}

} // namespace
} // namespace verandah::console
