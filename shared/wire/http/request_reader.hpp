// SPDX-License-Identifier: Apache-2.0
// Reads one request as strictly as the hub takes it (RFC 9112). For shared/wire/http/*.cpp and its tests.
#pragma once

#include "shared/wire/http/message.hpp"
#include "shared/wire/http/server.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace verandah::wire {

/// Why a request was not taken: the status it is answered with, and a word for engineers that holds nothing of it.
struct NotTaken {
    int status;
    std::string_view detail;
};

/// What is known of the request after the bytes so far.
enum class Reading { wants_more, whole, not_taken };

/// Keeps what Request has and nothing else. Besides what the standard forbids it refuses what two readers could take
/// for two different things: both lengths or one given twice, a transfer coding other than chunked, trailers, a header
/// of ours sent twice, control characters, bare line feeds.
class RequestReader {
public:
    explicit RequestReader(const Limits& limits);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// Begins a new request.
    void begin();

    /// Takes what it can off the front of `bytes`. What it leaves has to be there again, with more behind it, in the
    /// next call.
    [[nodiscard]] Reading take(std::string_view& bytes);

    [[nodiscard]] Request& request();            ///< Once whole. All but its actor.
    [[nodiscard]] bool keeps_connection() const; ///< Once whole: whether another request may follow.
    [[nodiscard]] NotTaken why() const;          ///< Once not taken.

private:
    class Parser;
    const Limits& limits_;
    std::unique_ptr<Parser> parser_;
};

} // namespace verandah::wire
