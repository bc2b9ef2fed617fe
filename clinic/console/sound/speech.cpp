// SPDX-License-Identifier: Apache-2.0
// espeak-ng hands over samples while it speaks.
#include "clinic/console/sound/speech.hpp"

#include <espeak-ng/speak_lib.h>

namespace verandah::console {

namespace {

constexpr int words_per_minute = 135; ///< Slower than talk: over a full room, and for those who learn the language.
constexpr std::chrono::milliseconds breath_between{400};

/// Called by the engine with what it has spoken so far.
int take_samples(short* samples, int count, espeak_EVENT* events)
{
    if (samples != nullptr && events != nullptr) {
        auto& spoken = *static_cast<Samples*>(events->user_data);
        spoken.insert(spoken.end(), samples, samples + count);
    }
    return 0; // go on
}

/// Begins the engine, once, and never ends it: its end waits for a thread of its own, for ever when that has not begun
/// yet. The end of the process does it as well. 0: it is missing.
int rate_of_engine()
{
    static const int rate = [] {
        constexpr int whole_buffer = 0;
        const int begun =
            espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, whole_buffer, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (begun > 0) {
            espeak_SetSynthCallback(take_samples);
            espeak_SetParameter(espeakRATE, words_per_minute, 0);
        }
        return begun;
    }();
    return rate;
}

} // namespace

Speech::Speech() : rate_{rate_of_engine()} {}

std::optional<Samples> Speech::speak(const Utterance& utterance) const
{
    if (rate_ != sample_rate || espeak_SetVoiceByName(utterance.language.c_str()) != EE_OK) {
        return std::nullopt;
    }
    Samples spoken;
    const auto result = espeak_Synth(utterance.words.c_str(), utterance.words.size() + 1, 0, POS_CHARACTER, 0,
                                     espeakCHARS_UTF8, nullptr, &spoken);
    if (result != EE_OK || spoken.empty()) {
        return std::nullopt;
    }
    return spoken;
}

Samples announcement(const Speech& speech, std::span<const Utterance> utterances)
{
    Samples samples = chime();
    for (const auto& utterance : utterances) {
        if (const auto spoken = speech.speak(utterance)) {
            append(samples, *spoken);
            append_silence(samples, breath_between);
        }
    }
    return samples;
}

} // namespace verandah::console
