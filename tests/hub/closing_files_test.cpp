// SPDX-License-Identifier: Apache-2.0
// A file that was opened with its visitor there is closed some time after she has gone.
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::ConsentSaid;
using domain::RecordRead;
using enum wire::DeviceKind;
using testing::HasSubstr;

class ClosingFiles : public test::FilesHouse {
protected:
    void SetUp() override
    {
        ticket_ = serve(card_);
        file_ = *opened(with_her(*ticket_, card_, ConsentSaid::Answer::yes)).file;
    }
    void she_goes() { ASSERT_EQ(post(console, "/v1/tickets/1/done").status, 200); }
    wire::Response seen() { return get(console, path_of(*file_)); }
    /// The desk looks about once a second.
    bool is_closed_soon()
    {
        for (int tries = 0; tries < 60; ++tries) {
            if (seen().status != 200) {
                return true;
            }
            std::this_thread::sleep_for(50ms);
        }
        return false;
    }
    void let_the_desk_look() { std::this_thread::sleep_for(2500ms); }
    /// It is known that she is gone, and then the time passes.
    void pass_after_she_went(std::chrono::milliseconds time)
    {
        she_goes();
        let_the_desk_look();
        pass_awake(time);
    }
    /// Somebody does something there all the while, so that nobody has to sign in anew.
    void pass_awake(std::chrono::milliseconds time)
    {
        for (; time > 0ms; time -= 1min) {
            pass(std::min<std::chrono::milliseconds>(time, 1min));
            ASSERT_EQ(post(console, "/v1/session/keep").status, 200);
        }
    }
    static domain::TestOrdered rapid()
    {
        return {domain::TestId{1}, domain::TestCode::make("syphilis.rapid").value(),
                domain::SpecimenCode::make("blood").value()};
    }

    std::string card_{card('a')};
    std::optional<domain::TicketId> ticket_;
    std::optional<domain::FileId> file_;
};

TEST_F(ClosingFiles, AreNeitherReadNorWrittenSomeTimeAfterSheHasGone)
{
    pass_after_she_went(open_after_she_left);

    ASSERT_TRUE(is_closed_soon());
    EXPECT_EQ(seen().status, 410);
    EXPECT_THAT(seen().body, HasSubstr("not_open"));
    EXPECT_EQ(write(*file_, rapid()).status, 410);
}

TEST_F(ClosingFiles, StayOpenForTheNoteThatIsFinishedMeanwhile)
{
    pass_after_she_went(open_after_she_left - 1min);

    EXPECT_FALSE(is_closed_soon());
    EXPECT_EQ(write(*file_, rapid()).status, 201);
}

TEST_F(ClosingFiles, StayOpenAsLongAsSheIsServed)
{
    let_the_desk_look();
    pass_awake(open_after_she_left + 1min);

    EXPECT_FALSE(is_closed_soon());
}

TEST_F(ClosingFiles, OpenAgainFromAListWithAReasonAndStayOpen)
{
    pass_after_she_went(open_after_she_left);
    ASSERT_TRUE(is_closed_soon());

    opened({.way = RecordRead::Way::to_trace, .file = file_});

    EXPECT_FALSE(is_closed_soon());
    EXPECT_EQ(readings().back().way, RecordRead::Way::to_trace);
}

TEST_F(ClosingFiles, OpenAgainWhenSheIsServedAgain)
{
    pass_after_she_went(open_after_she_left);
    ASSERT_TRUE(is_closed_soon());

    opened(with_her(serve(card_), card_));

    EXPECT_EQ(seen().status, 200);
}

TEST(OpenFilesAtASeat, CountAnewFromAClockThatWasSetBack)
{
    const OpenFiles::Seat seat{"console-1", domain::AccountCode::make("nurse-1").value()};
    const domain::FileId file{7};
    const domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + 12h};
    const auto is_gone = [](domain::TicketId) { return false; };
    OpenFiles files;
    files.keep(std::make_shared<OpenedFile>(file, domain::KeptFile{domain::VisitorId{1}, {}}));
    files.open_at(seat, file, domain::TicketId{1});

    files.close_of_gone(is_gone, noon);
    files.close_of_gone(is_gone, noon - 3h);
    files.close_of_gone(is_gone, noon - 3h + open_after_she_left - 1s);
    EXPECT_NE(files.at(seat, file), nullptr);

    files.close_of_gone(is_gone, noon - 3h + open_after_she_left);
    EXPECT_EQ(files.at(seat, file), nullptr);
    EXPECT_TRUE(files.was_closed(seat, file));
}

} // namespace
} // namespace verandah::hub
