// SPDX-License-Identifier: Apache-2.0
// The permanent words within staff events.
#include "shared/domain/staff/staff_event.hpp"

#include <array>
#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(KeyPair key_pair)
{
    switch (key_pair) {
    case KeyPair::kept: return "kept";
    case KeyPair::made_anew: return "made_anew";
    }
    std::unreachable();
}

std::optional<KeyPair> key_pair_from(std::string_view text)
{
    for (const auto each : std::array{KeyPair::kept, KeyPair::made_anew}) {
        if (word(each) == text) {
            return each;
        }
    }
    return std::nullopt;
}

std::string_view word(SignOutReason reason)
{
    switch (reason) {
    case SignOutReason::asked: return "asked";
    case SignOutReason::shift_over: return "shift_over";
    case SignOutReason::wrong_pins: return "wrong_pins";
    case SignOutReason::changed: return "changed";
    }
    std::unreachable();
}

std::optional<SignOutReason> sign_out_reason_from(std::string_view text)
{
    using enum SignOutReason;
    for (const auto reason : std::array{asked, shift_over, wrong_pins, changed}) {
        if (word(reason) == text) {
            return reason;
        }
    }
    return std::nullopt;
}

} // namespace verandah::domain
