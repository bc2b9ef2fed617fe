// SPDX-License-Identifier: Apache-2.0
// Reads the sources.
#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace verandah::architecture {

SourceFile SourceFile::from_text(std::string path, std::string_view text)
{
    SourceFile file{std::move(path), {}};
    std::istringstream words{std::string{text}};
    for (std::string line; std::getline(words, line);) {
        file.lines.push_back(line);
    }
    return file;
}

std::string SourceFile::folder() const
{
    return path.substr(0, path.rfind('/'));
}

SourceTree read_tree(const std::filesystem::path& root)
{
    SourceTree tree;
    for (const auto* top : std::array{"shared", "kiosk", "clinic"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root / top}) {
            const auto& path = entry.path();
            const bool is_source = path.extension() == ".hpp" || path.extension() == ".cpp";
            if (entry.is_regular_file() && (is_source || path.filename() == "CMakeLists.txt")) {
                std::ostringstream text;
                text << std::ifstream{path}.rdbuf();
                tree.push_back(SourceFile::from_text(path.lexically_relative(root).generic_string(), text.view()));
            }
        }
    }
    std::ranges::sort(tree, {}, &SourceFile::path);
    return tree;
}

bool is_within(std::string_view path, std::string_view folder)
{
    const bool begins = path.starts_with(folder);
    return begins && (path.size() == folder.size() || path[folder.size()] == '/' || path[folder.size()] == '.');
}

} // namespace verandah::architecture
