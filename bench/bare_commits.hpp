// SPDX-License-Identifier: Apache-2.0
// The least that a durable check-in can cost: one SQLite commit of the same bytes, with nothing around it.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

namespace verandah::bench {

class BareCommits {
public:
    /// Commits rows of the size of `journal`'s into a file of its own in `folder`: the same disk, WAL,
    /// synchronous=FULL.
    BareCommits(const std::filesystem::path& folder, const std::filesystem::path& journal);
    ~BareCommits();
    BareCommits(const BareCommits&) = delete;
    BareCommits& operator=(const BareCommits&) = delete;

    void commit(int times);

    [[nodiscard]] double per_second() const;
    [[nodiscard]] std::chrono::duration<double, std::milli>
    within(double share) const; ///< 0.99: all but the slowest 1 %.

private:
    struct Database; // SQLite's headers stay out of this one
    std::unique_ptr<Database> database_;
    std::vector<std::chrono::duration<double, std::milli>> times_;
};

/// How long reading every row of a journal takes when nothing is done with it.
[[nodiscard]] std::chrono::duration<double> bare_read_time(const std::filesystem::path& journal);

/// The median time that writing 4 KiB to a file of `folder` and syncing it takes.
[[nodiscard]] std::chrono::duration<double, std::milli> sync_time(const std::filesystem::path& folder);

} // namespace verandah::bench
