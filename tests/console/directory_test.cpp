// SPDX-License-Identifier: Apache-2.0
// Who can be referred to, and what visitors say of how it is there.
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "stage.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::sample_now;
using test::Stage;
using test::wishes;
using testing::HasSubstr;
using What = AskWork::What;

Console shown_state(std::string_view name)
{
    return test::state_named(name, test::every_work_state());
}

std::string body_asked(const std::vector<Effect>& effects, What what)
{
    for (const auto& effect : effects) {
        const auto* work = std::get_if<WorkEffect>(&effect);
        const auto* ask = work == nullptr ? nullptr : std::get_if<AskWork>(work);
        if (ask != nullptr && ask->what == what) {
            return std::string{ask->body.view()};
        }
    }
    return {};
}

std::vector<Effect> hub_says(Console& console, What what, const std::string& body)
{
    return test::happens(console, WorkAnswered{what, console.work.looks, files::SecretText{std::string{body}}});
}

WorkModel directory(const Console& console)
{
    const auto words = test::translator("en");
    return directory_words({console, words, sample_now});
}

/// The words of the chosen provider.
std::string provider_told(const WorkModel& model)
{
    std::string all = model.panel.title;
    for (const auto& line : model.panel.lines) {
        all += "\n" + line;
    }
    return all;
}

TEST(Directory, TellsWhatAProviderOffersAndWhenAndHow)
{
    const auto model = directory(shown_state("directory"));
    for (const auto* each :
         {"The city hospital, room 12", "12 Station Road", "HIV treatment, PEP", "Monday, Tuesday, Friday 09:00–17:00",
          "English, हिन्दी", "8 of 11 visitors say: friendly.", "Checked today."}) {
        EXPECT_THAT(provider_told(model), HasSubstr(each));
    }
}

TEST(Directory, MarksWhatSomebodyShouldCheckAgain)
{
    auto console = shown_state("directory-unchosen");
    wishes(console, WorkWish{ChooseWork{1}});
    const auto model = directory(console);
    EXPECT_THAT(provider_told(model), HasSubstr("somebody should ask whether this is still so"));
    EXPECT_EQ(model.rows.at(1).cells.back().badge, ui::Tone::soon);
    EXPECT_FALSE(model.rows.at(0).cells.back().badge);
}

TEST(Directory, TellsNoVerdictThatTheHubHasNotTold)
{
    auto console = shown_state("directory-unchosen");
    wishes(console, WorkWish{ChooseWork{1}});
    const auto model = directory(console);
    EXPECT_THAT(provider_told(model), HasSubstr("fewer than 5 visitors have said"));
    EXPECT_EQ(model.rows.at(1).cells.at(3).words, "too few answers");
    EXPECT_EQ(model.rows.at(0).cells.at(3).words, "Friendly");
}

TEST(Directory, TellsNoVerdictFromFewAnswersThoughSomebodySendsThem)
{
    auto console = shown_state("directory");
    auto list = test::sample_referrals(1);
    list.opinions.front().quality = {4, 0, 0};
    wishes(console, WorkWish{AskWorkAgain{}});
    hub_says(console, What::referrals, encode(list));

    EXPECT_EQ(directory(console).rows.at(0).cells.at(3).words, "too few answers");
}

TEST(Directory, IsReachedAndLeftByOneKey)
{
    Stage board{shown_state("referrals")};
    ASSERT_EQ(board.press_letter('P'), (Answer{WorkWish{DoWork{WorkDeed::directory}}}));
    wishes(board.console, WorkWish{DoWork{WorkDeed::directory}});
    ASSERT_EQ(board.press_letter('P'), (Answer{WorkWish{DoWork{WorkDeed::board}}}));
    wishes(board.console, WorkWish{DoWork{WorkDeed::board}});
    EXPECT_FALSE(board.console.work.directory);
    EXPECT_TRUE(chosen_referral(board.console.work)) << "looking somebody up loses the chosen referral";
}

TEST(Directory, TellsAnEmptyListFromOneThatCannotBeHad)
{
    Stage empty{shown_state("directory-empty")};
    empty.show();
    EXPECT_TRUE(empty.rehearsal.shows("There is no provider yet"));
    Stage failed{shown_state("directory-failed")};
    failed.show();
    EXPECT_TRUE(failed.rehearsal.shows("The hub does not answer just now"));
    EXPECT_EQ(failed.press("Try again"), (Answer{WorkWish{AskWorkAgain{}}}));
    const auto effects = wishes(failed.console, WorkWish{AskWorkAgain{}});
    EXPECT_TRUE(std::ranges::any_of(effects, [](const Effect& effect) {
        const auto* work = std::get_if<WorkEffect>(&effect);
        const auto* ask = work == nullptr ? nullptr : std::get_if<AskWork>(work);
        return ask != nullptr && ask->what == What::rules;
    }));
}

