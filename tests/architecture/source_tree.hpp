// SPDX-License-Identifier: Apache-2.0
// The sources as plain text: what the checks read, from the disk or from a test's own words.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::architecture {

struct SourceFile {
    std::string path; ///< From the root, with '/': "shared/domain/id.hpp".
    std::vector<std::string> lines;

    static SourceFile from_text(std::string path, std::string_view text);
    [[nodiscard]] std::string folder() const;
};

using SourceTree = std::vector<SourceFile>;

/// Every .hpp, .cpp and CMakeLists.txt under shared/, kiosk/ and clinic/, in order of path.
[[nodiscard]] SourceTree read_tree(const std::filesystem::path& root);

/// Whether `path` is `folder`, lies in it, or is a file whose name is `folder` with an ending.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

} // namespace verandah::architecture
