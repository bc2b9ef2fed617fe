// SPDX-License-Identifier: Apache-2.0
// The permanent words of the audit's own events.
#include "shared/domain/audit/audit_event.hpp"

#include <utility>

namespace verandah::domain {

std::string_view word(AuditRead::Way way)
{
    switch (way) {
    case AuditRead::Way::listed: return "listed";
    case AuditRead::Way::exported: return "exported";
    }
    std::unreachable();
}

std::optional<AuditRead::Way> audit_way_from(std::string_view text)
{
    using enum AuditRead::Way;
    if (text == word(listed)) {
        return listed;
    }
    return text == word(exported) ? std::optional{exported} : std::nullopt;
}

} // namespace verandah::domain
