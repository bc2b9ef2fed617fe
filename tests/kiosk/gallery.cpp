// SPDX-License-Identifier: Apache-2.0
// verandah-kiosk-gallery FOLDER [PART OF A NAME]: draws every state of the kiosk in three languages, both shapes and
// all aids to PNG files, without a display, for people to look at.
#include "kiosk/screens/glass.hpp"
#include "sample.hpp"
#include "shared/ui/window.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

namespace {

using namespace verandah;
using namespace verandah::kiosk;

struct Shape {
    const char* name;
    ui::Size size;
};
constexpr Shape shapes[]{{"portrait", {1080, 1920}}, {"landscape", {1280, 800}}};

struct Look {
    const char* name;
    Ease ease;
};
constexpr Look looks[]{
    {"", {}}, {"-large", {.large_text = true}}, {"-contrast-low", {.high_contrast = true, .low_reach = true}}};

struct Gallery {
    std::filesystem::path folder;
    std::string wanted;
    std::map<std::string, wire::CentreView> centres{};

    void draw_all(const Shape& shape)
    {
        ui::Window window{{.title = "Gallery", .size = shape.size}};
        for (const char* code : {"en", "hi", "ar"}) {
            const ui::Translator words{ui::find_language(code).value(), VERANDAH_LANGUAGES};
            for (const Look& look : looks) {
                draw_states(window, shape, look, words);
            }
        }
    }

    void draw_states(ui::Window& window, const Shape& shape, const Look& look, const ui::Translator& words)
    {
        for (const auto& [centre_name, centre] : centres) {
            for (const auto& [name, sample] : test::every_state()) {
                const std::string file =
                    fmt::format("{}{}-{}{}-{}.png", name, centre_name, shape.name, look.name, words.language().code);
                if (file.find(wanted) == std::string::npos) {
                    continue;
                }
                Flow flow = sample;
                flow.ease = look.ease;
                const Scene scene{.flow = flow,
                                  .centre = &centre,
                                  .words = words,
                                  .now = test::now,
                                  .hub_now = centre.now,
                                  .link = centre_name == "-away" ? Link::down : Link::up,
                                  .sound = Sound::ready};
                const ScreenModel model = picture_of(scene);
                const auto view = view_on(Glass::usual(shape.size), shape.size, flow.ease, words.language().direction);
                const auto draw = [&](ui::Frame& frame) { static_cast<void>(draw_screen(frame, model)); };
                window.draw({}, view, draw);
                window.picture(folder / file);
            }
        }
    }
};

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::fputs("verandah-kiosk-gallery FOLDER [PART OF A NAME]\n", stderr);
        return EXIT_FAILURE;
    }
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    std::filesystem::create_directories(arguments[1]);
    Gallery gallery{.folder = arguments[1], .wanted = count > 2 ? arguments[2] : ""};
    gallery.centres.emplace("", test::centre());
    gallery.centres.emplace("-many", test::large_centre(14));
    gallery.centres.emplace("-away", test::centre());
    wire::CentreView closed = test::centre();
    closed.is_open = false;
    closed.opens_at = closed.now + std::chrono::hours{23};
    gallery.centres.emplace("-closed", closed);
    for (const Shape& shape : shapes) {
        gallery.draw_all(shape);
    }
    return EXIT_SUCCESS;
}
