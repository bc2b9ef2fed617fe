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

/// The clock of every program started from now on.
class FakeClock {
public:
    enum class Pace { still, running }; ///< Between two set().
    explicit FakeClock(domain::Instant at, Pace pace = Pace::still) : pace_{pace}
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
        constexpr std::chrono::seconds second{1};
        at_ = at;
        ahead_ = at - real();
        write_file(folder_ / "next", pace_ == Pace::still ? fmt::format("{}\n", at.time_since_epoch() / second)
                                                          : fmt::format("{:+}\n", ahead_ / second));
        std::filesystem::rename(folder_ / "next", file_); // never half a time
    }
    [[nodiscard]] domain::Instant now() const { return pace_ == Pace::still ? at_ : real() + ahead_; }

private:
    static domain::Instant real()
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }

    Pace pace_;
    TemporaryFolder folder_;
    std::filesystem::path file_{folder_ / "now"};
    domain::Instant at_;
    std::chrono::milliseconds ahead_{};
};

} // namespace verandah::test
