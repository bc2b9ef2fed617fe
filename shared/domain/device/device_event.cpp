// SPDX-License-Identifier: Apache-2.0
// The permanent words within device events.
#include "shared/domain/device/device_event.hpp"

#include <array>
#include <utility>

namespace verandah::domain {

// Permanent: on disk.
std::string_view word(EnrolmentFault fault)
{
    switch (fault) {
    case EnrolmentFault::wrong_secret: return "wrong_secret";
    case EnrolmentFault::used: return "used";
    case EnrolmentFault::bad_request: return "bad_request";
    }
    std::unreachable();
}

std::optional<EnrolmentFault> enrolment_fault_from(std::string_view text)
{
    using enum EnrolmentFault;
    for (const auto fault : std::array{wrong_secret, used, bad_request}) {
        if (word(fault) == text) {
            return fault;
        }
    }
    return std::nullopt;
}

} // namespace verandah::domain
