// SPDX-License-Identifier: Apache-2.0
// What the command line and the configuration file say.
#pragma once

#include "kiosk/screens/glass.hpp"
#include "shared/ui/window.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace verandah::kiosk {

enum class Statistics { silent, printed };

struct Options {
    std::filesystem::path device;
    ui::Cover cover = ui::Cover::full_screen;
    ui::Size size{1080, 1920};       ///< Of a window; a full screen decides for itself.
    std::optional<Glass> glass = {}; ///< Usual for the shape of the screen when not told.
    std::string language = {};       ///< Shown to whoever comes next; the centre's first when empty.
    std::filesystem::path languages; ///< The folder of catalogues.
    std::filesystem::path script = {};
    Statistics statistics = Statistics::silent;
};

/// The options, or the status with which the program ends: 0 after --help and --version, which have been printed.
[[nodiscard]] std::expected<Options, int> read_options(int count, char** arguments);

} // namespace verandah::kiosk
