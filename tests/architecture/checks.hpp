// SPDX-License-Identifier: Apache-2.0
// The checks: a tree of sources in, every violation out with file and line.
#pragma once

#include "tests/architecture/source_tree.hpp"

#include <string>
#include <vector>

namespace verandah::architecture {

/// "shared/domain/id.hpp:7: includes ...", for a person to click on.
using Violations = std::vector<std::string>;

[[nodiscard]] Violations includes_of_ours_against_the_table(const SourceTree& tree);
[[nodiscard]] Violations libraries_against_the_table(const SourceTree& tree);
[[nodiscard]] Violations cmake_targets_against_the_table(const SourceTree& tree);
/// A folder and its own subfolders are one family; everybody else stands before or after.
[[nodiscard]] Violations cycles_between_folders(const SourceTree& tree);
[[nodiscard]] Violations first_lines(const SourceTree& tree);
[[nodiscard]] Violations too_long_files(const SourceTree& tree);
[[nodiscard]] Violations empty_file_names(const SourceTree& tree);
[[nodiscard]] Violations namespaces_against_folders(const SourceTree& tree);
/// `using somewhere::Name;` in a source that says Name nowhere else. clang-tidy looks for it only in sources compiled
/// by themselves.
[[nodiscard]] Violations unused_using_declarations(const SourceTree& tree);

} // namespace verandah::architecture
