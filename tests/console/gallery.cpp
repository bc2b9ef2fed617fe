// SPDX-License-Identifier: Apache-2.0
// verandah-clinic-gallery FOLDER [PART OF A NAME]: draws console and board in their states, languages, themes and
// sizes to PNG files, without a display, for people to look at. Prints how long words and frames of long lists take.
#include "clinic/console/screens/screen.hpp"
#include "clinic/console/wording/board_words.hpp"
#include "clinic/console/wording/enrolment_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "counterfoil_states.hpp"
#include "device_states.hpp"
#include "door_states.hpp"
#include "forgetting_states.hpp"
#include "past_states.hpp"
#include "record_states.hpp"
#include "refer_states.hpp"
#include "result_states.hpp"
#include "sample.hpp"
#include "shared/ui/window.hpp"
#include "stock_states.hpp"
#include "tracing_states.hpp"
#include "work_states.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <map>

namespace {

using namespace verandah;
using namespace verandah::console;

struct Look {
    const char* name;
    const ui::Theme* theme;
    float scale;
};
const Look looks[]{{"", &ui::Theme::light(), 1},
                   {"-large", &ui::Theme::light(), 1.25F},
                   {"-contrast", &ui::Theme::high_contrast(), 1},
                   {"-night", &ui::Theme::night_time(), 1}};

void wish(Console& console, const Wish& wish)
{
    static_cast<void>(handle(console, wish, test::sample_now));
}

domain::AlertRaised alert(int id)
{
    return {domain::AlertId{id}, domain::AlertKind::help, "kiosk-1", test::sample_now - std::chrono::seconds{20 * id}};
}

std::map<std::string, Console> consoles()
{
    std::map<std::string, Console> all;
    const Console busy = test::console_with(test::busy_line());
    all["line"] = busy;
    all["alert"] = busy;
    static_cast<void>(
        handle(all["alert"], LineChanged{2, {.tickets = {}, .alerts = {alert(1), alert(2)}}}, test::sample_now));
    all["chosen"] = busy;
    wish(all["chosen"], StepRow{1});
    wish(all["chosen"], StepRow{1});
    all["away"] = busy;
    static_cast<void>(handle(all["away"], LinkWent{Link::reconnecting}, test::sample_now));
    all["today"] = busy;
    wish(all["today"], ShowPage{Page::today});
    all["covered"] = all["alert"];
    wish(all["covered"], Cover{});
    all["empty"] = test::console_with(domain::Line{test::sample_centre()});
    all["many"] = test::console_with(test::long_line(300));
    wish(all["many"], Do{Deed::call_again});
    for (const auto& [name, deed] :
         std::map<std::string, Deed>{{"sheet-send", Deed::send_on}, {"sheet-add", Deed::add_person}}) {
        all[name] = busy;
        wish(all[name], Do{deed});
    }
    for (const auto& [name, deed] :
         std::map<std::string, Deed>{{"sheet-hold", Deed::hold}, {"sheet-class", Deed::change_class}}) {
        all[name] = all["chosen"];
        wish(all[name], Do{deed});
    }
    all["sheet-class"].sheet = ClassSheet{*all["sheet-class"].chosen};
    all["sheet-call"] = all["chosen"];
    all["sheet-call"].sheet = CallThisSheet{*all["chosen"].chosen, UsualReason::unwell};
    all["sheet-room"] = busy;
    wish(all["sheet-room"], AskStation{});
    all["sheet-view"] = busy;
    wish(all["sheet-view"], AskSettings{});
    all["sheet-close"] = all["today"];
    wish(all["sheet-close"], Do{Deed::close_day});
    all["opening"] = Console{};
    for (auto& [name, state] : test::every_door_state()) {
        all["door-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_counterfoil_state()) {
        all["slip-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_device_state()) {
        all["device-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_past_state()) {
        all["past-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_record_state()) {
        all["record-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_result_state()) {
        all[name] = std::move(state);
    }
    for (auto& [name, state] : test::every_tracing_state()) {
        all[name] = std::move(state);
    }
    for (auto& [name, state] : test::every_refer_state()) {
        all["refer-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_work_state()) {
        all["work-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_stock_state()) {
        all["stock-" + name] = std::move(state);
    }
    for (auto& [name, state] : test::every_forgetting_state()) {
        all["forget-" + name] = std::move(state);
    }
    return all;
}

void draw_consoles(const std::filesystem::path& folder, const std::string& wanted)
{
    ui::Window window{{.title = "Gallery", .size = {1366, 768}}};
    for (const char* code : {"en", "hi", "ar"}) {
        const ui::Translator words{ui::find_language(code).value(), VERANDAH_LANGUAGES};
        for (const auto& [name, state] : consoles()) {
            for (const auto& look : looks) {
                const std::string file = fmt::format("{}{}-{}.png", name, look.name, code);
                if (file.find(wanted) == std::string::npos) {
                    continue;
                }
                const auto model = screen_words({state, words, test::sample_now});
                window.draw({},
                            {.scale = look.scale,
                             .direction = words.language().direction,
                             .motion = ui::Motion::reduced,
                             .theme = look.theme},
                            [&](ui::Frame& frame) { static_cast<void>(draw_screen(frame, model)); });
                window.picture(folder / file);
            }
        }
    }
}

/// A console that is not enrolled, in its states.
void draw_enrolment(const std::filesystem::path& folder, const std::string& wanted)
{
    ui::Window window{{.title = "Gallery", .size = {1366, 768}}};
    const std::map<std::string, wire::Enrolling> states{
        {"begin", {}},
        {"typed", {.typed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}},
        {"wrong", {.complaint = wire::EnrolmentComplaint::slip}},
        {"address", {.step = wire::Enrolling::Step::address, .typed = "192.168.1.10:8444"}},
        {"working", {.step = wire::Enrolling::Step::at_work}}};
    for (const char* code : {"en", "hi", "ar"}) {
        const ui::Translator words{ui::find_language(code).value(), VERANDAH_LANGUAGES};
        for (const auto& [name, state] : states) {
            const std::string file = fmt::format("enrol-{}-{}.png", name, code);
            if (file.find(wanted) == std::string::npos) {
                continue;
            }
            const auto model = enrolment_words(state, words);
            window.draw({}, {.direction = words.language().direction, .motion = ui::Motion::reduced},
                        [&](ui::Frame& frame) { static_cast<void>(draw_enrolment_screen(frame, model)); });
            window.picture(folder / file);
        }
    }
}

Board board()
{
    Board board;
    static_cast<void>(handle(board, LinkWent{Link::live}, test::sample_now));
    wire::BoardView view{.sequence = 1, .waiting = 11};
    int minute = 1;
    for (const auto& [number, sign] :
         std::initializer_list<std::pair<int, const char*>>{{52, "2"}, {31, "2"}, {45, "4"}, {30, "1"}, {42, "Desk"}}) {
        view.calls.push_back(
            {domain::TicketNumber::make(number).value(), sign, 1, test::sample_now - std::chrono::minutes{minute++}});
    }
    static_cast<void>(handle(board, BoardCame{view}, test::sample_now));
    return board;
}

void draw_boards(const std::filesystem::path& folder, const std::string& wanted)
{
    const Board calls = board();
    Board away = calls;
    away.link = Link::reconnecting;
    Board resting;
    resting.link = Link::live;
    resting.view = wire::BoardView{.sequence = 1, .waiting = 0};
    const std::map<std::string, Board> boards{{"board", calls}, {"board-away", away}, {"board-resting", resting}};
    for (const auto& [shape, size] :
         std::map<std::string, ui::Size>{{"1080", {1920, 1080}}, {"720", {1280, 720}}, {"portrait", {1080, 1920}}}) {
        ui::Window window{{.title = "Gallery", .size = size}};
        for (const char* code : {"en", "hi", "ar"}) {
            const ui::Translator words{ui::find_language(code).value(), VERANDAH_LANGUAGES};
            for (const auto& [name, state] : boards) {
                const std::string file = fmt::format("{}-{}-{}.png", name, shape, code);
                if (file.find(wanted) == std::string::npos) {
                    continue;
                }
                const auto model =
                    board_words(state, words, name == "board-away" ? Sound::missing : Sound::there, test::sample_now);
                window.draw({}, {.direction = words.language().direction, .motion = ui::Motion::reduced},
                            [&](ui::Frame& frame) { draw_board_screen(frame, model); });
                window.picture(folder / file);
            }
        }
    }
}

/// How long words and a frame of `many` take.
void time_rows(const char* name, const Console& many)
{
    ui::Window window{{.title = "Gallery", .size = {1366, 768}}};
    const ui::Translator words{ui::find_language("en").value(), VERANDAH_LANGUAGES};
    const auto model = screen_words({many, words, test::sample_now});
    const auto draw = [&] {
        window.draw({}, {}, [&](ui::Frame& frame) { static_cast<void>(draw_screen(frame, model)); });
    };
    draw();
    constexpr int frames = 60;
    const auto milliseconds_each = [](const auto& work) {
        const auto begun = std::chrono::steady_clock::now();
        for (int frame = 0; frame < frames; ++frame) {
            work();
        }
        return std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - begun}.count() / frames;
    };
    const double words_ms =
        milliseconds_each([&] { static_cast<void>(screen_words({many, words, test::sample_now})); });
    fmt::print("{}: words {:.1f} ms, frame {:.1f} ms\n", name, words_ms, milliseconds_each(draw));
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        fmt::print(stderr, "verandah-clinic-gallery FOLDER [PART OF A NAME]\n");
        return EXIT_FAILURE;
    }
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    const std::filesystem::path folder{arguments[1]};
    const std::string wanted = count > 2 ? arguments[2] : "";
    std::filesystem::create_directories(folder);
    draw_consoles(folder, wanted);
    draw_enrolment(folder, wanted);
    draw_boards(folder, wanted);
    time_rows("300 rows", test::console_with(test::long_line(300)));
    time_rows("10,000 due items", test::console_with_due(10'000));
    time_rows("10,000 referrals", test::console_with_referrals(10'000));
    time_rows("10,000 deeds", test::console_looking_back(10'000, 38'000));
    time_rows("10,000 movements", test::console_at_condoms(10'000));
    test::RecordHub two_hundred_visits;
    test::give_long_past(two_hundred_visits, 200);
    time_rows("200 visits", test::console_in_a_record(two_hundred_visits));
    return EXIT_SUCCESS;
}
