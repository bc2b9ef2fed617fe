// SPDX-License-Identifier: Apache-2.0
// Core files: a program that crashes must not leave its memory on the disk.
#pragma once

namespace verandah::files {

/// From now on this process, and those it starts, leave no core file: it would hold keys, cards and records in the
/// clear. To be called before the first of them is read.
void forbid_core_files() noexcept;

} // namespace verandah::files
