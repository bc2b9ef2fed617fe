// SPDX-License-Identifier: Apache-2.0
// A journey is an open shop: what was asked for in one visit, done in any order that precedence and timers allow
// (field.md §3).
#pragma once

#include "shared/domain/centre/centre.hpp"
#include "shared/domain/journey/step.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace verandah::domain {

/// Steps that can be called for: asked, not waiting for a timer, and with everything they come after done.
/// Precedence counts only among what was asked for in this visit. A service the centre no longer has has no precedence.
[[nodiscard]] std::vector<ServiceCode> ready_steps(std::span<const Step> steps, std::span<const Service> services);

/// Whether anything asked for is not yet done, ready or not.
[[nodiscard]] bool has_more(std::span<const Step> steps);

/// When the earliest timer among the steps still asked for runs out; nullopt when none runs.
[[nodiscard]] std::optional<Instant> next_timer(std::span<const Step> steps);

/// One way a visit could go on, as a station sees it.
struct Onward {
    ServiceCode service;
    std::chrono::minutes expected_wait; ///< People in line for it × usual minutes ÷ stations that give it.
    int load;                           ///< People in line for it.
};

/// Where to send her next: the shortest expected wait; among those within 3 minutes of it the most loaded one, so that
/// long lines are fed first (−16 % mean and −19 % P90 time in the centre against a fixed order, simulated; field.md
/// §3). nullopt when there is nowhere to go. Ties keep the order given.
[[nodiscard]] std::optional<ServiceCode> next_step(std::span<const Onward> ways);

} // namespace verandah::domain
