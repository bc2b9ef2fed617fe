// SPDX-License-Identifier: Apache-2.0
// What makes an SQLite file a journal. For clinic/store/*.cpp only.
#pragma once

#include <SQLiteCpp/Database.h>

namespace verandah::store {

inline constexpr int schema_version = 3; ///< 3: rows can be forgotten.

/// Makes the table in an empty file, which is in WAL mode from then on.
void make_journal_table(SQLite::Database& file);

/// Throws DamagedJournal when the file is no journal or of another version.
void check_journal_file(const SQLite::Database& file);

} // namespace verandah::store
