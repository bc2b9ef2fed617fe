// SPDX-License-Identifier: Apache-2.0
// A file that is written anew for each input. In TMPDIR: put it where writing costs nothing.
#pragma once

#include "tests/support/temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace verandah::test {

[[nodiscard]] inline std::string_view text_of(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/// Puts `text` into `name`, which is private to its owner; borrowed folder, the same for the fuzzer's whole life.
[[nodiscard]] inline std::filesystem::path put_into(const TemporaryFolder& folder, std::string_view name,
                                                    std::string_view text)
{
    const auto file = folder / name;
    write_file(file, text);
    return file;
}

} // namespace verandah::test
