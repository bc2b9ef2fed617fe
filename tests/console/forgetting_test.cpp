// SPDX-License-Identifier: Apache-2.0
// Forgetting a visitor at the console: asked for quietly, done by two acts, never by one key, and told how it went.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/wording/words_shown.hpp"
#include "forgetting_states.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "sample.hpp"
#include "shared/domain/card/card_code.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::console {
namespace {

using domain::Role;
using test::happens;
using test::sample_now;
using test::Stage;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Console forgetting_state(std::string_view name)
{
    return test::state_named(name, test::every_forgetting_state());
}

std::vector<Effect> wish(Console& console, const ForgettingWish& what)
{
    return handle(console, Wish{what}, sample_now);
}

const RunErrand* first_errand_in(const std::vector<Effect>& effects)
{
    const auto found =
        std::ranges::find_if(effects, [](const Effect& effect) { return std::holds_alternative<RunErrand>(effect); });
    return found == effects.end() ? nullptr : &std::get<RunErrand>(*found);
}

bool fetches_requests(const std::vector<Effect>& effects)
{
    return std::ranges::any_of(
        effects, [](const Effect& effect) { return std::holds_alternative<FetchForgettingRequests>(effect); });
}

template <class Step>
bool is_at(const Console& console)
{
    return console.forgetting.sheet && std::holds_alternative<Step>(*console.forgetting.sheet);
}

// The request.

TEST(AskedToForget, IsFetchedByWhoeverMayForgetAndByNobodyElse)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        const bool may = domain::may(role, domain::Right::visitor_forget);
        EXPECT_EQ(fetches_requests(happens(console, ForgettingHappening{ForgettingRequestsChanged{}})), may);
        happens(console, ForgettingHappening{ForgettingRequestsCame{test::asked_to_forget(1)}});
        EXPECT_EQ(console.forgetting.asked.requests.size(), may ? 1U : 0U) << domain::word(role);
    }
}

TEST(AskedToForget, IsFetchedWhenSheComesInAndWhenTheHubIsBack)
{
    auto console = test::console_at_the_door(test::nobody());
    EXPECT_TRUE(fetches_requests(happens(console, SessionHappening{SessionCame{test::signed_in(Role::reception)}})));
    happens(console, LinkWent{Link::reconnecting});
    EXPECT_TRUE(fetches_requests(happens(console, LinkWent{Link::live})));
}

TEST(AskedToForget, SaysWhichKioskAndWhenAndNoName)
{
    Stage stage{forgetting_state("asked")};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Somebody at kiosk 1 asks to be forgotten"));
    EXPECT_TRUE(stage.rehearsal.shows("3 min ago"));
    EXPECT_EQ(stage.press("Look at it"),
              (Answer{ForgettingWish{OpenForgettingRequest{domain::ForgettingRequestId{1}}}}));
    EXPECT_EQ(stage.press_letter('F'), (Answer{ForgettingWish{OpenForgettingRequest{domain::ForgettingRequestId{1}}}}));
}

TEST(AskedToForget, StandsOnEveryPageSheMaySee)
{
    auto console = forgetting_state("asked");
    for (const auto page : pages(console)) {
        happens(console, Wish{ShowPage{page}});
        Stage stage{console};
        stage.show();
        EXPECT_TRUE(stage.rehearsal.shows("Somebody at kiosk 1 asks to be forgotten"));
    }
}

TEST(AskedToForget, IsNotShownUnderTheCoverNorBehindThePin)
{
    auto covered = forgetting_state("asked");
    happens(covered, Wish{Cover{}});
    auto dozing = forgetting_state("asked");
    happens(dozing, Wish{SessionWish{LockNow{}}});
    for (const auto& console : {covered, dozing}) {
        Stage stage{console};
        stage.show();
        for (const auto& words : stage.rehearsal.words()) {
            EXPECT_THAT(words, Not(HasSubstr("forgotten")));
        }
    }
}

