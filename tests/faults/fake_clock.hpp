// SPDX-License-Identifier: Apache-2.0
// The machine's clock as the real programs see it, set by hand: libfaketime's, which reads it from a file.
#pragma once

#include "shared/domain/time.hpp"
#include "tests/hub/served_centre.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace verandah::test {

/// What makes it so; scripts/setup installs it.
inline constexpr auto fake_clock_library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

/// The clock of every program started from now on. It stands still between two set().
class FakeClock {
public:
    explicit FakeClock(domain::Instant at)
    {
        set(at);
        setenv("FAKETIME_TIMESTAMP_FILE", file_.c_str(), 1);
        setenv("FAKETIME_FMT", "%s", 1);
        setenv("FAKETIME_NO_CACHE", "1", 1);
        setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1", 1);
        setenv("NO_FAKE_STAT", "1", 1); // the device list looks at its folder's time
        setenv("LD_PRELOAD", fake_clock_library, 1);
    }
    ~FakeClock() { unsetenv("LD_PRELOAD"); }
    FakeClock(const FakeClock&) = delete;
    FakeClock& operator=(const FakeClock&) = delete;

    void set(domain::Instant at)
    {
        at_ = at;
        write_file(folder_ / "next", fmt::format("{}\n", at.time_since_epoch() / std::chrono::seconds{1}));
        std::filesystem::rename(folder_ / "next", file_); // never half a time
    }
    [[nodiscard]] domain::Instant now() const { return at_; }

private:
    TemporaryFolder folder_;
    std::filesystem::path file_{folder_ / "now"};
    domain::Instant at_;
};

} // namespace verandah::test
