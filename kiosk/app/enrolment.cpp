// SPDX-License-Identifier: Apache-2.0
// The loop of the enrolment screen.
#include "kiosk/app/enrolment.hpp"

#include "kiosk/wording/enrolment_words.hpp"
#include "shared/ui/player.hpp"
#include "shared/ui/window.hpp"
#include "shared/wire/enrolment/enrolling.hpp"
#include "shared/wire/enrolment/enrolment_try.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;

constexpr auto enrolment_rest = 60s;

/// Takes out of the input what was typed or scanned.
wire::EnrolmentTyping typing_in(ui::Input& input)
{
    const auto was_pressed = [&input](ui::Key key) {
        return std::ranges::find(input.keys, key, &ui::KeyPress::key) != input.keys.end();
    };
    return {.text = std::exchange(input.text, {}),
            .goes_back = was_pressed(ui::Key::escape),
            .takes_off = was_pressed(ui::Key::backspace),
            .is_whole = was_pressed(ui::Key::enter)};
}

class EnrolmentWindow {
public:
    explicit EnrolmentWindow(const Options& options)
        : options_{options}, window_{{.title = "Verandah", .size = options.size, .cover = options.cover}},
          language_{options.language.empty() ? "en" : options.language},
          try_{{.bundle = options.device, .kinds = {wire::DeviceKind::kiosk}}, [this] { window_.wake(); }}
    {
        if (!options.script.empty()) {
            player_ = std::make_unique<ui::Player>(options.script, [this] { window_.wake(); });
        }
    }

    std::optional<wire::DeviceBundle> run()
    {
        for (ui::Input input{}; !input.close_asked; input = next_input()) {
            if (auto order = wire::type(enrolling_, typing_in(input))) {
                try_.begin(*std::move(order));
            }
            if (auto bundle = take_outcome()) {
                return bundle;
            }
            show(input);
        }
        return std::nullopt;
    }

private:
    std::optional<wire::DeviceBundle> take_outcome()
    {
        auto outcome = try_.take();
        if (!outcome) {
            return std::nullopt;
        }
        if (*outcome) {
            return **std::move(outcome);
        }
        spdlog::warn("not enrolled: {}", outcome->error().detail);
        wire::fail(enrolling_, outcome->error().obstacle);
        return std::nullopt;
    }

    void show(const ui::Input& input)
    {
        const auto language = ui::find_language(language_).value_or(ui::known_languages().front());
        const ui::Translator words{language, options_.languages};
        auto model = enrolment_words(enrolling_, words);
        for (const auto* const code : {"en", "hi", "ar"}) {
            const auto each = ui::find_language(code).value();
            const auto state =
                language.code == each.code ? LanguageChoice::State::chosen : LanguageChoice::State::other;
            model.languages.push_back({code, std::string{each.own_name}, state});
        }
        const Glass glass = options_.glass.value_or(Glass::usual(window_.size()));
        std::optional<std::string> chosen;
        window_.draw(input, view_on(glass, window_.size(), Ease{}, language.direction),
                     [&](ui::Frame& frame) { chosen = draw_enrolment_screen(frame, model); });
        words_ = words_shown(model);
        if (chosen) {
            language_ = *chosen;
            window_.wake();
        }
    }

    ui::Input next_input()
    {
        if (player_) {
            if (auto played = player_->next(window_, words_)) {
                return *std::move(played);
            }
        }
        const std::chrono::milliseconds rest = enrolment_rest;
        return window_.wait(player_ ? std::min(rest, player_->patience()) : rest);
    }

    const Options& options_;
    ui::Window window_;
    std::string language_;
    wire::Enrolling enrolling_;
    std::unique_ptr<ui::Player> player_;
    std::vector<std::string> words_;
    wire::EnrolmentTry try_; ///< Last: its thread uses the others.
};

} // namespace

std::optional<wire::DeviceBundle> enrol_at_the_screen(const Options& options)
{
    return EnrolmentWindow{options}.run();
}

} // namespace verandah::kiosk
