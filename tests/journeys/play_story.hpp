// SPDX-License-Identifier: Apache-2.0
// What the programs that play a story have in common: the folder they are called with, their screens, and how they end.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace verandah::journeys {

/// Where a story is played. All of it exists.
struct Stage {
    std::filesystem::path programs;  ///< Where verandah-hub is.
    std::filesystem::path languages; ///< Compiled.
    std::filesystem::path folder;    ///< For the centre: empty, and gone afterwards.
    std::filesystem::path out;       ///< For pictures; with a folder logs in it.
};

/// The whole of main() of a program `name` that is called with OUT, off screen unless told otherwise: the exit status.
/// `play` says whether everything held, and throws when it cannot go on.
[[nodiscard]] int play_story(int count, char** words, const std::string& name,
                             const std::function<bool(const Stage&)>& play);

} // namespace verandah::journeys
