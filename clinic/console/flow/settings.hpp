// SPDX-License-Identifier: Apache-2.0
// How this console looks and sounds to the person before it.
#pragma once

#include <string>

namespace verandah::console {

enum class Colours { day, night, high_contrast };
enum class TextSize { usual, large };
enum class Movement { usual, reduced };
enum class AlertSound { silent, quiet };

struct Settings {
    std::string language{"en"};
    Colours colours{Colours::day};
    TextSize text_size{TextSize::usual};
    Movement movement{Movement::usual};
    AlertSound alert_sound{AlertSound::silent};
    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace verandah::console
