// SPDX-License-Identifier: Apache-2.0
// A console or a board that is not enrolled: what it shows and says, and the way to its first page.
#include "clinic/console/wording/enrolment_words.hpp"
#include "stage.hpp"
#include "tests/support/running_programs.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using wire::Enrolling;
using EnrolmentAnswer = std::optional<EnrolmentAction>;
using Step = Enrolling::Step;
using testing::IsEmpty;

const domain::EnrolmentInvitation invitation{"192.168.1.10", 8444, {std::byte{1}}, {std::byte{2}}};

/// The screen in every state and language that it has.
std::vector<Enrolling> every_enrolment_state()
{
    std::vector<Enrolling> all{{},
                               {.typed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
                               {.typed = invitation.text()},
                               {.step = Step::address, .typed = "192.168.1.10:8444"},
                               {.step = Step::at_work}};
    using enum wire::EnrolmentComplaint;
    for (const auto complaint :
         {slip, no_code, unreachable, foreign_hub, ask_anew, used, other_kind, later, cannot_keep, not_understood}) {
        all.push_back({.complaint = complaint});
    }
    all.push_back({.step = Step::address, .complaint = no_address});
    return all;
}

struct Shown {
    EnrolmentModel model;
    ui::Rehearsal rehearsal;

    Shown(const Enrolling& enrolling, const char* language, float scale = 1)
        : model{enrolment_words(enrolling, test::translator(language))},
          rehearsal{test::usual_view(test::translator(language).language().direction, scale)}
    {
        rehearsal.show([this](ui::Frame& frame) { return draw_enrolment_screen(frame, model); });
    }
    EnrolmentAnswer press(std::string_view label)
    {
        return rehearsal.press(label, [this](ui::Frame& frame) { return draw_enrolment_screen(frame, model); });
    }
    EnrolmentAnswer press_key(const ui::KeyPress& key)
    {
        return rehearsal.press_key(key, [this](ui::Frame& frame) { return draw_enrolment_screen(frame, model); });
    }
};

TEST(EnrollingConsole, ShowsEveryStateWholeInEveryLanguageAndSize)
{
    for (const char* language : {"en", "hi", "ar"}) {
        for (const float scale : {1.0F, 1.25F}) {
            for (const auto& state : every_enrolment_state()) {
                const Shown shown{state, language, scale};
                EXPECT_THAT(shown.rehearsal.faults({.least_target = 40, .least_gap = 4, .least_text_size = 9}),
                            IsEmpty())
                    << language << " " << shown.model.title << " " << shown.model.notice;
            }
        }
    }
}

TEST(EnrollingConsole, SaysOfEachObstacleWhatToDo)
{
    using enum wire::EnrolmentObstacle;
    std::set<std::string> all;
    for (const auto obstacle :
         {unreachable, foreign_hub, unknown_code, used, other_kind, later, cannot_keep, not_understood}) {
        Enrolling enrolling{.step = Step::at_work};
        fail(enrolling, obstacle);
        const auto notice = enrolment_words(enrolling, test::translator("en")).notice;
        EXPECT_TRUE(all.insert(notice).second) << notice;
    }
}

TEST(EnrollingConsole, GoesOnWithEnterAndBackWithEscape)
{
    Shown code{{.typed = "ABC"}, "en"};
    EXPECT_EQ(code.press("Go on"), EnrolmentAnswer{EnrolmentStep::go_on});
    EXPECT_EQ(code.press_key({.key = ui::Key::enter}), EnrolmentAnswer{EnrolmentStep::go_on});
    EXPECT_EQ(code.press_key({.key = ui::Key::escape}), EnrolmentAnswer{});

    Shown address{{.step = Step::address}, "en"};
    EXPECT_EQ(address.press_key({.key = ui::Key::escape}), EnrolmentAnswer{EnrolmentStep::back});
}

TEST(EnrollingConsole, PastesByButtonAndByControlV)
{
    Shown code{{}, "en"};
    EXPECT_EQ(code.press("Paste"), EnrolmentAnswer{EnrolmentStep::paste});
    EXPECT_EQ(code.press_key({.key = ui::Key::character, .character = U'V', .control = true}),
              EnrolmentAnswer{EnrolmentStep::paste});
    EXPECT_EQ(code.press_key({.key = ui::Key::character, .character = U'V'}), EnrolmentAnswer{});
}

TEST(EnrollingConsole, OffersNothingButTheLanguagesWhileItIsAtWork)
{
    Shown at_work{{.step = Step::at_work}, "en"};

    EXPECT_EQ(at_work.rehearsal.targets().size(), 3U);
    EXPECT_EQ(at_work.press("हिन्दी"), EnrolmentAnswer{ChooseEnrolmentLanguage{"hi"}});
}

TEST(EnrollingConsole, SaysWhatIsWrongAndComesToItsFirstPage)
{
    const test::RunningHub hub;
    const test::TemporaryFolder folder;
    const auto offer = hub.offer("console-7", "console");
    const auto for_kiosk = hub.offer("kiosk-7", "kiosk");
    test::RunningConsole console{folder / "console-7.toml"};

    console.play({R"(wait "This device has no hub yet" 20)", "scan AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFY",
                  R"(wait "That is no code for a device.")", R"(press "हिन्दी")",
                  R"(wait "इस उपकरण का अभी कोई हब नहीं है")", R"(press "English")", "scan " + for_kiosk.code,
                  R"(wait "The code is right. Where is the hub?")", "scan " + for_kiosk.address,
                  R"(wait "This code is for another kind of device. Ask for a new one." 20)", "type " + offer.code,
                  "key Enter", R"(wait "The code is right. Where is the hub?")", "type " + offer.address, "key Enter"});
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!std::filesystem::exists(folder / "console-7.toml") && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(20ms);
    }
    std::this_thread::sleep_for(1s); // one window goes and the other comes, each with a reader of the script

    console.play({R"(wait "Welcome to a new house" 30)"});
}

} // namespace
} // namespace verandah::console
