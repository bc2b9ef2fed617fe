// SPDX-License-Identifier: Apache-2.0
// Says the words of a screen aloud, without a network: espeak-ng.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace verandah::kiosk {

/// Speaks in the background. Without an audio device it is not ready, says so in the log, and the kiosk runs on.
class Voice {
public:
    Voice();
    ~Voice();
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    [[nodiscard]] bool ready() const { return ready_; }
    /// Says `words` one after another, in place of what it was saying. Nothing when espeak-ng lacks the language.
    void speak(std::span<const std::string> words, std::string_view language);
    void stop();

private:
    bool ready_ = false;
};

} // namespace verandah::kiosk
