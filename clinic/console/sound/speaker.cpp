// SPDX-License-Identifier: Apache-2.0
// SDL plays what is queued.
#include "clinic/console/sound/speaker.hpp"

#include <SDL.h>

namespace verandah::console {

Speaker::Speaker()
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        why_ = SDL_GetError();
        return;
    }
    SDL_AudioSpec wanted{};
    wanted.freq = sample_rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = 2048;
    device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    if (device_ == 0) {
        why_ = SDL_GetError();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return;
    }
    SDL_PauseAudioDevice(device_, 0);
}

Speaker::~Speaker()
{
    if (device_ != 0) {
        SDL_CloseAudioDevice(device_);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
}

void Speaker::play(const Samples& samples)
{
    if (device_ != 0) {
        SDL_QueueAudio(device_, samples.data(), static_cast<Uint32>(samples.size() * sizeof(Samples::value_type)));
    }
}

} // namespace verandah::console
