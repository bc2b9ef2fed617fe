// SPDX-License-Identifier: Apache-2.0
// The page of devices: letting one in by a code on the screen, renaming, shutting out.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/wording/door_words.hpp"
#include "device_states.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using test::happens;
using test::sample_now;
using test::Stage;
using test::wishes;
using testing::IsEmpty;

template <class Wanted>
const Wanted* effect_in(const std::vector<Effect>& effects)
{
    for (const auto& effect : effects) {
        if (const auto* wanted = std::get_if<Wanted>(&effect)) {
            return wanted;
        }
    }
    return nullptr;
}

Console device_state(std::string_view name)
{
    return test::state_named(name, test::every_device_state());
}

wire::DeviceName device(std::string_view name)
{
    return wire::DeviceName::make(name).value();
}

TEST(Devices, AreAPageOnlyForWhoMaySeeThem)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        const auto effects = wishes(console, ShowPage{Page::devices});
        EXPECT_EQ(effect_in<FetchDevices>(effects) != nullptr, domain::may(role, domain::Right::device_list));
    }
}

TEST(Devices, AreLetInByAKindANameAndACodeThatIsShown)
{
    auto console = test::console_with_devices();
    wishes(console, AskDevice{Errand::offer_enrolment});
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty()); // neither kind nor name yet
    wishes(console, ChooseOption{0, 1});
    wishes(console, TypeWords{"Console-2"});

    const auto effects = wishes(console, Confirm{});

    const auto* errand = effect_in<RunErrand>(effects);
    ASSERT_NE(errand, nullptr);
    EXPECT_EQ(errand->path, "/v1/devices/offers");
    EXPECT_EQ(errand->body.view(), wire::encode(wire::OfferRequest{device("console-2"), wire::DeviceKind::console}));
}

TEST(Devices, AreOfferedNoNameThatAnotherHas)
{
    auto console = device_state("add-taken");

    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
}

TEST(Devices, AreAskedAboutEveryTwoSecondsWhileACodeIsShown)
{
    auto console = device_state("offer");
    EXPECT_THAT(happens(console, TimePassed{}, sample_now + 1s), IsEmpty());

    EXPECT_NE(effect_in<FetchDevices>(happens(console, TimePassed{}, sample_now + 2s)), nullptr);
}

TEST(Devices, AreSaidToBeInAndTheirCodeIsGone)
{
    Stage stage{device_state("offer-taken")};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("kiosk-2 is in"));
    EXPECT_FALSE(stage.rehearsal.shows(test::sample_offer().code));
    EXPECT_EQ(stage.press_key({.key = ui::Key::enter}), Answer{Confirm{}});
}

TEST(Devices, ShowNoCodeOnceItsTimeIsOver)
{
    auto console = device_state("offer");
    const auto words = test::translator("en");

    const auto model = offer_words({console, words, sample_now + 10min});

    EXPECT_FALSE(model.qr);
    EXPECT_EQ(model.state, "run out");
}

TEST(Devices, ShowTheirCodeToNobodyWhoComesLater)
{
    for (const Happening& what :
         {Happening{Wish{SessionWish{LockNow{}}}}, Happening{SessionHappening{SessionCame{test::nobody()}}}}) {
        auto console = device_state("offer");
        happens(console, what);
        EXPECT_FALSE(console.session.offer);
    }
    auto alone = device_state("offer");
    happens(alone, TimePassed{}, sample_now + dozes_after);
    EXPECT_FALSE(alone.session.offer);
    auto panicked = device_state("offer");
    happens(panicked, SessionHappening{PanicPressed{}});
    happens(panicked, SessionHappening{PanicPressed{}});
    EXPECT_FALSE(panicked.session.offer);
}

TEST(Devices, AreTakenBackByOneKey)
{
    Stage stage{device_state("offer")};
    const auto answer = stage.press_letter('X');
    ASSERT_EQ(answer, Answer{WithdrawOffer{}});

    const auto effects = wishes(stage.console, *answer);

    ASSERT_NE(effect_in<RunErrand>(effects), nullptr);
    EXPECT_EQ(effect_in<RunErrand>(effects)->path, "/v1/devices/offers/2/withdraw");
}

TEST(Devices, AreShutOutOnlyAfterAQuestionThatSaysWhatItDoes)
{
    auto console = device_state("chosen");
    EXPECT_THAT(wishes(console, AskDevice{Errand::revoke_device}), IsEmpty());
    Stage stage{console};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Shut kiosk-1 out?"));

    const auto effects = wishes(console, Confirm{});

    ASSERT_NE(effect_in<RunErrand>(effects), nullptr);
    EXPECT_EQ(effect_in<RunErrand>(effects)->path, "/v1/devices/kiosk-1/revoke");
}

TEST(Devices, AreRenamed)
{
    auto console = device_state("rename");
    wishes(console, TypeWords{"kiosk-door"});

    const auto effects = wishes(console, Confirm{});

    ASSERT_NE(effect_in<RunErrand>(effects), nullptr);
    EXPECT_EQ(effect_in<RunErrand>(effects)->path, "/v1/devices/kiosk-1/rename");
}

TEST(DeviceScreens, CutNoTextAndPlaceNothingOutsideInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_device_state()) {
                Stage stage{console, language, scale};
                stage.show();
                if (front(console) == Front::nothing) { // what lies behind may stand under it
                    EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << name << " in " << language << " " << scale;
                }
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete) << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

} // namespace
} // namespace verandah::console
