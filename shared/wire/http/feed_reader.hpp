// SPDX-License-Identifier: Apache-2.0
// Server-sent events, read piece by piece (HTML standard, §9.2.6). For shared/wire/http/*.cpp and its tests.
#pragma once

#include "shared/wire/http/connection.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace verandah::wire {

class FeedReader {
public:
    static constexpr std::size_t largest_frame = std::size_t{4} << 20U; ///< Bytes.

    explicit FeedReader(std::function<void(ReadFrame)> heard) : heard_{std::move(heard)} {}

    /// Takes the next piece, however it was cut, and hands out every frame that is whole. False when a frame is too
    /// large.
    [[nodiscard]] bool take(std::string_view piece);

private:
    void take_line(std::string_view line);

    std::function<void(ReadFrame)> heard_;
    std::string unread_;
    ReadFrame frame_;
    bool has_data_{false};
};

} // namespace verandah::wire
