// SPDX-License-Identifier: Apache-2.0
// A card scanner that types like a keyboard and ends with Enter.
#pragma once

#include "kiosk/flow/timing.hpp"
#include "shared/ui/input.hpp"

#include <optional>
#include <string>

namespace verandah::kiosk {

/// Collects what was typed until its Enter. Takes the scanner's text and keys out of the input, so that no widget sees
/// them; Tab, arrows, and Enter or Space with nothing typed before stay for whoever uses the keyboard.
class Scanner {
public:
    static constexpr std::size_t longest = 256;  ///< Bytes; whatever is longer is no scan and is dropped.
    static constexpr Ticks longest_pause{1'000}; ///< A scanner types fast; what lay longer is somebody's elbow.

    ~Scanner() { forget(); }

    /// The text of a finished scan, never empty.
    [[nodiscard]] std::optional<std::string> take(ui::Input& input, Ticks now);
    void forget() noexcept;
    [[nodiscard]] bool empty() const { return typed_.empty(); }

private:
    std::string typed_;
    Ticks last_{};
};

} // namespace verandah::kiosk
