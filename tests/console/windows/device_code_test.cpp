// SPDX-License-Identifier: Apache-2.0
// The code of a device to be let in, read back by another library from what a real window painted.
#include "clinic/console/screens/screen.hpp"
#include "clinic/console/wording/words.hpp"
#include "shared/domain/enrolment/enrolment_code.hpp"
#include "shared/ui/window.hpp"
#include "tests/console/device_states.hpp"
#include "tests/console/stage.hpp"
#include "tests/support/painted_code.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace verandah::console {
namespace {

std::string painted_code(const ui::View& view)
{
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    const test::TemporaryFolder folder;
    const auto words = test::translator("en");
    const auto console = test::console_offering();
    const auto model = screen_words({console, words, test::sample_now});
    ui::Window window{{.title = "Code", .size = view.size}};
    window.draw({}, view, [&](ui::Frame& frame) { static_cast<void>(draw_screen(frame, model)); });
    window.picture(folder / "code.png");
    return test::code_in_picture(folder / "code.png");
}

TEST(DeviceCode, IsReadByAnotherLibraryFromThePaintedScreen)
{
    for (const auto& view :
         {ui::View{.size = {1366, 768}, .motion = ui::Motion::reduced},
          ui::View{.size = {1366, 768}, .scale = 1.25F, .motion = ui::Motion::reduced},
          ui::View{.size = {1024, 768}, .motion = ui::Motion::reduced, .theme = &ui::Theme::night_time()}}) {
        const auto read = domain::EnrolmentInvitation::parse(painted_code(view));
        ASSERT_TRUE(read);
        EXPECT_EQ(read->text(), test::sample_offer().qr);
    }
}

} // namespace
} // namespace verandah::console
