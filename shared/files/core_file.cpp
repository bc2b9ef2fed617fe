// SPDX-License-Identifier: Apache-2.0
// By the limit of the process, and by the kernel's filter of what a core holds: both outlive exec and are handed on to
// children. Not by PR_SET_DUMPABLE, which would also keep a debugger and the tests from looking.
#include "shared/files/core_file.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace verandah::files {

Cores forbid_core_files() noexcept
{
    const rlimit none{0, 0}; // the hard limit as well, so that nothing raises it again
    const bool limited = setrlimit(RLIMIT_CORE, &none) == 0;
    const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    const bool filtered = filter >= 0 && ::write(filter, "0", 1) == 1; // no mapping of any kind
    if (filter >= 0) {
        ::close(filter);
    }
    return limited && filtered ? Cores::forbidden : Cores::left_to_whoever_takes_them;
}

} // namespace verandah::files
