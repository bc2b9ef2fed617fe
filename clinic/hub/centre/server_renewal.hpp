// SPDX-License-Identifier: Apache-2.0
// The hub's own certificate, made out anew before it ends.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"

namespace verandah::hub {

/// Makes the hub's certificate out anew, for the same key and names, once two thirds of its time are over, or all of
/// it: devices know the hub by its key and notice nothing. Whether it did. Leaves alone what is damaged or missing:
/// opening the folder says so. Precondition: a ServingLock is held.
[[nodiscard]] bool renew_server_certificate_when_due(const FolderPaths& paths, domain::Instant now);

} // namespace verandah::hub