TEST(AskedToForget, IsForgottenWhenSomebodyElseStandsHere)
{
    auto console = forgetting_state("by-request");
    happens(console, SessionHappening{SessionCame{test::signed_in(Role::administrator, "chief")}});

    EXPECT_THAT(console.forgetting.asked.requests, IsEmpty());
    EXPECT_FALSE(console.forgetting.sheet);
}

// Done by two acts.

TEST(ForgettingAVisitor, IsAskedOfTheHubOnlyOnceSheIsSaidToAgree)
{
    auto console = forgetting_state("by-request");
    EXPECT_THAT(wish(console, ForgetNow{}), IsEmpty());
    wish(console, TurnAgreed{});

    const auto effects = wish(console, ForgetNow{});
    ASSERT_NE(first_errand_in(effects), nullptr);
    EXPECT_EQ(first_errand_in(effects)->path, "/v1/forgetting-requests/1/carry-out");
    EXPECT_TRUE(is_at<ForgettingUnderWay>(console));
    EXPECT_THAT(wish(console, ForgetNow{}), IsEmpty());
    EXPECT_THAT(wish(console, CloseForgetting{}), IsEmpty());
    EXPECT_TRUE(is_at<ForgettingUnderWay>(console));
}

TEST(ForgettingAVisitor, CanBeTakenBackUntilItIsDone)
{
    auto console = forgetting_state("agreed");
    wish(console, TurnAgreed{});
    EXPECT_THAT(wish(console, ForgetNow{}), IsEmpty());
    wish(console, CloseForgetting{});

    EXPECT_FALSE(console.forgetting.sheet);
    EXPECT_EQ(console.forgetting.asked.requests.size(), 1U); // for a colleague
}

TEST(ForgettingAVisitor, SendsTheCardThatWasScannedAndNothingElse)
{
    auto console = forgetting_state("by-card");
    wish(console, TurnAgreed{});
    const auto effects = wish(console, ForgetNow{});

    ASSERT_NE(first_errand_in(effects), nullptr);
    EXPECT_EQ(first_errand_in(effects)->path, "/v1/visitors/forget");
    EXPECT_EQ(first_errand_in(effects)->body.view(), R"({"card":")" + test::scanned_card() + R"("})");
}

TEST(ForgettingAVisitor, IsDoneByNoOneKeyNorByACardThatIsScannedTwice)
{
    Stage stage{forgetting_state("by-request")};
    const auto type = [&](const std::string& text) {
        return stage.rehearsal.type(text, [&](ui::Frame& frame) { return stage.draw(frame); });
    };
    for (char32_t letter = U'!'; letter <= U'~'; ++letter) {
        const auto answer = stage.press_letter(letter);
        EXPECT_NE(answer, (Answer{ForgettingWish{ForgetNow{}}})) << static_cast<char>(letter);
    }
    for (const auto key : {ui::Key::enter, ui::Key::space, ui::Key::tab, ui::Key::backspace}) {
        EXPECT_EQ(stage.press_key({.key = key}), Answer{});
    }
    EXPECT_EQ(type(test::scanned_card()), Answer{});
    for (const char letter : test::scanned_card()) {
        EXPECT_EQ(stage.press_letter(static_cast<char32_t>(letter)), Answer{}) << letter;
    }
}

TEST(ForgettingAVisitor, IsDoneByTheKeyboardAloneInTwoActs)
{
    Stage stage{forgetting_state("by-request")};
    const auto does = [&](const Answer& answer) {
        ASSERT_TRUE(answer);
        happens(stage.console, Wish{*answer});
    };
    does(stage.press_letter('1'));
    does(stage.press_key({.key = ui::Key::enter}));

    EXPECT_TRUE(is_at<ForgettingUnderWay>(stage.console));
}

TEST(ForgettingAVisitor, IsNotAskedOfAHubThatIsAway)
{
    auto console = forgetting_state("away");
    EXPECT_THAT(wish(console, ForgetNow{}), IsEmpty());
    Stage stage{console};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Reconnecting. Please try again in a moment."));
}

