// SPDX-License-Identifier: Apache-2.0
// Every call states its reason: the words for it.
#include "shared/domain/queue/call_reason.hpp"

#include <array>
#include <utility>

namespace verandah::domain {

std::string CallReason::text() const
{
    switch (kind) {
    case Kind::urgent: return "urgent";
    case Kind::priority: return "priority " + std::to_string(weight) + " × " + std::to_string(waited.count()) + " min";
    case Kind::only_match: return "only match";
    case Kind::returned: return "returned";
    case Kind::chosen: return "chosen: " + words;
    }
    std::unreachable();
}

// Permanent: on disk and on the wire.
std::string_view word(CallReason::Kind kind)
{
    switch (kind) {
    case CallReason::Kind::urgent: return "urgent";
    case CallReason::Kind::priority: return "priority";
    case CallReason::Kind::only_match: return "only_match";
    case CallReason::Kind::returned: return "returned";
    case CallReason::Kind::chosen: return "chosen";
    }
    std::unreachable();
}

std::optional<CallReason::Kind> call_reason_kind_from(std::string_view text)
{
    using enum CallReason::Kind;
    for (const auto kind : std::array{urgent, priority, only_match, returned, chosen}) {
        if (word(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace verandah::domain
