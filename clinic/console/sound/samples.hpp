// SPDX-License-Identifier: Apache-2.0
// Sound as numbers: 16 bit, one channel.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace verandah::console {

inline constexpr int sample_rate = 22'050; ///< Hertz; what espeak-ng speaks in.
using Samples = std::vector<std::int16_t>;

[[nodiscard]] std::chrono::milliseconds length_of(const Samples& samples);
void append(Samples& samples, const Samples& more);
void append_silence(Samples& samples, std::chrono::milliseconds length);

/// Two soft notes, a fourth apart, the second lower; each fades like a bell.
[[nodiscard]] Samples chime();
/// One softer note, for an alert at a console.
[[nodiscard]] Samples soft_note();

/// Throws std::runtime_error when the file cannot be written.
void write_wav(const std::filesystem::path& file, const Samples& samples);

} // namespace verandah::console
