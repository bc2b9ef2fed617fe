// SPDX-License-Identifier: Apache-2.0
// What happens at the enrolment door: a secret and a certificate request in, a certificate out, once for each offer.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "clinic/hub/enrolment/device_register.hpp"
#include "clinic/hub/enrolment/enrolment_terms.hpp"
#include "clinic/hub/enrolment/offer_book.hpp"
#include "clinic/store/writer.hpp"
#include "shared/domain/staff/attempts.hpp"

#include <functional>
#include <mutex>

namespace verandah::hub {

/// Tries at the door that are looked at in one second; whoever comes on top of them is told to come again. All offers
/// together, so that guessing is bounded however many guess: 16 a second for ten minutes are 9,600 of 2^40. Nothing
/// that somebody guesses ends an offer: a vandal slows enrolment down, and no more.
inline constexpr int tries_a_second = 16;

/// Borrows everything for its whole life. Any thread.
class Enrolment {
public:
    Enrolment(store::Writer& writer, DeviceRegister& devices, OfferBook& offers, const EnrolmentTerms& terms,
              std::function<domain::Instant()> now)
        : writer_{writer}, devices_{devices}, offers_{offers}, terms_{terms}, now_{std::move(now)}
    {
    }

    /// The answer comes once the device is on the list, durably. Refuses with TooSoon; with not_allowed for a secret of
    /// no offer, not_found for one that has run out or was withdrawn, conflict for one that another device has used,
    /// invalid_input for a certificate request that cannot be granted or a device of another kind: neither uses the
    /// offer up. Whatever is refused for its secret or request is written down, sparingly.
    void enrol(const wire::EnrolRequest& request, Answer<wire::EnrolmentReceipt> answer);

private:
    [[nodiscard]] bool may_try(domain::Instant now);
    void refuse(domain::Refusal refusal, domain::EnrolmentFault fault, const Answer<wire::EnrolmentReceipt>& answer);
    void let_in(const OfferBook::Taken& taken, GrantedCertificate granted, Answer<wire::EnrolmentReceipt> answer);
    [[nodiscard]] std::expected<wire::EnrolmentReceipt, domain::Refusal>
    put_on_list(const OfferBook::Taken& taken, const GrantedCertificate& granted, domain::Instant added);
    [[nodiscard]] wire::EnrolmentReceipt receipt(const OfferBook::Taken& taken, std::string certificate) const;

    store::Writer& writer_;
    DeviceRegister& devices_;
    OfferBook& offers_;
    const EnrolmentTerms& terms_;
    std::function<domain::Instant()> now_;
    std::mutex mutex_;
    domain::Sparing sparing_; ///< Guarded by `mutex_`, as what follows.
    domain::Instant second_{};
    int tries_{0};
};

} // namespace verandah::hub
