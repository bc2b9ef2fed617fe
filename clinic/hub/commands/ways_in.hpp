// SPDX-License-Identifier: Apache-2.0
// Where a command gets what opens the hub key: a stick, a file of words, or somebody at the terminal.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/vault/key_slots.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace verandah::hub {

/// What the command line gives to open the hub key with.
struct KeyOptions {
    std::optional<std::filesystem::path> stick{};      ///< The key file on a stick.
    std::optional<std::filesystem::path> words_file{}; ///< Words or a recovery code; "-" is standard input.
};

/// What was given; nullopt when nothing was. One line says why it cannot be had.
[[nodiscard]] std::expected<std::optional<vault::WayIn>, std::string> way_in_given(const KeyOptions& options);

/// What was given; asks at the terminal when nothing was, and refuses where there is none.
[[nodiscard]] std::expected<vault::WayIn, std::string> way_in_asked_for(const KeyOptions& options);

/// The hub key in `file`, plain or sealed; how to open a sealed one is asked for as above.
[[nodiscard]] std::expected<vault::HubKey, domain::Refusal> hub_key_in(const std::filesystem::path& file,
                                                                       const KeyOptions& options);

/// open_centre_folder() with its hub key, which is asked for only when it is sealed.
[[nodiscard]] std::expected<CentreFolder, std::vector<std::string>> open_with_key(const std::filesystem::path& root,
                                                                                  const KeyOptions& options);

} // namespace verandah::hub
