// SPDX-License-Identifier: Apache-2.0
// `verandah-kiosk enrol`, `verandah-clinic enrol`: the command line for enrolling without a window, the same for every
// program that is a device.
#pragma once

#include "shared/wire/device_bundle.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::wire {

/// The program that is asked, and what it can be.
struct EnrolProgram {
    std::string name;    ///< As it is started: "verandah-kiosk".
    std::string example; ///< A device file for the help: "kiosk-1.toml".
    std::vector<DeviceKind> kinds;
};

/// Does what `enrol` on the command line asks for. The status to end with; nullopt when the first word is not `enrol`.
[[nodiscard]] std::optional<int> enrol_when_asked(const EnrolProgram& program, int count, char** arguments);

} // namespace verandah::wire
