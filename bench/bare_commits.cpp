// SPDX-License-Identifier: Apache-2.0
// References on the disk itself.
#include "bench/bare_commits.hpp"

#include "bench/bench_failure.hpp"
#include "bench/share.hpp"
#include "tests/support/program.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <numeric>

namespace verandah::bench {

namespace {

using Clock = std::chrono::steady_clock;

int longest_sealed(const std::filesystem::path& journal)
{
    SQLite::Database database{journal.string(), SQLite::OPEN_READONLY, 5'000};
    return database.execAndGet("SELECT max(length(sealed)) FROM journal").getInt();
}

} // namespace

struct BareCommits::Database {
    SQLite::Database connection;
    std::vector<std::byte> sealed;
    std::array<std::byte, 32> chain{};

    Database(const std::filesystem::path& file, int bytes)
        : connection{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE},
          sealed(static_cast<std::size_t>(bytes))
    {
        connection.exec("PRAGMA journal_mode = WAL");
        connection.exec("PRAGMA synchronous = FULL");
        connection.exec("CREATE TABLE journal (sequence INTEGER PRIMARY KEY, sealed BLOB NOT NULL, "
                        "chain BLOB NOT NULL) STRICT");
    }
};

BareCommits::BareCommits(const std::filesystem::path& folder, const std::filesystem::path& journal)
    : database_{std::make_unique<Database>(folder / "bare.db", longest_sealed(journal))}
{
}

BareCommits::~BareCommits() = default;

void BareCommits::commit(int times)
{
    SQLite::Statement insert{database_->connection, "INSERT INTO journal (sealed, chain) VALUES (?, ?)"};
    for (int time = 0; time < times; ++time) {
        const auto begun = Clock::now();
        insert.bindNoCopy(1, database_->sealed.data(), static_cast<int>(database_->sealed.size()));
        insert.bindNoCopy(2, database_->chain.data(), static_cast<int>(database_->chain.size()));
        insert.exec();
        insert.reset();
        times_.emplace_back(Clock::now() - begun);
    }
}

double BareCommits::per_second() const
{
    const auto sum = std::accumulate(times_.begin(), times_.end(), std::chrono::duration<double, std::milli>{});
    return static_cast<double>(times_.size()) / std::chrono::duration<double>{sum}.count();
}

std::chrono::duration<double, std::milli> BareCommits::within(double share) const
{
    return within_share(times_, share);
}

std::chrono::duration<double> bare_read_time(const std::filesystem::path& journal)
{
    const auto begun = Clock::now();
    SQLite::Database database{journal.string(), SQLite::OPEN_READONLY, 5'000};
    SQLite::Statement rows{database, "SELECT sequence, sealed, chain FROM journal ORDER BY sequence"};
    std::int64_t bytes = 0; // looked at, so that SQLite has to fetch the rows
    while (rows.executeStep()) {
        bytes += rows.getColumn(1).getBytes() + rows.getColumn(2).getBytes();
    }
    if (bytes == 0) {
        throw BenchFailure{"the journal is empty"};
    }
    return Clock::now() - begun;
}

std::chrono::duration<double, std::milli> sync_time(const std::filesystem::path& folder)
{
    const auto file = folder / "sync";
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    constexpr std::array<char, 4096> block{};
    std::vector<std::chrono::duration<double, std::milli>> times;
    for (int time = 0; time < 200; ++time) {
        const auto begun = Clock::now();
        if (write(descriptor, block.data(), block.size()) < 0 || fdatasync(descriptor) != 0) {
            close(descriptor);
            throw BenchFailure{"cannot write to " + file.string()};
        }
        times.emplace_back(Clock::now() - begun);
    }
    close(descriptor);
    return within_share(times, 0.5);
}

} // namespace verandah::bench
