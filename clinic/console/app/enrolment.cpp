// SPDX-License-Identifier: Apache-2.0
// The loop of the enrolment screen.
#include "clinic/console/app/enrolment.hpp"

#include "clinic/console/screens/screen.hpp"
#include "clinic/console/wording/enrolment_words.hpp"
#include "shared/files/scrub.hpp"
#include "shared/ui/player.hpp"
#include "shared/ui/window.hpp"
#include "shared/wire/enrolment/enrolment_try.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

constexpr auto enrolment_rest = 60s;

/// Takes out of the input what was typed or scanned. Enter and Escape are the screen's buttons.
wire::EnrolmentTyping typing_in(ui::Input& input)
{
    const bool takes_off = std::ranges::find(input.keys, ui::Key::backspace, &ui::KeyPress::key) != input.keys.end();
    return {.text = std::exchange(input.text, {}), .takes_off = takes_off};
}

class EnrolmentWindow {
public:
    EnrolmentWindow(const Options& options, wire::DeviceKind kind)
        : options_{options}, window_{{.title = "Verandah", .size = options.size, .cover = options.cover}},
          language_{options.language.empty() ? "en" : options.language},
          try_{{.bundle = options.device, .kinds = {kind}}, [this] { window_.wake(); }}
    {
        if (!options.script.empty()) {
            player_ = std::make_unique<ui::Player>(options.script, [this] { window_.wake(); });
        }
    }

    std::optional<wire::DeviceBundle> run()
    {
        for (ui::Input input{}; !input.close_asked; input = next_input()) {
            take(typing_in(input));
            if (auto bundle = take_outcome()) {
                forget_code();
                return bundle;
            }
            show(input);
        }
        return std::nullopt;
    }

private:
    void take(const wire::EnrolmentTyping& typing)
    {
        if (auto order = wire::type(enrolling_, typing)) {
            try_.begin(*std::move(order));
        }
    }

    std::optional<wire::DeviceBundle> take_outcome()
    {
        auto outcome = try_.take();
        if (!outcome) {
            return std::nullopt;
        }
        if (*outcome) {
            return **std::move(outcome);
        }
        fmt::print(stderr, "verandah-clinic: not enrolled: {}\n", outcome->error().detail);
        wire::fail(enrolling_, outcome->error().obstacle);
        return std::nullopt;
    }

    void show(const ui::Input& input)
    {
        const auto language = ui::find_language(language_).value_or(ui::known_languages().front());
        const auto model = enrolment_words(enrolling_, {language, options_.languages});
        std::optional<EnrolmentAction> action;
        window_.draw(input, {.scale = glass_scale(window_.size()), .direction = language.direction},
                     [&](ui::Frame& frame) { action = draw_enrolment_screen(frame, model); });
        words_ = words_shown(model);
        if (action) {
            std::visit([this](const auto& wish) { act(wish); }, *action);
            window_.wake();
        }
    }

    void act(const ChooseEnrolmentLanguage& wish) { language_ = wish.code; }
    void act(EnrolmentStep wish)
    {
        switch (wish) {
        case EnrolmentStep::go_on: take({.is_whole = true}); break;
        case EnrolmentStep::back: take({.goes_back = true}); break;
        case EnrolmentStep::paste:
            enrolling_.typed.clear();
            take({.text = ui::Window::copied_text(), .is_whole = true});
            break;
        }
    }

    /// The code is worth nothing any more; nobody has to find it all the same.
    void forget_code()
    {
        words_.clear();
        enrolling_ = {};
        window_.forget_everything();
        files::scrub_stack();
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

std::optional<wire::DeviceBundle> enrol_at_the_screen(const Options& options, wire::DeviceKind kind)
{
    return EnrolmentWindow{options, kind}.run();
}

} // namespace verandah::console
