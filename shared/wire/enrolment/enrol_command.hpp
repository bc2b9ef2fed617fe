// SPDX-License-Identifier: Apache-2.0
// Enrolling without a window: what `verandah-kiosk enrol` and `verandah-clinic enrol` do and say.
#pragma once

#include "shared/wire/enrolment/enrol.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

struct EnrolWords {
    std::filesystem::path device; ///< The bundle to write.
    std::string code;             ///< The 26 characters, or the text of the QR code.
    std::string hub;              ///< Where the door is; not needed with the text of the QR code.
    EnrolmentPlace::Present present{EnrolmentPlace::Present::kept};
};

/// Says on standard output what it did, and on standard error why it did not and what to do. The program's exit status:
/// 0 enrolled, 1 refused, 2 words that cannot be understood.
[[nodiscard]] int enrol_by_words(std::string_view program, const EnrolWords& words,
                                 const std::vector<DeviceKind>& kinds);

} // namespace verandah::wire
