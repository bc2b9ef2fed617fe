// SPDX-License-Identifier: Apache-2.0
// How the audit trail calls a record: the same each time, and leading back to nobody without the hub's key.
#pragma once

#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/id.hpp"
#include "shared/vault/secret_key.hpp"

namespace verandah::vault {

using RecordReferenceKey = SecretKey<struct RecordReferencePurpose>;

/// A keyed hash of the file's id, cut to 16 bytes. Ids are few and easily counted through, so it is the key that
/// keeps them hidden.
[[nodiscard]] domain::RecordReference reference_to(domain::FileId file, const RecordReferenceKey& key);

} // namespace verandah::vault
