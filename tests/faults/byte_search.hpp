// SPDX-License-Identifier: Apache-2.0
// Looks for secrets in every byte of every file below a folder, as somebody would who has taken the disk away.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace verandah::test {

/// Something that must not be there.
struct Secret {
    std::string name; ///< Said when it is found; not the secret itself.
    std::string bytes;
    /// Files that may hold it, such as a device's own name in its own file.
    std::function<bool(const std::filesystem::path&)> is_allowed = [](const std::filesystem::path&) { return false; };
};

[[nodiscard]] std::string bytes_of(std::span<const std::byte> bytes);

/// One sentence for each secret in each file that holds it. Links are not followed; everything else is read whole.
[[nodiscard]] std::vector<std::string> find_secrets(const std::filesystem::path& folder,
                                                    const std::vector<Secret>& secrets);

/// One sentence for each line of a log (*.log) below `folder` that says one of `numbers` as a word of its own: every
/// line of a log has a time, and a number with a time says who was where.
[[nodiscard]] std::vector<std::string> find_numbers_in_logs(const std::filesystem::path& folder,
                                                            const std::vector<int>& numbers);

} // namespace verandah::test
