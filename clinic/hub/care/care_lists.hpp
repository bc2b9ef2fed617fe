// SPDX-License-Identifier: Apache-2.0
// Lists made from opened files. Pure: files and time in, a list out.
#pragma once

#include "clinic/hub/care/open_files.hpp"
#include "shared/domain/record/decide_entry.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"

#include <map>
#include <vector>

namespace verandah::hub {

using FilesOpened = std::vector<OpenFiles::Shared>;

/// What is known of outreach workers: to whom something can be given, and how it stands with what was given.
using WithWorkers = std::map<domain::TracingId, wire::DueRow::WithWorker>;
struct OfWorkers {
    std::vector<domain::AccountCode> workers{};
    WithWorkers tracings{};
};

/// All that is due, by due day; `most` of it, from query.from on.
[[nodiscard]] wire::DueList due_list(const FilesOpened& files, const domain::CareRules& rules,
                                     const wire::DueQuery& query, domain::CentreDay today, const OfWorkers& of_workers,
                                     std::size_t most);
/// All referrals as they stand now, the most pressing first; the same.
[[nodiscard]] wire::ReferralList referral_list(const FilesOpened& files, const domain::CareRules& rules,
                                               const wire::ReferralQuery& query, domain::Moment now, std::size_t most);
/// All tests that wait for that: critical ones first, then the longest waiting; the same.
[[nodiscard]] wire::ResultList result_list(const FilesOpened& files, const domain::CareRules& rules,
                                           const wire::ResultQuery& query, std::size_t most);

} // namespace verandah::hub
