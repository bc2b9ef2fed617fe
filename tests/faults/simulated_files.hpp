// SPDX-License-Identifier: Apache-2.0
// SQLite on a simulated disk.
#pragma once

#include "tests/faults/simulated_disk.hpp"

namespace verandah::test {

/// While it lives, every SQLite database of this process is opened on `disk`, which is borrowed. One at a time, and
/// one connection to a database: nobody shares a lock or an index with anybody. The index to the write-ahead log (-shm)
/// is memory and gone with its connection, as after a power cut.
class SimulatedFiles {
public:
    explicit SimulatedFiles(SimulatedDisk& disk);
    ~SimulatedFiles();
    SimulatedFiles(const SimulatedFiles&) = delete;
    SimulatedFiles& operator=(const SimulatedFiles&) = delete;
};

} // namespace verandah::test
