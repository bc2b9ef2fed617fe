// SPDX-License-Identifier: Apache-2.0
// Reads a card from a picture of the glass, with a decoder that is not the one that drew it: zbarimg.
#pragma once

#include <filesystem>
#include <string>

namespace verandah::journeys {

/// What the one QR code in `picture` says; empty when there is none. Throws StoryBroke when zbarimg is not installed.
[[nodiscard]] std::string card_in(const std::filesystem::path& picture);

} // namespace verandah::journeys
