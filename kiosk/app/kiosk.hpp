// SPDX-License-Identifier: Apache-2.0
// The kiosk as it runs: a window, a hub, a scanner and the flow between them. One thread; the links have their own.
#pragma once

#include "kiosk/app/hub.hpp"
#include "kiosk/app/options.hpp"
#include "kiosk/devices/scanner.hpp"
#include "kiosk/devices/voice.hpp"
#include "shared/ui/player.hpp"
#include "shared/ui/window.hpp"

#include <chrono>
#include <map>
#include <memory>

namespace verandah::kiosk {

class Kiosk {
public:
    /// Throws ui::WindowFailure without a display or OpenGL, std::runtime_error when the script cannot be read.
    Kiosk(Options options, const wire::DeviceBundle& bundle);

    /// Until the window is closed, a signal ends the program, or the script does. The status of the program.
    int run();

private:
    [[nodiscard]] Ticks now() const;
    [[nodiscard]] Turn turn() const;
    [[nodiscard]] const ui::Translator& translator();
    [[nodiscard]] Scene scene();

    enum class Changed { nothing, something };
    Changed show(const ui::Input& input);
    Changed hear();
    Changed pass(const Event& event);
    void act(const Effect& effect);
    void wipe_visitor();
    [[nodiscard]] ui::Input next_input();
    [[nodiscard]] std::chrono::milliseconds rest();
    void print_statistics() const;

    Options options_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    ui::Window window_;
    Hub hub_;
    Voice voice_;
    Scanner scanner_;
    Flow flow_;
    std::map<std::string, ui::Translator, std::less<>> translators_;
    std::unique_ptr<ui::Player> player_;
    std::vector<std::string> words_; ///< On the screen; kept for the player and the voice only.
};

} // namespace verandah::kiosk
