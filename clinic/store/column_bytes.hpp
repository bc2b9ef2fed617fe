// SPDX-License-Identifier: Apache-2.0
// A column's blob as bytes. For clinic/store/*.cpp only.
#pragma once

#include <SQLiteCpp/Column.h>

#include <cstddef>
#include <span>
#include <vector>

namespace verandah::store {

/// Borrowed until the statement goes on. Empty for NULL.
[[nodiscard]] inline std::span<const std::byte> blob(const SQLite::Column& column)
{
    return {static_cast<const std::byte*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

/// The same, kept.
[[nodiscard]] inline std::vector<std::byte> bytes_in(const SQLite::Column& column)
{
    const auto bytes = blob(column);
    return {bytes.begin(), bytes.end()};
}

} // namespace verandah::store
