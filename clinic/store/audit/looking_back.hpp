// SPDX-License-Identifier: Apache-2.0
// The journal from its end to its beginning, for whoever looks back: on a connection of its own, so many rows at a
// time.
#pragma once

#include "clinic/store/journal.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace verandah::store {

/// Reads rows beside a hub that serves, and never writes or checkpoints. Each row is opened with the hub's key and held
/// against the link of the row before it; that all of them are as they were is for verify_audit() to say. One thread.
class LookingBack {
public:
    enum class Go { on, stop };
    using Take = std::function<Go(domain::Sequence, const domain::Recorded&)>;

    /// Throws DamagedJournal for a file that is no journal, DiskFault when it cannot be read.
    LookingBack(const std::filesystem::path& file, const vault::HubKey& key);
    ~LookingBack();
    LookingBack(const LookingBack&) = delete;
    LookingBack& operator=(const LookingBack&) = delete;

    /// Calls `take` for the events before `before` (0: all there are) but the forgotten ones, newest first, until it
    /// says stop or `most` rows were read. Answers with the number to go on before; nothing once the first event was
    /// reached. Throws DamagedJournal at a row that is not as it was, and DiskFault.
    [[nodiscard]] std::optional<domain::Sequence> read(domain::Sequence before, std::size_t most, const Take& take);

private:
    struct Database; // SQLite's headers stay out of this one

    std::unique_ptr<const RowSeal> seal_;
    std::unique_ptr<Database> database_;
};

} // namespace verandah::store
