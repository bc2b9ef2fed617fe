// SPDX-License-Identifier: Apache-2.0
// All that decides what the console shows at one moment, and the words most screens need.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/ui/language.hpp"
#include "shared/ui/theme.hpp"

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace verandah::console {

/// Borrows everything while one screen is being worded.
struct Scene {
    const Console& console;
    const ui::Translator& words;
    domain::Instant now; ///< The hub's clock.
};

/// `text` with each {name} in it replaced. A translation that lost a name loses a word, never the screen.
[[nodiscard]] std::string filled(std::string text,
                                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// "12 min", "1 h 5 min", "less than a minute" as "0 min".
[[nodiscard]] std::string duration(const Scene& scene, std::chrono::milliseconds span);

/// In the reader's language, else in the first one it was written in.
[[nodiscard]] std::string label_of(const Scene& scene, const domain::Words& label);
[[nodiscard]] std::string service_label(const Scene& scene, const domain::ServiceCode& service);
/// What is still to be done, "See a nurse · A quick test".
[[nodiscard]] std::string needs_of(const Scene& scene, const domain::Ticket& ticket);

/// "Room 2" for a sign that is a number; any other sign speaks for itself.
[[nodiscard]] std::string room(const ui::Translator& words, std::string_view sign);

[[nodiscard]] std::string class_label(const Scene& scene, const domain::PriorityCode& priority);
[[nodiscard]] ui::Tone class_tone(const domain::Centre& centre, const domain::PriorityCode& priority);

} // namespace verandah::console
