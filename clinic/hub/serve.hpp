// SPDX-License-Identifier: Apache-2.0
// Serving a centre: from an opened folder to a running hub, until it is told to stop.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/commands/ways_in.hpp"

#include <filesystem>
#include <optional>

namespace verandah::hub {

struct ServeOptions {
    std::optional<ListenAddress> listen{};            ///< Instead of what centre.toml says.
    std::optional<std::filesystem::path> port_file{}; ///< Gets the port, as text, once the hub takes connections.
    KeyOptions key{};                                 ///< Its stick is watched: pulled, the hub locks itself.
};

/// Serves until SIGTERM or SIGINT; then finishes what is under way and returns 0. Returns 1 when it could not start,
/// with one line on stderr that says why, or when the disk failed for good. Precondition: a ServingLock is held.
/// Starts locked when the folder came without its hub key, and lets go of that key when it locks.
[[nodiscard]] int serve(CentreFolder folder, const ClinicalData& clinical, const ServeOptions& options);

/// Replays the journal from its first event and compares it with the ledger that last served. Changes nothing; may run
/// beside a hub that serves. Returns 0 when everything is whole. Precondition: the folder has its hub key.
[[nodiscard]] int rebuild(const CentreFolder& folder);

} // namespace verandah::hub
