// SPDX-License-Identifier: Apache-2.0
// A slip as a PDF to print, and as a picture.
#pragma once

#include "clinic/console/paper/slip.hpp"

#include <span>
#include <string>

namespace verandah::console {

/// The bytes of a PDF with a page for each slip. Its words are words (to be searched and read aloud) in any script; it
/// tells no time, and of the machine only that cairo wrote it. Throws std::runtime_error when cairo is at fault.
[[nodiscard]] std::string slip_pdf(std::span<const Slip> slips);

/// The bytes of a PNG of one slip's page. Throws as slip_pdf().
[[nodiscard]] std::string slip_png(const Slip& slip, double dots_per_mm);

} // namespace verandah::console
