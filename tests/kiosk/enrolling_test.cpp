// SPDX-License-Identifier: Apache-2.0
// A kiosk that is not enrolled: what it says, and the way to the first welcome.
#include "kiosk/wording/enrolment_words.hpp"
#include "shared/ui/window.hpp"
#include "tests/support/running_programs.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

namespace verandah::kiosk {
namespace {

std::string note_of(const wire::Enrolling& enrolling)
{
    const ui::Translator english{ui::find_language("en").value(), ""};
    return enrolment_words(enrolling, english).greeting.note;
}

TEST(Enrolling, SaysOfEachObstacleWhatToDo)
{
    using enum wire::EnrolmentObstacle;
    std::set<std::string> all;
    for (const auto obstacle :
         {unreachable, foreign_hub, unknown_code, used, other_kind, later, cannot_keep, not_understood}) {
        wire::Enrolling enrolling{.step = wire::Enrolling::Step::at_work};
        fail(enrolling, obstacle);
        EXPECT_TRUE(all.insert(note_of(enrolling)).second) << note_of(enrolling);
    }
}

TEST(EnrollingKiosk, ShowsWhatToDoSaysWhatIsWrongAndComesToItsWelcome)
{
    const test::RunningHub hub;
    const verandah::test::TemporaryFolder folder;
    const auto offer = hub.offer("kiosk-2", "kiosk");
    test::RunningKiosk kiosk{folder / "kiosk-2.toml", "540x960"};

    kiosk.play({R"(wait "This kiosk has no hub yet" 20)", "scan AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFY",
                R"(wait "That is no code for a device.")", R"(press "हिन्दी")",
                R"(wait "इस कियोस्क का अभी कोई हब नहीं है")", R"(press "English")", "scan " + offer.code,
                R"(wait "The code is right. Where is the hub?")", "scan " + offer.address});
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!std::filesystem::exists(folder / "kiosk-2.toml") && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(20ms);
    }
    std::this_thread::sleep_for(1s); // one window goes and the other comes, each with a reader of the script

    kiosk.play({R"(wait "I have no card" 30)"});
}

} // namespace
} // namespace verandah::kiosk
