// SPDX-License-Identifier: Apache-2.0
// One event for a code that comes back for the first time.
#include "clinic/hub/care/counterfoil_desk.hpp"

#include <utility>
#include <vector>

namespace verandah::hub {

void CounterfoilDesk::take_back(const wire::ReturnCounterfoilRequest& request, domain::CounterfoilWay way,
                                const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [code = wire::hash_of(request.code), way](const store::Ledger& ledger, domain::Moment now)
            -> std::expected<std::vector<domain::Event>, domain::Refusal> {
            const auto event = ledger.files().take_back(code, way, now.at);
            return event ? std::vector<domain::Event>{*event} : std::vector<domain::Event>{};
        },
        [](const store::Ledger&, const domain::Event*) -> std::expected<wire::EmptyRequest, domain::Refusal> {
            return wire::EmptyRequest{};
        },
        std::move(answer));
}

} // namespace verandah::hub