TEST(BoardFeedback, IsWrittenWithOneTouch)
{
    auto console = shown_state("referrals-welcome");
    const auto file = std::get<WelcomeSheet>(*console.work.sheet).file;
    wishes(console, ChooseOption{0, 9});
    ASSERT_TRUE(console.work.sheet) << "an option that is not there was taken";
    const auto open = body_asked(wishes(console, ChooseOption{0, 2}), What::open);
    EXPECT_EQ(wire::decode_open_file_request(open).value().file, file);
    const auto write = body_asked(hub_says(console, What::open, encode(wire::FileView{.file = file})), What::write);
    const auto event = wire::decode_write_entry_request(write).value().event;
    EXPECT_EQ(std::get<domain::FeedbackSeen>(event).welcome, domain::Welcome::unfriendly);
}

TEST(BoardFeedback, IsNotAskedOfWhoWasNotThere)
{
    auto console = shown_state("referrals"); // of one that was only issued
    EXPECT_FALSE(is_possible(console.work, WorkDeed::welcome));
    wishes(console, WorkWish{DoWork{WorkDeed::welcome}});
    EXPECT_FALSE(console.work.sheet);
}

TEST(BoardFeedback, IsWrittenTogetherWithThatSheWasThereWhenSheSaysSo)
{
    auto console = shown_state("referrals-move-welcome");
    const auto file = std::get<MoveReferralSheet>(*console.work.sheet).row.file;
    wishes(console, ChooseOption{2, 0});
    wishes(console, Confirm{});
    const auto first = body_asked(hub_says(console, What::open, encode(wire::FileView{.file = file})), What::write);
    EXPECT_TRUE(std::holds_alternative<domain::ReferralMoved>(wire::decode_write_entry_request(first).value().event));
    const auto second = body_asked(hub_says(console, What::write, "{}"), What::write);
    const auto event = wire::decode_write_entry_request(second).value().event;
    EXPECT_EQ(std::get<domain::FeedbackSeen>(event).welcome, domain::Welcome::friendly);
    EXPECT_EQ(body_asked(hub_says(console, What::write, "{}"), What::close), "{}");
}

TEST(BoardFeedback, IsLeftOutWhenSomebodyElseSaysThatSheWasThere)
{
    auto console = shown_state("referrals-move-welcome");
    wishes(console, ChooseOption{2, 0});
    wishes(console, ChooseOption{1, 1}); // by phone
    EXPECT_FALSE(std::get<MoveReferralSheet>(*console.work.sheet).welcome);
    EXPECT_FALSE(asks_welcome(std::get<MoveReferralSheet>(*console.work.sheet)));
}

TEST(DueTabs, ReachEveryStateThereIsByAKey)
{
    const auto console = test::console_with_due(60);
    Stage stage{console};
    std::vector<domain::DueState> reached;
    for (const char32_t letter : {U'D', U'S', U'E', U'L', U'A', U'X', U'J', U'N'}) {
        const auto answer = stage.press_letter(letter);
        ASSERT_TRUE(answer) << static_cast<char>(letter);
        reached.push_back(std::get<ShowDue>(std::get<WorkWish>(*answer)).state);
    }
    EXPECT_THAT(reached, testing::UnorderedElementsAreArray(domain::every_due_state));
}

TEST(DueTabs, LetWhatHasEndedBeTakenBackAndWhatIsTooLateBeDoneAfterAll)
{
    const auto ended = shown_state("due-ended");
    EXPECT_TRUE(is_possible(ended.work, WorkDeed::reopen));
    EXPECT_TRUE(is_possible(ended.work, WorkDeed::complete));
    const auto expired = shown_state("due-expired");
    EXPECT_TRUE(is_possible(expired.work, WorkDeed::complete));
    EXPECT_FALSE(is_possible(expired.work, WorkDeed::trace));
    EXPECT_TRUE(is_possible(shown_state("due-coming").work, WorkDeed::postpone));
}

TEST(DueTabs, AskForWhatIsToComeAndForWhatHasEnded)
{
    auto console = test::console_with_due(20);
    for (const auto& [state, path] : std::initializer_list<std::pair<domain::DueState, const char*>>{
             {domain::DueState::coming, "/v1/care/due?state=coming"},
             {domain::DueState::expired, "/v1/care/due?state=expired"},
             {domain::DueState::ended, "/v1/care/due?state=ended"}}) {
        const auto effects = wishes(console, WorkWish{ShowDue{state}});
        ASSERT_FALSE(effects.empty());
        EXPECT_EQ(std::get<AskWork>(std::get<WorkEffect>(effects.front())).path, path);
    }
}

} // namespace
} // namespace verandah::console
