// SPDX-License-Identifier: Apache-2.0
// Each group of figures, measured by itself. main.cpp calls them in order. All throw BenchFailure when something is
// not as it must be.
#pragma once

#include "bench/centre.hpp"
#include "bench/figure.hpp"

namespace verandah::bench {

/// Check-ins and calls over TLS at 1, 8 and 32 connections; then 100 boards that follow the calls; then the same
/// check-ins with a million old events in the journal, on the way there the start with half of them.
[[nodiscard]] Figures measure_hub(const Places& places);

/// domain::decide(CallNext) with 10,000 people waiting.
[[nodiscard]] Figures measure_decision();

/// From a call to the boards that show it. Needs somebody waiting and free places.
[[nodiscard]] Figures measure_feed(Centre& centre, const RunningHub& hub);

/// The real kiosk, off screen, with a visitor played at it and then at rest.
[[nodiscard]] Figures measure_kiosk(const Places& places);

/// The clinic's files: one of 200 entries opened, a form saved in it, and the work list made from 100,000 due items.
[[nodiscard]] Figures measure_care(const Places& places);

/// What a window costs that shows nothing: the kiosk's reference, run as a process of its own. Prints one line of JSON
/// when it has drawn, and ends when its standard input does.
int show_bare_window();

} // namespace verandah::bench
