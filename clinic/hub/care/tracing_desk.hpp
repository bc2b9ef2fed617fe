// SPDX-License-Identifier: Apache-2.0
// The desk for outreach workers: whom each was asked to look for, and what came of it.
#pragma once

#include "clinic/hub/care/file_desk.hpp"
#include "clinic/hub/care/look_log.hpp"
#include "clinic/hub/desks/asker.hpp"
#include "shared/wire/messages/care/tracing_messages.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace verandah::hub {

/// Opens what is sealed to whoever asks with her own key, which the hub has while she is signed in. Nobody else's is
/// opened, and no file. Nothing is seen before it is written down that she looked. Any thread.
class TracingDesk {
public:
    /// Borrows both for its whole life; works on the thread of `files`.
    TracingDesk(store::Writer& writer, FileDesk& files) : writer_{writer}, files_{files} {}

    /// Refuses with not_allowed when nobody is signed in there.
    void see(const Asker& asker, const Answer<wire::TracingList>& answer);
    /// Refuses with not_found what is not asked of her (any more), or was sealed to a key that she has no more.
    void tell(domain::TracingId tracing, const wire::TellTracingRequest& told, const Asker& asker,
              const Answer<wire::EmptyRequest>& answer);

private:
    using Secret = std::shared_ptr<const vault::StaffSecret>;

    void show(const Asker& asker, const Secret& secret, const Answer<wire::TracingList>& answer);
    void submit(domain::TracingId tracing, const Asker& asker, store::Write::Decide decide,
                const Answer<wire::EmptyRequest>& answer);

    store::Writer& writer_;
    FileDesk& files_;
    LookLog looks_;
};

} // namespace verandah::hub
