// SPDX-License-Identifier: Apache-2.0
// The clinical data that travels inside the program (assets/), for `init` to lay out, and for a folder without any.
#pragma once

#include <span>
#include <string_view>

namespace verandah::hub {

struct BuiltInFile {
    std::string_view folder; ///< Of the centre's clinical/: "forms"; empty for what lies in clinical/ itself.
    std::string_view name;   ///< "sti_service.1.toml".
    std::string_view text;
};

/// All of them, by folder and name. CMake fills them in.
[[nodiscard]] std::span<const BuiltInFile> built_in_files();

} // namespace verandah::hub
