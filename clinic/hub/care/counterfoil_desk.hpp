// SPDX-License-Identifier: Apache-2.0
// The desk for counterfoils that come back.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "shared/domain/record/care_event.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"

namespace verandah::hub {

/// Takes any code there can be, and says the same to all. Borrows the writer for its whole life. Any thread.
class CounterfoilDesk {
public:
    explicit CounterfoilDesk(store::Writer& writer) : writer_{writer} {}

    void take_back(const wire::ReturnCounterfoilRequest& request, domain::CounterfoilWay way, const Asker& asker,
                   Answer<wire::EmptyRequest> answer);

private:
    store::Writer& writer_;
};

} // namespace verandah::hub
