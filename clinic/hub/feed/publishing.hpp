// SPDX-License-Identifier: Apache-2.0
// How the feed gets from the writer's thread to its readers.
#pragma once

#include "clinic/hub/feed/feed.hpp"
#include "shared/wire/http/server.hpp"

#include <string>

namespace verandah::hub {

// On the writer's thread only, as granting streams: that keeps the order.

/// Tells every audience what it may hear of a commit.
void publish(wire::Server& server, const store::Ledger& ledger, const store::Change& change);

/// Tells whoever may forget a visitor that a request to be forgotten has come or gone.
void publish_forgetting(wire::Server& server, const store::Ledger& ledger);

/// Tells a console that its session has changed. From there on it hears what is for `audience`.
void publish_session(wire::Server& server, const store::Ledger& ledger, const std::string& console,
                     const Audience& audience);

} // namespace verandah::hub
