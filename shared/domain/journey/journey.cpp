// SPDX-License-Identifier: Apache-2.0
// A journey is an open shop: precedence, timers, and where to go next.
#include "shared/domain/journey/journey.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

/// Near ties: waits this close count as equal, and the longer line is fed first.
constexpr std::chrono::minutes near_tie{3};

bool is_open_step(std::span<const Step> steps, const ServiceCode& service)
{
    return std::ranges::any_of(
        steps, [&](const Step& step) { return step.service == service && step.stage != Step::Stage::done; });
}

bool comes_too_early(const Step& step, std::span<const Step> steps, std::span<const Service> services)
{
    const auto service = std::ranges::find(services, step.service, &Service::code);
    return service != services.end() &&
           std::ranges::any_of(service->after, [&](const ServiceCode& before) { return is_open_step(steps, before); });
}

bool waits_for_timer(const Step& step)
{
    return step.stage == Step::Stage::asked && step.ready_at.has_value();
}

} // namespace

std::vector<ServiceCode> ready_steps(std::span<const Step> steps, std::span<const Service> services)
{
    std::vector<ServiceCode> ready;
    for (const auto& step : steps) {
        if (step.stage == Step::Stage::asked && !waits_for_timer(step) && !comes_too_early(step, steps, services)) {
            ready.push_back(step.service);
        }
    }
    return ready;
}

bool has_more(std::span<const Step> steps)
{
    return std::ranges::any_of(steps, [](const Step& step) { return step.stage != Step::Stage::done; });
}

std::optional<Instant> next_timer(std::span<const Step> steps)
{
    std::optional<Instant> earliest;
    for (const auto& step : steps) {
        if (waits_for_timer(step) && (!earliest || *step.ready_at < *earliest)) {
            earliest = step.ready_at;
        }
    }
    return earliest;
}

std::optional<ServiceCode> next_step(std::span<const Onward> ways)
{
    if (ways.empty()) {
        return std::nullopt;
    }
    const auto shortest = std::ranges::min(ways, {}, &Onward::expected_wait).expected_wait;
    const Onward* best = nullptr;
    for (const auto& way : ways) {
        const bool is_near = way.expected_wait - shortest < near_tie;
        if (is_near && (best == nullptr || way.load > best->load)) {
            best = &way;
        }
    }
    return best->service;
}

} // namespace verandah::domain
