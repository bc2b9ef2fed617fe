// SPDX-License-Identifier: Apache-2.0
// Loudspeaker, speech and the file of everything played.
#include "clinic/console/app/voice.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace verandah::console {

namespace {

constexpr std::chrono::seconds least_showing{5}; ///< A call stays large at least so long before the next.

} // namespace

Voice::Voice(const Options& options) : file_{options.sound_file}, loudness_{options.loudness}
{
    if (loudness_ == Loudness::silent && file_.empty()) {
        return;
    }
    speech_.emplace();
    if (!speech_->can_speak()) {
        spdlog::warn("no voice: espeak-ng's data is missing; calls are shown and chimed, not spoken");
    }
    if (loudness_ == Loudness::aloud) {
        speaker_.emplace();
        if (speaker_->is_missing()) {
            spdlog::warn("no sound: {}; calls are shown only", speaker_->why_missing());
        }
    }
}

Voice::~Voice()
{
    if (file_.empty()) {
        return;
    }
    try {
        write_wav(file_, kept_);
    } catch (const std::exception& fault) {
        spdlog::error("{}", fault.what());
    }
}

Sound Voice::state() const
{
    if (loudness_ == Loudness::silent) {
        return Sound::off;
    }
    return speaker_->is_missing() ? Sound::missing : Sound::there;
}

std::chrono::milliseconds Voice::announce(std::span<const Utterance> utterances)
{
    if (!speech_) {
        return least_showing;
    }
    const auto samples = announcement(*speech_, utterances);
    play(samples);
    return std::max<std::chrono::milliseconds>(length_of(samples), least_showing);
}

void Voice::play(const Samples& samples)
{
    if (speaker_) {
        speaker_->play(samples);
    }
    if (!file_.empty()) {
        append(kept_, samples);
    }
}

} // namespace verandah::console
