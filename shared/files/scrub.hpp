// SPDX-License-Identifier: Apache-2.0
// Memory that a visitor or a key passed through, after nothing in the program names it any more.
#pragma once

namespace verandah::files {

/// Overwrites the part of this thread's stack that earlier calls used: copies of a card or a passphrase may lie there.
void scrub_stack() noexcept;

/// Starts the program again, once, with glibc told to overwrite memory as it is freed and to keep no freed blocks or
/// thread stacks aside unwritten. Both are read by glibc before main() and cannot be set later: mallopt(M_PERTURB)
/// alone leaves whatever goes through the thread cache as it was. Returns when that is so already, or cannot be.
void overwrite_freed_memory(char** arguments) noexcept;

} // namespace verandah::files
