// SPDX-License-Identifier: Apache-2.0
// A disk that is full, for one test.
#pragma once

#include <sys/resource.h>

#include <csignal>

namespace verandah::test {

/// While it lives, no file of this process can grow past `bytes`.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // an error code of the write instead
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

} // namespace verandah::test
