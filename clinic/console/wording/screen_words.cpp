// SPDX-License-Identifier: Apache-2.0
// Which page is worded, and what lies over it.
#include "clinic/console/wording/door_words.hpp"
#include "clinic/console/wording/forgetting_words.hpp"
#include "clinic/console/wording/past_words.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/stock_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <utility>

namespace verandah::console {

namespace {

RailPlace place_words(const Scene& scene, Page page, char32_t digit)
{
    const auto& words = scene.words;
    const bool chosen = scene.console.page == page;
    // In a record the plain digits answer its questions.
    const auto key = scene.console.page == Page::record ? ui::with_control(digit) : ui::shortcut(digit);
    switch (page) {
    case Page::line: return {words.translate("Line"), ui::icon::groups, ShowPage{page}, key, chosen};
    case Page::record: return {words.translate("Record"), ui::icon::assignment, ShowPage{page}, key, chosen};
    case Page::tracing: return {words.translate("To find"), ui::icon::directions_walk, ShowPage{page}, key, chosen};
    case Page::due: return {words.translate("Due"), ui::icon::event_repeat, ShowPage{page}, key, chosen};
    case Page::results: return {words.translate("Results"), ui::icon::science, ShowPage{page}, key, chosen};
    case Page::referrals:
        return {words.translate("Referrals"), ui::icon::forward_to_inbox, ShowPage{page}, key, chosen};
    case Page::stock: return {words.translate("Stock"), ui::icon::inventory, ShowPage{page}, key, chosen};
    case Page::today: return {words.translate("Today"), ui::icon::insights, ShowPage{page}, key, chosen};
    case Page::staff: return {words.translate("Accounts"), ui::icon::manage_accounts, ShowPage{page}, key, chosen};
    case Page::devices: return {words.translate("Devices"), ui::icon::devices, ShowPage{page}, key, chosen};
    case Page::past: return {words.translate("Look back"), ui::icon::history, ShowPage{page}, key, chosen};
    }
    std::unreachable();
}

/// The pages she may see; below them what covers or changes the screen.
std::vector<RailPlace> rail_words(const Scene& scene)
{
    const auto& words = scene.words;
    std::vector<RailPlace> rail;
    char32_t digit = U'1';
    for (const auto page : pages(scene.console)) {
        rail.push_back(place_words(scene, page, digit++));
    }
    rail.push_back({words.translate("Blank"), ui::icon::visibility_off, Cover{}, ui::shortcut(ui::Key::escape), false});
    rail.push_back({words.translate("View"), ui::icon::settings, AskSettings{}, ui::shortcut('V'), false});
    if (who_words(scene)) {
        rail.push_back({words.translate("Lock"), ui::icon::lock, LockNow{}, ui::with_control('L'), false});
    }
    return rail;
}

CoverModel cover_words(const Scene& scene)
{
    const auto& words = scene.words;
    const bool alerted = open_alerts(scene.console) > 0;
    return {.title = words.translate("Welcome"),
            .note = words.translate("Press any key to go on"),
            .alert = alerted ? words.translate("Somebody is waiting for you") : std::string{}};
}

/// The page, its rail, and the question over it.
void word_pages(const Scene& scene, ScreenModel& model)
{
    const auto& console = scene.console;
    model.rail = rail_words(scene);
    if (!console.replica || !console.centre || door(console) == Door::unknown) {
        model.opening = OpeningModel{.title = scene.words.translate("Looking for the hub…"),
                                     .note = scene.words.translate("This can take a moment. It goes on by itself.")};
        return;
    }
    model.banner = banner_words(scene);
    model.asked_to_forget = asked_to_forget_words(scene);
    model.alert = alert_words(scene);
    switch (console.page) {
    case Page::line: model.line = line_words(scene); break;
    case Page::record: model.record = record_words(scene); break;
    case Page::stock: model.stock = stock_words(scene); break;
    case Page::today: model.today = today_words(scene); break;
    case Page::tracing: model.work = tracing_words(scene); break;
    case Page::due: model.work = due_words(scene); break;
    case Page::results: model.work = result_list_words(scene); break;
    case Page::referrals: model.work = console.work.directory ? directory_words(scene) : referral_words(scene); break;
    case Page::staff: model.staff = staff_words(scene); break;
    case Page::devices: model.devices = devices_words(scene); break;
    case Page::past: model.past = past_words(scene); break;
    }
    if (console.session.told) {
        model.told = told_words(scene);
    } else if (console.session.offer) {
        model.offer = offer_words(scene);
    } else if (console.session.question) {
        model.sheet = account_sheet_words(scene);
    } else if (console.forgetting.sheet) {
        model.forgetting = forgetting_words(scene);
    } else if (console.sheet) {
        model.sheet = sheet_words(scene);
    } else if (console.work.sheet) {
        model.sheet = work_sheet_words(scene, *console.work.sheet);
    } else if (console.work.slip) {
        model.slip = slip_words(scene, *console.work.slip);
    }
}

} // namespace

ScreenModel screen_words(const Scene& scene)
{
    const auto& console = scene.console;
    ScreenModel model;
    model.quiet_note = quiet_words(scene);
    if (console.covered) {
        model.cover = cover_words(scene);
        return model;
    }
    const auto stands = door(console);
    if (stands == Door::pin) {
        model.pin = pin_words(scene);
        return model;
    }
    if (console.session.form) {
        model.form = form_words(scene);
        if (stands != Door::open) {
            return model;
        }
    }
    word_pages(scene, model);
    return model;
}

} // namespace verandah::console
