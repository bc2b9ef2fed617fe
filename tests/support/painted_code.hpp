// SPDX-License-Identifier: Apache-2.0
// What is read from a picture of a screen or of a slip by a library that did not draw it.
#pragma once

#include <filesystem>
#include <string>

namespace verandah::test {

/// The text of the one QR code in a PNG; empty when none is found there.
[[nodiscard]] std::string code_in_picture(const std::filesystem::path& png);

} // namespace verandah::test
