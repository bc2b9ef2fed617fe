// SPDX-License-Identifier: Apache-2.0
// One loop: draw, hear the hub, speak, sleep.
#include "clinic/console/app/board_app.hpp"

#include "clinic/console/wording/board_words.hpp"
#include "clinic/console/wording/words_shown.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

constexpr auto language_turn = 8s;
constexpr auto board_rest = 8s;

} // namespace

BoardApp::BoardApp(Options options, const wire::DeviceBundle& bundle)
    : options_{std::move(options)}, window_{{.title = "Verandah",
                                             .size = options_.size,
                                             .cover = options_.cover,
                                             .mouse_pointer = ui::MousePointer::hidden}},
      hub_{options_.device, bundle, [this] { window_.wake(); }}, voice_{options_}
{
    learn_languages();
    if (!options_.script.empty()) {
        player_ = std::make_unique<ui::Player>(options_.script, [this] { window_.wake(); });
    }
}

int BoardApp::run()
{
    ui::Input input{};
    while (!input.close_asked) {
        show(input);
        Changed changed = hear();
        if (speaks_until_ && Clock::now() >= *speaks_until_) {
            speaks_until_.reset();
            pass(SpeechEnded{});
            changed = Changed::something;
        }
        input = changed == Changed::something ? ui::Input{} : next_input();
    }
    if (options_.statistics == Statistics::printed) {
        const auto& times = window_.times();
        fmt::print("{{\"first_frame_ms\": {:.1f}, \"last_frame_ms\": {:.2f}, \"longest_frame_ms\": {:.1f}, "
                   "\"frames\": {}}}\n",
                   times.first.count(), times.last.count(), times.longest.count(), times.frames);
    }
    return player_ && player_->failed() ? 1 : 0;
}

void BoardApp::learn_languages()
{
    std::vector<std::string> codes;
    if (!options_.language.empty()) {
        codes = {options_.language};
    } else if (board_.centre) {
        codes = board_.centre->centre.languages;
    }
    std::vector<ui::Translator> translators;
    for (const auto& code : codes) {
        if (const auto language = ui::find_language(code)) {
            translators.emplace_back(*language, options_.languages);
        }
    }
    if (translators.empty()) {
        translators.emplace_back(ui::known_languages().front(), options_.languages);
    }
    translators_ = std::move(translators);
}

const ui::Translator& BoardApp::translator() const
{
    const auto turn = static_cast<std::size_t>((Clock::now() - begun_) / language_turn);
    return translators_[turn % translators_.size()];
}

void BoardApp::show(const ui::Input& input)
{
    const auto& words = translator();
    const auto model = board_words(board_, words, voice_.state(), hub_.now());
    window_.draw(input, {.direction = words.language().direction},
                 [&](ui::Frame& frame) { draw_board_screen(frame, model); });
    if (player_) {
        words_ = words_shown(model);
    }
}

BoardApp::Changed BoardApp::hear()
{
    const auto heard = hub_.take();
    for (const auto& each : heard) {
        std::visit(
            [this](const auto& happening) {
                if constexpr (std::is_constructible_v<BoardHappening, decltype(happening)>) {
                    pass(happening);
                }
            },
            each);
    }
    return heard.empty() ? Changed::nothing : Changed::something;
}

void BoardApp::pass(const BoardHappening& happening)
{
    for (const auto& effect : handle(board_, happening, hub_.now())) {
        if (std::holds_alternative<FetchCentre>(effect)) {
            hub_.fetch_centre();
        } else if (std::holds_alternative<FetchBoard>(effect)) {
            hub_.fetch_board();
        } else {
            show({}); // the number first, then its sound
            speaks_until_ = Clock::now() + voice_.announce(spoken_words(std::get<Announce>(effect), translators_));
        }
    }
    if (std::holds_alternative<CentreCame>(happening)) {
        learn_languages();
    }
}

std::chrono::milliseconds BoardApp::rest() const
{
    std::chrono::milliseconds rest = board_rest;
    if (speaks_until_) {
        rest = std::min(rest, std::chrono::ceil<std::chrono::milliseconds>(*speaks_until_ - Clock::now()));
    }
    if (player_) {
        rest = std::min(rest, player_->patience());
    }
    return std::max(rest, 0ms);
}

ui::Input BoardApp::next_input()
{
    if (player_) {
        if (auto played = player_->next(window_, words_)) {
            return std::move(*played);
        }
    }
    return window_.wait(rest());
}

} // namespace verandah::console
