// SPDX-License-Identifier: Apache-2.0
// Frames, made once for all who hear the same.
#include "clinic/hub/feed/publishing.hpp"

#include <memory>

namespace verandah::hub {

namespace {

std::shared_ptr<const std::string> frame_text(const FeedFrame& frame)
{
    return std::make_shared<const std::string>(wire::event_frame(frame.name, frame.sequence, frame.data));
}

} // namespace

void publish(wire::Server& server, const store::Ledger& ledger, const store::Change& change)
{
    for (const auto& audience : every_audience) {
        if (!server.has_readers(number_of(audience))) {
            continue;
        }
        for (const auto& frame : Feed::frames(ledger, change, audience)) {
            server.publish(number_of(audience), frame_text(frame));
        }
    }
}

void publish_forgetting(wire::Server& server, const store::Ledger& ledger)
{
    // In no journal, and so with no number of its own: whoever was away asks for the requests when it is back.
    const auto frame = frame_text({"forgetting", ledger.feed_id(ledger.sequence()), "{}"});
    for (const auto& audience : every_audience) {
        if (audience.requests == Audience::Requests::told && server.has_readers(number_of(audience))) {
            server.publish(number_of(audience), frame);
        }
    }
}

void publish_session(wire::Server& server, const store::Ledger& ledger, const std::string& console,
                     const Audience& audience)
{
    server.regroup(console, number_of(audience), frame_text({"session", ledger.sequence(), "{}"}));
}

} // namespace verandah::hub
