// SPDX-License-Identifier: Apache-2.0
// What the command line and the configuration file say.
#pragma once

#include "shared/ui/window.hpp"

#include <expected>
#include <filesystem>
#include <string>

namespace verandah::console {

enum class Show { console, board };
enum class Statistics { silent, printed };
enum class Loudness { aloud, silent };

struct Options {
    std::filesystem::path device;
    Show show = Show::console;
    std::string station = {};  ///< Asked when empty.
    std::string language = {}; ///< The centre's first when empty.
    std::filesystem::path languages;
    ui::Cover cover = ui::Cover::full_screen;
    ui::Size size{1366, 768};
    std::filesystem::path script = {};
    std::filesystem::path sound_file = {}; ///< Everything that is played, as a WAV file at the end.
    std::filesystem::path save_to = {};    ///< Where lists are saved; a stick or the home folder when empty.
    Statistics statistics = Statistics::silent;
    Loudness loudness = Loudness::aloud;
};

/// The options, or the status to end with when help was asked for or something was wrong.
[[nodiscard]] std::expected<Options, int> read_options(int count, char** arguments);

} // namespace verandah::console
