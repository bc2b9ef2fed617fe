// SPDX-License-Identifier: Apache-2.0
// What the server writes around an answer. For shared/wire/http/*.cpp and its tests.
#pragma once

#include "shared/wire/http/message.hpp"

#include <string>
#include <string_view>

namespace verandah::wire {

/// Replaces `out` by the whole response as it travels. `connection` is "close" or "keep-alive". A content type that
/// could break out of its header becomes a 500; nothing else in a header comes from outside.
void write_response(std::string& out, const Response& response, std::string_view connection);

/// What goes before the first frame of a feed, which ends with the connection.
[[nodiscard]] std::string_view event_stream_header();

/// A refusal by the server loop itself. `detail` is a constant of ours, never anything of the request.
[[nodiscard]] Response refusal(int status, std::string_view detail);

} // namespace verandah::wire
