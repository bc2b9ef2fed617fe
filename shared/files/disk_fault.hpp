// SPDX-License-Identifier: Apache-2.0
// What a system call that failed is told as. For shared/files/*.cpp only.
#pragma once

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace verandah::files {

/// Throws std::system_error with errno and the file's name.
[[noreturn]] inline void throw_fault(const std::filesystem::path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

} // namespace verandah::files
