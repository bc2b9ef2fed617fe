// SPDX-License-Identifier: Apache-2.0
// By the limit of the process: it outlives exec and is handed on to children.
#include "shared/files/core_file.hpp"

#include <sys/resource.h>

namespace verandah::files {

void forbid_core_files() noexcept
{
    const rlimit none{0, 0}; // the hard limit as well, so that nothing raises it again
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace verandah::files
