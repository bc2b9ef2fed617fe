// SPDX-License-Identifier: Apache-2.0
// What files that hold a key in hexadecimal digits have in common. For shared/vault/*.cpp only.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace verandah::vault {

inline constexpr std::size_t key_digits = key_size * 2;

/// invalid_input, with the file's name before `what`.
[[nodiscard]] inline std::unexpected<domain::Refusal> refuse_file(const std::filesystem::path& file,
                                                                  std::string_view what)
{
    return domain::refuse(domain::Refusal::Why::invalid_input, file.string() + ": " + std::string{what});
}

} // namespace verandah::vault
