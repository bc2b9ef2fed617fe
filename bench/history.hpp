// SPDX-License-Identifier: Apache-2.0
// Years of a centre's past, written by the real store.
#pragma once

#include "bench/centre.hpp"

#include <chrono>
#include <cstddef>

namespace verandah::bench {

/// So many events, spread evenly over the days before `until`.
struct Past {
    std::size_t events;
    std::chrono::days days;
    std::chrono::sys_days until;
};

/// Lets visitors come, be called, served and go on each of those days, and appends all of it to the centre's journal.
/// Goes on from what is there, which has to be older. No hub may be serving the centre.
void write_past(const Centre& centre, const Past& past);

} // namespace verandah::bench
