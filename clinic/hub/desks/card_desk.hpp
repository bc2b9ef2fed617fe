// SPDX-License-Identifier: Apache-2.0
// The desk for cards and alerts.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "shared/wire/messages/card_messages.hpp"

namespace verandah::hub {

/// Mints, replaces and revokes cards. A card's code passes through and is kept nowhere; the journal has its keyed hash.
/// A locked hub does none of it: not_allowed.
/// Borrows both for its whole life. Any thread.
class CardDesk {
public:
    CardDesk(store::Writer& writer, const HubState& hub) : writer_{writer}, hub_{hub} {}

    /// The device made the random token, so the same request again is the same card again.
    void mint(const wire::CardRequest& request, const Asker& asker, Answer<wire::CardReceipt> answer);
    void replace(const wire::ReplaceCardRequest& request, const Asker& asker, Answer<wire::CardReceipt> answer);
    void revoke(const wire::RevokeCardRequest& request, const Asker& asker, Answer<wire::EmptyRequest> answer);

private:
    store::Writer& writer_;
    const HubState& hub_;
};

/// Raises and answers silent alerts.
class AlertDesk {
public:
    explicit AlertDesk(store::Writer& writer) : writer_{writer} {}

    void raise(const wire::AlertRequest& request, const Asker& asker, Answer<wire::EmptyRequest> answer);
    void answer(domain::AlertId alert, const Asker& asker, Answer<wire::EmptyRequest> answer);

private:
    store::Writer& writer_;
};

} // namespace verandah::hub