TEST(ForgettingAVisitor, IsDeclinedForEveryConsole)
{
    Stage stage{forgetting_state("by-request")};
    EXPECT_EQ(stage.press("Not now"), (Answer{ForgettingWish{DeclineForgetting{}}}));
    const auto effects = wish(stage.console, DeclineForgetting{});

    ASSERT_NE(first_errand_in(effects), nullptr);
    EXPECT_EQ(first_errand_in(effects)->path, "/v1/forgetting-requests/1/decline");
    EXPECT_FALSE(stage.console.forgetting.sheet);
    Stage by_card{forgetting_state("by-card")};
    by_card.show();
    EXPECT_FALSE(by_card.rehearsal.shows("Not now")); // nobody asked
}

// The card.

TEST(CardToForget, IsTakenFromAScannerThatTypesAllOfItWithinAFrame)
{
    Stage stage{forgetting_state("scan")};
    stage.show(); // the field takes the focus by itself
    const auto answer = stage.rehearsal.show([&](ui::Frame& frame) { return stage.draw(frame); },
                                             {.keys = {{.key = ui::Key::enter}}, .text = test::scanned_card()});

    ASSERT_EQ(answer, (Answer{ForgettingWish{ReadCard{files::SecretText{test::scanned_card()}}}}));
    happens(stage.console, Wish{*answer});
    EXPECT_TRUE(is_at<ConsiderForgetting>(stage.console));
}

TEST(CardToForget, IsTakenFromAScannerThatTypesOneByOne)
{
    Stage stage{forgetting_state("scan")};
    stage.show();
    for (const char letter : test::scanned_card()) {
        const auto typed =
            stage.rehearsal.type(std::string{letter}, [&](ui::Frame& frame) { return stage.draw(frame); });
        ASSERT_TRUE(typed);
        happens(stage.console, Wish{*typed});
    }
    const auto read = stage.press_key({.key = ui::Key::enter});

    EXPECT_EQ(read, (Answer{ForgettingWish{ReadCard{files::SecretText{test::scanned_card()}}}}));
}

TEST(CardToForget, IsRefusedWhenItIsNoCard)
{
    for (const std::string& garbage : {std::string{"x"}, std::string(100, 'A'), test::scanned_card() + "A"}) {
        auto console = forgetting_state("scan");
        wish(console, ReadCard{files::SecretText{std::string{garbage}}});
        ASSERT_TRUE(is_at<ScanCard>(console)) << garbage;
        EXPECT_EQ(std::get<ScanCard>(*console.forgetting.sheet).read, ScanCard::Read::not_a_card);
    }
}

TEST(CardToForget, IsNeitherDrawnNorToldToAScript)
{
    for (const auto& [name, console] : test::every_forgetting_state()) {
        Stage stage{console};
        stage.show();
        auto all = stage.rehearsal.words();
        std::ranges::move(words_shown(console::screen_words({console, test::translator("en"), sample_now})),
                          std::back_inserter(all));
        for (const auto& words : all) {
            EXPECT_THAT(words, Not(HasSubstr(test::scanned_card().substr(0, 8)))) << name;
        }
    }
}

TEST(CardToForget, IsNotKeptOnceTheHubWasAskedNorWhenTheConsoleDozes)
{
    auto console = forgetting_state("by-card");
    wish(console, TurnAgreed{});
    wish(console, ForgetNow{});
    EXPECT_TRUE(is_at<ForgettingUnderWay>(console)); // which holds nothing

    auto dozing = forgetting_state("by-card");
    happens(dozing, Wish{SessionWish{LockNow{}}});
    EXPECT_FALSE(dozing.forgetting.sheet);

    auto panicked = forgetting_state("by-card");
    happens(panicked, SessionHappening{PanicPressed{}});
    happens(panicked, SessionHappening{PanicPressed{}});
    EXPECT_FALSE(panicked.forgetting.sheet);
}

TEST(CardToForget, IsAskedForFromTheMenuByWhoeverMay)
{
    auto reception = test::console_with(test::busy_line(), test::signed_in(Role::reception));
    EXPECT_THAT(menu(reception), Contains(MenuItem::forget_visitor));
    auto administrator = test::console_with(test::busy_line(), test::signed_in(Role::administrator));
    EXPECT_THAT(menu(administrator), Not(Contains(MenuItem::forget_visitor)));
    wish(administrator, AskForCard{});
    EXPECT_FALSE(administrator.forgetting.sheet);
}

