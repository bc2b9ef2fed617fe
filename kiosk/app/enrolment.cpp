// SPDX-License-Identifier: Apache-2.0
// The loop of the enrolment screen.
#include "kiosk/app/enrolment.hpp"

#include "kiosk/flow/enrolling.hpp"
#include "kiosk/wording/enrolment_words.hpp"
#include "shared/ui/player.hpp"
#include "shared/ui/window.hpp"

#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <utility>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;
using Outcome = std::expected<wire::DeviceBundle, wire::NotEnrolled>;

constexpr auto longest_rest = 60s;

class EnrolmentWindow {
public:
    explicit EnrolmentWindow(const Options& options)
        : options_{options}, window_{{.title = "Verandah", .size = options.size, .cover = options.cover}},
          language_{options.language.empty() ? "en" : options.language}
    {
        if (!options.script.empty()) {
            player_ = std::make_unique<ui::Player>(options.script, [this] { window_.wake(); });
        }
    }

    std::optional<wire::DeviceBundle> run()
    {
        for (ui::Input input{}; !input.close_asked; input = next_input()) {
            if (auto order = type(enrolling_, input)) {
                begin(*std::move(order));
            }
            if (auto bundle = take_outcome()) {
                return bundle;
            }
            show(input);
        }
        return std::nullopt;
    }

private:
    /// Ends within the network's patience, also when the window is closed meanwhile: a key that is let in is kept.
    void begin(wire::EnrolmentOrder order)
    {
        outcome_ = std::async(std::launch::async, [this, order = std::move(order)] {
            auto outcome = wire::enrol(order, {.bundle = options_.device, .kinds = {wire::DeviceKind::kiosk}});
            is_over_ = true;
            window_.wake();
            return outcome;
        });
    }

    std::optional<wire::DeviceBundle> take_outcome()
    {
        if (!is_over_.exchange(false)) {
            return std::nullopt;
        }
        auto outcome = outcome_.get();
        if (outcome) {
            return *std::move(outcome);
        }
        spdlog::warn("not enrolled: {}", outcome.error().detail);
        fail(enrolling_, outcome.error().obstacle);
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
        const std::chrono::milliseconds rest = longest_rest;
        return window_.wait(player_ ? std::min(rest, player_->patience()) : rest);
    }

    const Options& options_;
    ui::Window window_;
    std::string language_;
    Enrolling enrolling_;
    std::unique_ptr<ui::Player> player_;
    std::vector<std::string> words_;
    std::atomic<bool> is_over_{false};
    std::future<Outcome> outcome_; ///< Last: its thread uses the others.
};

} // namespace

std::optional<wire::DeviceBundle> enrol_at_the_screen(const Options& options)
{
    return EnrolmentWindow{options}.run();
}

} // namespace verandah::kiosk
