// SPDX-License-Identifier: Apache-2.0
// The journal's marks and its table.
#include "clinic/store/journal_file.hpp"

#include "clinic/store/journal.hpp"

#include <fmt/format.h>

namespace verandah::store {

namespace {

constexpr int application_id = 0x5652'4e44; // "VRND", so that a foreign file is known at once

int pragma(const SQLite::Database& file, const char* query)
{
    SQLite::Statement statement{file, query};
    return statement.executeStep() ? statement.getColumn(0).getInt() : 0;
}

} // namespace

void make_journal_table(SQLite::Database& file)
{
    file.exec(fmt::format("PRAGMA application_id = {}", application_id));
    file.exec(fmt::format("PRAGMA user_version = {}", schema_version));
    file.exec("PRAGMA journal_mode = WAL");
    file.exec(
        "CREATE TABLE journal (sequence INTEGER PRIMARY KEY, sealed BLOB NOT NULL, chain BLOB NOT NULL, original BLOB) "
        "STRICT");
}

void check_journal_file(const SQLite::Database& file)
{
    if (pragma(file, "PRAGMA application_id") != application_id) {
        throw DamagedJournal{0, "this file is not a Verandah journal; put the right one in its place"};
    }
    if (const int version = pragma(file, "PRAGMA user_version"); version != schema_version) {
        throw DamagedJournal{0, fmt::format("the journal has version {}, this program knows {}; use the program that "
                                            "wrote it",
                                            version, schema_version)};
    }
}

} // namespace verandah::store
