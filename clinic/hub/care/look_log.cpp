// SPDX-License-Identifier: Apache-2.0
// By console, account and list.
#include "clinic/hub/care/look_log.hpp"

#include <vector>

namespace verandah::hub {

bool LookLog::is_another_look(domain::CareListRead::List list, const Asker& asker, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    const std::pair key{asker.device + ' ' + (asker.staff ? asker.staff->text() : std::string{}), list};
    const auto last = looked_.find(key);
    if (last != looked_.end() && now >= last->second && now - last->second < one_look) {
        return false;
    }
    looked_.insert_or_assign(key, now);
    return true;
}

store::Write::Decide written_look(domain::CareListRead::List list)
{
    return [list](const store::Ledger&, domain::Moment now) {
        return std::vector<domain::Event>{domain::AuditEvent{domain::CareListRead{list, now.at}}};
    };
}

} // namespace verandah::hub
