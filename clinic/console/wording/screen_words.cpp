// SPDX-License-Identifier: Apache-2.0
// Which page is worded, and what lies over it.
#include "clinic/console/wording/words.hpp"

namespace verandah::console {

namespace {

std::vector<RailPlace> rail_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto page = scene.console.page;
    return {{words.translate("Line"), ui::icon::groups, ShowPage{Page::line}, '1', page == Page::line},
            {words.translate("Today"), ui::icon::insights, ShowPage{Page::today}, '2', page == Page::today},
            {words.translate("Blank"), ui::icon::visibility_off, Cover{}, 0, false},
            {words.translate("View"), ui::icon::settings, AskSettings{}, 'V', false}};
}

CoverModel cover_words(const Scene& scene)
{
    const auto& words = scene.words;
    const bool alerted = scene.console.replica && !scene.console.replica->alerts().empty();
    return {.title = words.translate("Welcome"),
            .note = words.translate("Press any key to go on"),
            .alert = alerted ? words.translate("Somebody is waiting for you") : std::string{}};
}

} // namespace

ScreenModel screen_words(const Scene& scene)
{
    const auto& console = scene.console;
    ScreenModel model;
    model.rail = rail_words(scene);
    if (console.covered) {
        model.cover = cover_words(scene);
        return model;
    }
    if (!console.replica || !console.centre) {
        model.opening = OpeningModel{.title = scene.words.translate("Looking for the hub…"),
                                     .note = scene.words.translate("This can take a moment. It goes on by itself.")};
        return model;
    }
    model.alert = alert_words(scene);
    if (console.page == Page::today) {
        model.today = today_words(scene);
    } else {
        model.line = line_words(scene);
    }
    if (console.sheet) {
        model.sheet = sheet_words(scene);
    }
    return model;
}

} // namespace verandah::console
