// SPDX-License-Identifier: Apache-2.0
// Pictures of the console's and the board's screens in every language, from the real programs.
#pragma once

#include <filesystem>

namespace verandah::journeys {

struct GalleryPlaces {
    std::filesystem::path programs;
    std::filesystem::path out;
};

/// Devices that nobody else uses meanwhile.
struct GalleryDevices {
    std::filesystem::path console;
    std::filesystem::path board;
};

/// Starts each program once in each language, pictures what it shows of the line as it is now, and ends it. Throws
/// StoryBroke.
void take_pictures(const GalleryPlaces& places, const GalleryDevices& devices);

} // namespace verandah::journeys
