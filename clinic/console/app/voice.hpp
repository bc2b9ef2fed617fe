// SPDX-License-Identifier: Apache-2.0
// What is heard: played on the loudspeaker when there is one, and kept for a file when one is wanted.
#pragma once

#include "clinic/console/app/options.hpp"
#include "clinic/console/sound/speaker.hpp"
#include "clinic/console/sound/speech.hpp"

#include <optional>

namespace verandah::console {

class Voice {
public:
    explicit Voice(const Options& options);
    ~Voice(); ///< Writes the file.
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    [[nodiscard]] Sound state() const;
    /// Chime and words. Answers how long they last, also when nobody can hear them: the board keeps its pace.
    std::chrono::milliseconds announce(std::span<const Utterance> utterances);
    void play(const Samples& samples);

private:
    std::filesystem::path file_;
    Loudness loudness_;
    std::optional<Speech> speech_;
    std::optional<Speaker> speaker_;
    Samples kept_;
};

} // namespace verandah::console
