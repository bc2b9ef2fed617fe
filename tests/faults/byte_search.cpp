// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/byte_search.hpp"

#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace verandah::test {

namespace {

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file() && !entry.is_symlink()) {
            files.push_back(entry.path());
        }
    }
    return files;
}

/// A log's line after its "[time] [level] " parts.
std::string_view after_brackets(std::string_view line)
{
    while (line.starts_with('[') && line.contains(']')) {
        line.remove_prefix(line.find(']') + 1);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    }
    return line;
}

bool says(std::string_view line, std::string_view number)
{
    const auto is_digit = [&](std::size_t place) {
        return place < line.size() && line[place] >= '0' && line[place] <= '9';
    };
    for (auto place = line.find(number); place != std::string_view::npos; place = line.find(number, place + 1)) {
        if ((place == 0 || !is_digit(place - 1)) && !is_digit(place + number.size())) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string bytes_of(std::span<const std::byte> bytes)
{
    std::string text(bytes.size(), '\0');
    std::ranges::transform(bytes, text.begin(), [](std::byte byte) { return std::to_integer<char>(byte); });
    return text;
}

std::vector<std::string> find_secrets(const std::filesystem::path& folder, const std::vector<Secret>& secrets)
{
    std::vector<std::string> found;
    for (const auto& file : files_below(folder)) {
        const auto bytes = read_file(file);
        for (const auto& secret : secrets) {
            if (bytes.contains(secret.bytes) && !secret.is_allowed(file)) {
                found.push_back(secret.name + " is in " + file.string());
            }
        }
    }
    return found;
}

std::vector<std::string> find_numbers_in_logs(const std::filesystem::path& folder, const std::vector<int>& numbers)
{
    std::vector<std::string> found;
    for (const auto& file : files_below(folder)) {
        if (file.extension() != ".log") {
            continue;
        }
        std::istringstream text{read_file(file)};
        for (std::string line; std::getline(text, line);) {
            for (const auto number : numbers) {
                if (says(after_brackets(line), std::to_string(number))) {
                    found.push_back("number " + std::to_string(number) + " is in " + file.string() + ": " + line);
                }
            }
        }
    }
    return found;
}

} // namespace verandah::test
