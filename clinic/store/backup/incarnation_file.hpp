// SPDX-License-Identifier: Apache-2.0
// Which life of the centre a folder holds, in a small file: `verandah incarnation 1`, then `ID COUNT`.
#pragma once

#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/refusal.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::store {

[[nodiscard]] domain::Incarnation first_incarnation();
[[nodiscard]] domain::Incarnation after(const domain::Incarnation& before); ///< Another random id, the count raised.

[[nodiscard]] std::string text_of(const domain::Incarnation& incarnation);
[[nodiscard]] std::optional<domain::Incarnation> incarnation_in(std::string_view text);

/// Refuses as files::write_private_file() and files::read_private_file() do; invalid_input when it is damaged.
[[nodiscard]] std::expected<void, domain::Refusal> write_incarnation(const std::filesystem::path& file,
                                                                     const domain::Incarnation& incarnation);
[[nodiscard]] std::expected<domain::Incarnation, domain::Refusal> read_incarnation(const std::filesystem::path& file);

} // namespace verandah::store
