// SPDX-License-Identifier: Apache-2.0
// From due items to what a worker is shown, and from what she tells to what the clinic is.
#include "clinic/hub/care/sealed_tracing.hpp"

#include "shared/domain/staff/permission.hpp"

#include <utility>

namespace verandah::hub {

std::optional<vault::StaffPublicKey> key_of_worker(const domain::StaffBook& staff, const domain::AccountCode& account)
{
    const auto* member = staff.find(account);
    if (member == nullptr || member->revoked_at || !domain::may(member->role, domain::Right::tracing_see)) {
        return std::nullopt;
    }
    const auto lock = vault::StaffLock::read(member->lock);
    return lock ? std::optional{lock->public_key()} : std::nullopt;
}

std::expected<domain::TracingGiven, domain::Refusal> seal_tracing(const OpenedFile& opened, const domain::DueItem& item,
                                                                  const domain::GiveItem& given,
                                                                  const vault::StaffPublicKey& worker,
                                                                  domain::Instant at, const vault::ClinicKey& clinic)
{
    const auto key = opened.tracing_key(*given.tracing, clinic);
    if (!key) {
        return std::unexpected{key.error()};
    }
    const auto content = wire::encode(wire::TracingAsked{
        .words = given.words, .expected_on = item.due, .until = item.expires_on, .attempts = item.attempts});
    auto sealed = vault::seal_to_worker(content, *key, *given.tracing, worker);
    if (!sealed) {
        return std::unexpected{std::move(sealed.error())};
    }
    return domain::TracingGiven{*given.tracing, opened.id(), given.worker, worker.bytes, *std::move(sealed), at};
}

std::optional<wire::WaitingAnswer> answer_waiting(const domain::Tracing& tracing, domain::TracingId id,
                                                  const vault::TracingKey& key)
{
    if (!tracing.waiting) {
        return std::nullopt;
    }
    const auto content = vault::open_answer(tracing.waiting->sealed, key, id, tracing.answers);
    const auto answer = content ? wire::decode_tracing_answer(*content) : std::unexpected{domain::Refusal{}};
    return answer ? std::optional{wire::WaitingAnswer{tracing.answers, *answer, tracing.waiting->at}} : std::nullopt;
}

} // namespace verandah::hub
