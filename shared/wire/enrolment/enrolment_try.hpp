// SPDX-License-Identifier: Apache-2.0
// Enrolling beside a window: one try at a time, on a thread of its own, so that the screen goes on answering.
#pragma once

#include "shared/wire/enrolment/enrol.hpp"

#include <atomic>
#include <expected>
#include <functional>
#include <future>
#include <optional>

namespace verandah::wire {

class EnrolmentTry {
public:
    using Outcome = std::expected<DeviceBundle, NotEnrolled>;

    /// `tell` is called from the try's own thread when there is an outcome to take: it has to bear that.
    EnrolmentTry(EnrolmentPlace place, std::function<void()> tell);
    /// Waits for a try that is under way, within the network's patience: a key that is let in is kept.
    ~EnrolmentTry() = default;
    EnrolmentTry(const EnrolmentTry&) = delete;
    EnrolmentTry& operator=(const EnrolmentTry&) = delete;

    /// Precondition: the outcome of the last one was taken.
    void begin(EnrolmentOrder order);
    /// The outcome, once.
    [[nodiscard]] std::optional<Outcome> take();

private:
    EnrolmentPlace place_;
    std::function<void()> tell_;
    std::atomic<bool> is_over_{false};
    std::future<Outcome> outcome_; ///< Last: its thread uses the others.
};

} // namespace verandah::wire
