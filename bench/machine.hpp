// SPDX-License-Identifier: Apache-2.0
// What the figures were measured on, in a line or two.
#pragma once

#include <filesystem>
#include <string>

namespace verandah::bench {

/// Cores, processor, load, and the disk that `folder` is on, with how long it takes to sync.
[[nodiscard]] std::string describe_machine(const std::filesystem::path& folder);

} // namespace verandah::bench
