// SPDX-License-Identifier: Apache-2.0
// The console as it runs: a window, a hub and the flow between them. One thread; the link has its own.
#pragma once

#include "clinic/console/app/hub.hpp"
#include "clinic/console/app/options.hpp"
#include "clinic/console/app/saved_file.hpp"
#include "clinic/console/app/voice.hpp"
#include "clinic/console/screens/models.hpp"
#include "shared/ui/language.hpp"
#include "shared/ui/player.hpp"
#include "shared/ui/window.hpp"

#include <map>
#include <memory>

namespace verandah::console {

/// How much of a secret is on the glass.
enum class Secrets { none, as_dots, readable };

class ConsoleApp {
public:
    /// Throws ui::WindowFailure without a display or OpenGL, std::runtime_error when the script cannot be read.
    ConsoleApp(Options options, const wire::DeviceBundle& bundle);

    /// Until the window is closed, a signal ends the program, or the script does. The status of the program.
    int run();

private:
    enum class Changed { nothing, something };

    [[nodiscard]] const ui::Translator& translator();
    [[nodiscard]] ui::View view();
    Changed show(const ui::Input& given);
    Changed hear();
    void pass(const Happening& happening);
    void act(const PastEffect& effect);
    void act(const WorkEffect& effect);
    void act(const StockEffect& effect);
    void take_first_centre();
    void follow_chosen_row();
    [[nodiscard]] bool is_stale() const;
    void sound_new_alerts();
    [[nodiscard]] std::vector<Wish> wishes_of_keys(ui::Input& input);
    void notice_hands(ui::Input& input);
    void notice_slip(ui::Input& input);
    void forget_secrets();
    [[nodiscard]] ui::Input next_input();

    Options options_;
    ui::Window window_;
    Hub hub_;
    Voice voice_;
    SavedFile saved_file_;
    Console console_;
    std::map<std::string, ui::Translator, std::less<>> translators_;
    std::unique_ptr<ui::Player> player_;
    std::optional<ScreenModel> model_; ///< Worded anew when something happened, not for a frame that only moves.
    std::vector<std::string> words_;   ///< On the screen, for the player.
    domain::Instant worded_at_{};
    Secrets secrets_{Secrets::none}; ///< As the last frame had them.
    std::size_t alerts_heard_{0};
    bool met_centre_{false};
};

} // namespace verandah::console
