// SPDX-License-Identifier: Apache-2.0
// A future, and a word when it is there.
#include "shared/wire/enrolment/enrolment_try.hpp"

#include <utility>

namespace verandah::wire {

EnrolmentTry::EnrolmentTry(EnrolmentPlace place, std::function<void()> tell)
    : place_{std::move(place)}, tell_{std::move(tell)}
{
}

void EnrolmentTry::begin(EnrolmentOrder order)
{
    outcome_ = std::async(std::launch::async, [this, order = std::move(order)] {
        auto outcome = enrol(order, place_);
        is_over_ = true;
        tell_();
        return outcome;
    });
}

std::optional<EnrolmentTry::Outcome> EnrolmentTry::take()
{
    if (!is_over_.exchange(false)) {
        return std::nullopt;
    }
    return outcome_.get();
}

} // namespace verandah::wire