// How it went.

TEST(ForgettingAVisitor, SaysHowItWentAndWhatToDoNow)
{
    const std::vector<std::pair<const char*, const char*>> said{{"forgotten", "Forgotten"},
                                                                {"nothing-kept", "Nothing was kept"},
                                                                {"gone", "That request is not there any more"},
                                                                {"locked", "Nothing was forgotten"},
                                                                {"not-allowed", "Nothing was forgotten"},
                                                                {"unknown", "The hub did not answer"}};
    for (const auto& [name, title] : said) {
        Stage stage{forgetting_state(name)};
        stage.show();
        EXPECT_TRUE(stage.rehearsal.shows(title)) << name;
        EXPECT_FALSE(stage.console.session.under_way) << name;
    }
    Stage done{forgetting_state("forgotten")};
    EXPECT_EQ(done.press_key({.key = ui::Key::enter}), (Answer{ForgettingWish{CloseForgetting{}}}));
    Stage failed{forgetting_state("unknown")};
    EXPECT_EQ(failed.press("Scan her card"), (Answer{ForgettingWish{AskForCard{}}}));
}

TEST(ForgettingAVisitor, SaysThatTheRequestIsGoneWhenAColleagueSawToIt)
{
    auto console = forgetting_state("agreed");
    happens(console, ForgettingHappening{ForgettingRequestsCame{}});

    ASSERT_TRUE(is_at<ForgettingFailed>(console));
    EXPECT_EQ(std::get<ForgettingFailed>(*console.forgetting.sheet).why, ForgettingTrouble::gone);
}

TEST(ForgettingAVisitor, IsNotSaidToBeGoneWhileItIsBeingDoneHere)
{
    auto console = forgetting_state("under-way");
    happens(console, ForgettingHappening{ForgettingRequestsCame{}});

    EXPECT_TRUE(is_at<ForgettingUnderWay>(console));
}

TEST(ForgettingAVisitor, TellsNobodyElseHowItWent)
{
    auto console = forgetting_state("under-way");
    happens(console, SessionHappening{SessionCame{test::signed_in(Role::clinician, "colleague")}});
    happens(console, SessionHappening{ErrandDone{Errand::carry_out_forgetting,
                                                 files::SecretText{wire::encode(wire::ForgettingReceipt{
                                                     wire::ForgettingReceipt::Outcome::forgotten})}}});

    EXPECT_FALSE(console.forgetting.sheet);
    EXPECT_FALSE(console.session.under_way);
}

TEST(ForgettingAVisitor, LetsNothingBehindTheSheetBePressed)
{
    auto console = forgetting_state("by-request");
    for (const Wish& behind : std::vector<Wish>{Do{Deed::call_next}, ShowPage{Page::today}, Confirm{}, Dismiss{},
                                                SessionWish{AskMenu{}}, AskSettings{}}) {
        auto copy = console;
        EXPECT_THAT(happens(copy, behind), IsEmpty());
        EXPECT_TRUE(is_at<ConsiderForgetting>(copy));
        EXPECT_FALSE(copy.sheet);
    }
}

// The screens.

TEST(ForgettingScreens, CutNoTextInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_forgetting_state()) {
                Stage stage{console, language, scale};
                stage.show();
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete) << name << " in " << language << " at " << scale << ": " << text.words;
                }
                if (front(console) == Front::nothing) { // what lies behind may stand under it
                    EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << name << " in " << language << " at " << scale;
                }
            }
        }
    }
}

TEST(ForgettingScreens, MirrorInArabic)
{
    Stage english{forgetting_state("agreed")};
    Stage arabic{forgetting_state("agreed"), "ar"};
    english.show();
    arabic.show();

    EXPECT_GT(english.rehearsal.target("Forget this visitor").rect.x, 683);
    EXPECT_LT(arabic.rehearsal.target("نسيان هذه الزائرة").rect.x, 683);
}

} // namespace
} // namespace verandah::console
