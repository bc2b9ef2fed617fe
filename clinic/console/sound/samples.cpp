// SPDX-License-Identifier: Apache-2.0
// Bells made of sines, and the WAV file.
#include "clinic/console/sound/samples.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numbers>
#include <stdexcept>

namespace verandah::console {

namespace {

constexpr double attack_seconds = 0.012;
constexpr double second_partial = 0.25; ///< A little of the octave makes it a bell and not a telephone.

void add_note(Samples& samples, double from_seconds, double hertz, double seconds, double loudness)
{
    const auto first = static_cast<std::size_t>(from_seconds * sample_rate);
    const auto count = static_cast<std::size_t>(seconds * sample_rate);
    samples.resize(std::max(samples.size(), first + count));
    for (std::size_t index = 0; index < count; ++index) {
        const double at = static_cast<double>(index) / sample_rate;
        const double rise = std::min(1.0, at / attack_seconds);
        const double fall = std::exp(-4.5 * at / seconds) * (1 - at / seconds);
        const double turn = 2 * std::numbers::pi * hertz * at;
        const double wave = std::sin(turn) + second_partial * std::sin(2 * turn);
        const double sum = samples[first + index] + loudness * 32'767 * rise * fall * wave / (1 + second_partial);
        samples[first + index] = static_cast<std::int16_t>(std::clamp(sum, -32'768.0, 32'767.0));
    }
}

void put(std::ofstream& out, std::uint32_t value, int bytes)
{
    for (int byte = 0; byte < bytes; ++byte) {
        out.put(static_cast<char>(value >> (8 * byte) & 0xFFU));
    }
}

} // namespace

std::chrono::milliseconds length_of(const Samples& samples)
{
    return std::chrono::milliseconds{static_cast<std::int64_t>(samples.size()) * 1000 / sample_rate};
}

void append(Samples& samples, const Samples& more)
{
    samples.insert(samples.end(), more.begin(), more.end());
}

void append_silence(Samples& samples, std::chrono::milliseconds length)
{
    samples.resize(samples.size() + static_cast<std::size_t>(length.count() * sample_rate / 1000));
}

Samples chime()
{
    constexpr double high = 659.26; // e''
    constexpr double low = 493.88;  // b'
    Samples samples;
    add_note(samples, 0, high, 1.1, 0.32);
    add_note(samples, 0.42, low, 1.3, 0.32);
    return samples;
}

Samples soft_note()
{
    Samples samples;
    add_note(samples, 0, 440, 0.9, 0.16);
    return samples;
}

void write_wav(const std::filesystem::path& file, const Samples& samples)
{
    std::ofstream out{file, std::ios::binary};
    const auto bytes = static_cast<std::uint32_t>(samples.size() * 2);
    out << "RIFF";
    put(out, 36 + bytes, 4);
    out << "WAVEfmt ";
    put(out, 16, 4);
    put(out, 1, 2); // plain samples
    put(out, 1, 2); // one channel
    put(out, sample_rate, 4);
    put(out, sample_rate * 2, 4);
    put(out, 2, 2);
    put(out, 16, 2);
    out << "data";
    put(out, bytes, 4);
    for (const auto sample : samples) {
        put(out, static_cast<std::uint16_t>(sample), 2);
    }
    if (!out) {
        throw std::runtime_error{"cannot write " + file.string()};
    }
}

} // namespace verandah::console
