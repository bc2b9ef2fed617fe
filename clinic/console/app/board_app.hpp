// SPDX-License-Identifier: Apache-2.0
// The board as it runs: a window, a hub, a voice and the flow between them.
#pragma once

#include "clinic/console/app/hub.hpp"
#include "clinic/console/app/options.hpp"
#include "clinic/console/app/voice.hpp"
#include "shared/ui/language.hpp"
#include "shared/ui/player.hpp"
#include "shared/ui/window.hpp"

#include <memory>

namespace verandah::console {

class BoardApp {
public:
    /// Throws ui::WindowFailure without a display or OpenGL, std::runtime_error when the script cannot be read.
    BoardApp(Options options, const wire::DeviceBundle& bundle);
    int run();

private:
    using Clock = std::chrono::steady_clock;
    enum class Changed { nothing, something };

    void learn_languages();
    /// The centre's languages take turns on the board.
    [[nodiscard]] const ui::Translator& translator() const;
    void show(const ui::Input& input);
    Changed hear();
    void pass(const BoardHappening& happening);
    [[nodiscard]] std::chrono::milliseconds rest() const;
    [[nodiscard]] ui::Input next_input();

    Options options_;
    ui::Window window_;
    Hub hub_;
    Voice voice_;
    Board board_;
    std::vector<ui::Translator> translators_; ///< The centre's languages, the usual one first. Never empty.
    Clock::time_point begun_ = Clock::now();
    std::optional<Clock::time_point> speaks_until_;
    std::unique_ptr<ui::Player> player_;
    std::vector<std::string> words_;
};

} // namespace verandah::console
