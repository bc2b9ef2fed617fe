// SPDX-License-Identifier: Apache-2.0
// Core files: a program that crashes must not leave its memory on the disk.
#pragma once

#include <string_view>

namespace verandah::files {

/// What became of forbid_core_files().
enum class Cores {
    forbidden,
    /// The kernel took the limit, which a core that is piped to a program (systemd-coredump, apport) does not obey, and
    /// not that its memory is left out.
    left_to_whoever_takes_them,
};

/// From now on this process, and those it starts, leave no core file: it would hold keys, cards and records in the
/// clear. One that is piped to a program instead holds none of its memory. To be called before the first of them is
/// read.
[[nodiscard]] Cores forbid_core_files() noexcept;

/// For the log of a program whose cores are left to others.
inline constexpr std::string_view cores_warning =
    "the kernel does not leave memory out of core files (/proc/self/coredump_filter cannot be written): see that none "
    "is kept, with: sysctl kernel.core_pattern=core";

} // namespace verandah::files
