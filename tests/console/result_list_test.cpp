// SPDX-License-Identifier: Apache-2.0
// Results to tell and results awaited: asked for, told, written down.
#include "clinic/console/flow/work_steps.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "result_states.hpp"
#include "stage.hpp"
#include "whole_screens.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::happens;
using test::Stage;
using test::wishes;
using test::work_asked;
using testing::IsEmpty;
using wire::ResultWait;
using What = AskWork::What;

Console result_state(std::string_view name)
{
    return test::state_named(name, test::every_result_state());
}

/// Plays the hub's part; what was written, in the file that was opened for it.
std::optional<domain::TestMoved> written_by(Console& console, const std::vector<Effect>& effects, domain::FileId file)
{
    const auto answered = [&](What what, const std::string& body) {
        return happens(console, WorkAnswered{what, console.work.looks, files::SecretText{std::string{body}}});
    };
    const auto open = work_asked(effects, What::open);
    if (!open || wire::decode_open_file_request(open->body.view())->file != file ||
        wire::decode_open_file_request(open->body.view())->way != domain::RecordRead::Way::to_tell) {
        return std::nullopt;
    }
    const auto write = work_asked(answered(What::open, encode(wire::FileView{.file = file})), What::write);
    static_cast<void>(answered(What::write, "{}"));
    EXPECT_TRUE(work_asked(answered(What::close, "{}"), What::results)) << "the list is not asked for anew";
    const auto event = wire::decode_write_entry_request(write->body.view()).value().event;
    return std::get<domain::TestMoved>(event);
}

TEST(ResultsPage, IsForWhoReadsRecords)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        const auto effects = wishes(console, ShowPage{Page::results});
        EXPECT_EQ(work_asked(effects, What::results).has_value(), domain::may(role, domain::Right::record_read))
            << domain::word(role);
    }
}

TEST(ResultsPage, AsksForWhatIsToBeToldFirst)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(domain::Role::clinician));
    EXPECT_EQ(work_asked(wishes(console, ShowPage{Page::results}), What::results)->path, "/v1/care/results");
    EXPECT_EQ(work_asked(wishes(console, WorkWish{ShowResults{ResultWait::awaited}}), What::results)->path,
              "/v1/care/results?wait=awaited");
}

TEST(ResultsPage, WritesWithOneKeyThatSheWasTold)
{
    auto console = result_state("results");
    const auto row = *chosen_result(console.work);

    const auto written = written_by(console, wishes(console, WorkWish{DoWork{WorkDeed::tell}}), row.file);

    EXPECT_EQ(written, (domain::TestMoved{row.test, domain::TestMove::tell}));
}

TEST(ResultsPage, WritesWhatCameOutOfAnAwaitedTestWithTwo)
{
    auto console = result_state("results-came");
    const auto row = *chosen_result(console.work);
    const auto results = results_of(console, row.kind);
    ASSERT_GT(results.size(), 3U); // a titre: one for each dilution

    const auto written = written_by(console, wishes(console, ChooseOption{0, 2}), row.file);

    EXPECT_EQ(written, (domain::TestMoved{row.test, domain::TestMove::result, results.at(2)}));
}

TEST(ResultsPage, WritesThatNothingWillComeOfATest)
{
    auto console = result_state("results-came");
    const auto row = *chosen_result(console.work);
    const auto nothing = results_of(console, row.kind).size();

    const auto written = written_by(console, wishes(console, ChooseOption{0, nothing}), row.file);

    EXPECT_EQ(written, (domain::TestMoved{row.test, domain::TestMove::cancel}));
}

TEST(ResultsPage, TakesNoChoiceThatIsNotThere)
{
    auto console = result_state("results-came");
    EXPECT_THAT(wishes(console, ChooseOption{0, 400}), IsEmpty());
    EXPECT_TRUE(console.work.sheet);
}

TEST(ResultsPage, DoesNothingWithoutAChosenRow)
{
    auto console = test::console_with_results(ResultWait::to_tell, 12);
    EXPECT_THAT(wishes(console, WorkWish{DoWork{WorkDeed::tell}}), IsEmpty());
    wishes(console, WorkWish{ChooseWork{99}});
    EXPECT_THAT(wishes(console, WorkWish{DoWork{WorkDeed::result}}), IsEmpty());
}

TEST(ResultsPage, TellsNoResultThatHasNotCome)
{
    auto console = result_state("results-awaited");
    EXPECT_THAT(wishes(console, WorkWish{DoWork{WorkDeed::tell}}), IsEmpty());
}

TEST(ResultsPage, ForgetsItsRowsWhenSomebodyElseSignsIn)
{
    auto console = result_state("results-many");
    happens(console, SessionHappening{SessionCame{test::signed_in(domain::Role::reception, "front-1")}});
    EXPECT_FALSE(console.work.results.list);
    EXPECT_NE(console.page, Page::results);
}

TEST(ResultsPage, CutsNoTextAndPlacesNothingOutsideInAnyStateLanguageAndSize)
{
    test::expect_whole_screens(test::every_result_state());
}

} // namespace
} // namespace verandah::console
