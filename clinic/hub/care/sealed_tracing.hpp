// SPDX-License-Identifier: Apache-2.0
// What an outreach worker is asked and what she tells, sealed from the clinic's side and opened from both.
#pragma once

#include "clinic/hub/care/opened_file.hpp"
#include "shared/domain/record/tracing_book.hpp"
#include "shared/domain/staff/staff_book.hpp"
#include "shared/vault/tracing_seal.hpp"
#include "shared/wire/messages/care/tracing_messages.hpp"

#include <optional>

namespace verandah::hub {

/// Her public key; nullopt when there is no such account, it may not see what is given to it, or its lock is damaged.
[[nodiscard]] std::optional<vault::StaffPublicKey> key_of_worker(const domain::StaffBook& staff,
                                                                 const domain::AccountCode& account);

/// What is to be written down when `item` of that file is given to a worker. Refuses with not_allowed as
/// OpenedFile::tracing_key() does. Precondition: `given` has its tracing.
[[nodiscard]] std::expected<domain::TracingGiven, domain::Refusal>
seal_tracing(const OpenedFile& opened, const domain::DueItem& item, const domain::GiveItem& given,
             const vault::StaffPublicKey& worker, domain::Instant at, const vault::ClinicKey& clinic);

/// What she told that waits, for whoever opens her file; nullopt when nothing waits or it was damaged.
[[nodiscard]] std::optional<wire::WaitingAnswer> answer_waiting(const domain::Tracing& tracing, domain::TracingId id,
                                                                const vault::TracingKey& key);

} // namespace verandah::hub
