// SPDX-License-Identifier: Apache-2.0
// Who looked at which list, and when: looking on is the same look, and is not written down again.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/time.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace verandah::hub {

/// Any thread.
class LookLog {
public:
    /// Somebody who looks on is written down again only after so long.
    static constexpr std::chrono::minutes one_look{10};

    /// Whether this look is to be written down.
    [[nodiscard]] bool is_another_look(domain::CareListRead::List list, const Asker& asker, domain::Instant now);

private:
    std::mutex mutex_;
    std::map<std::pair<std::string, domain::CareListRead::List>, domain::Instant> looked_;
};

/// Writes it down.
[[nodiscard]] store::Write::Decide written_look(domain::CareListRead::List list);

} // namespace verandah::hub
