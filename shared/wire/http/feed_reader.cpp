// SPDX-License-Identifier: Apache-2.0
// Server-sent events, read piece by piece.
#include "shared/wire/http/feed_reader.hpp"

#include <charconv>
#include <utility>

namespace verandah::wire {

bool FeedReader::take(std::string_view piece)
{
    unread_ += piece;
    std::size_t begin = 0;
    for (auto end = unread_.find('\n'); end != std::string::npos; end = unread_.find('\n', begin)) {
        take_line(std::string_view{unread_}.substr(begin, end - begin));
        begin = end + 1;
    }
    unread_.erase(0, begin);
    return unread_.size() + frame_.data.size() <= largest_frame;
}

void FeedReader::take_line(std::string_view line)
{
    if (line.empty()) { // the end of a frame; a comment alone is none
        if (!frame_.name.empty()) {
            heard_(frame_);
        }
        frame_.name.clear();
        frame_.data.clear(); // the id stays until another comes
        has_data_ = false;
        return;
    }
    const auto colon = line.find(':');
    const auto field = line.substr(0, colon);
    auto value = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
    if (value.starts_with(' ')) {
        value.remove_prefix(1);
    }
    if (field == "event") {
        frame_.name = value;
    } else if (field == "data") {
        if (std::exchange(has_data_, true)) {
            frame_.data += '\n';
        }
        frame_.data += value;
    } else if (field == "id") {
        std::from_chars(value.data(), value.data() + value.size(), frame_.id);
    }
}

} // namespace verandah::wire
