// SPDX-License-Identifier: Apache-2.0
// Reading a screen's words aloud, with espeak-ng and SDL; silent where there is no sound.
#include "kiosk/devices/voice.hpp"

#include <espeak-ng/speak_lib.h>
#include <spdlog/spdlog.h>

#include <filesystem>

namespace verandah::kiosk {
namespace {

/// ALSA's or a sound server's device. espeak-ng itself starts without one and then waits for it for ever.
bool has_audio_device()
{
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator{"/dev/snd", fault}) {
        if (entry.path().filename().string().starts_with("pcm")) {
            return true;
        }
    }
    return false;
}

constexpr int words_a_minute = 140;

} // namespace

Voice::Voice()
{
    if (!has_audio_device()) {
        spdlog::info("no audio device: the kiosk is silent and offers no \"Listen\"");
        return;
    }
    ready_ = espeak_Initialize(AUDIO_OUTPUT_PLAYBACK, 200, nullptr, 0) > 0;
    if (!ready_) {
        spdlog::warn("espeak-ng did not start: the kiosk is silent and offers no \"Listen\"");
        return;
    }
    espeak_SetParameter(espeakRATE, words_a_minute, 0);
}

Voice::~Voice()
{
    if (ready_) {
        espeak_Terminate();
    }
}

void Voice::speak(std::span<const std::string> words, std::string_view language)
{
    if (!ready_) {
        return;
    }
    stop();
    if (espeak_SetVoiceByName(std::string{language}.c_str()) != EE_OK) {
        spdlog::info("espeak-ng has no voice for {}", language);
        return;
    }
    for (const std::string& each : words) {
        const std::string sentence = each + ".";
        espeak_Synth(sentence.c_str(), sentence.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, nullptr);
    }
}

void Voice::stop()
{
    if (ready_) {
        espeak_Cancel();
    }
}

} // namespace verandah::kiosk
