// SPDX-License-Identifier: Apache-2.0
// Which call is large, which are waiting to be announced, which are shown beside.
#include "clinic/console/board/board.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

constexpr std::size_t shown_before = 4;

using BoardEffects = std::vector<BoardEffect>;

bool has(const std::vector<domain::BoardCall>& calls, const Announcement& call)
{
    return std::ranges::find(calls, call) != calls.end();
}

/// The number as it was called before: only the count of calls or the instant differ.
bool has_number(const std::vector<domain::BoardCall>& calls, const Announcement& call)
{
    return std::ranges::find(calls, call.number, &domain::BoardCall::number) != calls.end();
}

struct BoardHandler {
    Board& board;
    domain::Instant now;

    BoardEffects next_announcement()
    {
        if (board.speaking || board.queue.empty()) {
            return {};
        }
        board.speaking = board.queue.front();
        board.shown = board.queue.front();
        board.queue.pop_front();
        return {Announce{*board.speaking, board.queue.empty() ? Rounds::two : Rounds::one}};
    }

    void drop_withdrawn(const std::vector<domain::BoardCall>& calls)
    {
        std::erase_if(board.queue, [&](const Announcement& call) { return !has(calls, call); });
        if (board.shown && !has_number(calls, *board.shown)) {
            board.shown.reset();
        }
    }

    void queue_news(const wire::BoardView& view)
    {
        for (auto call = view.calls.rbegin(); call != view.calls.rend(); ++call) { // oldest first
            const bool known = has(board.view->calls, *call);
            if (!known && now - call->at <= still_news) {
                board.queue.push_back(*call);
            }
        }
    }

    BoardEffects operator()(const LinkWent& event)
    {
        const bool is_back = event.to == Link::live && board.link != Link::live;
        board.link = event.to == Link::reconnecting && board.link == Link::connecting ? Link::connecting : event.to;
        return is_back ? BoardEffects{FetchCentre{}, FetchBoard{}} : BoardEffects{};
    }
    BoardEffects operator()(const CentreCame& event)
    {
        board.centre = event.view;
        return {};
    }
    BoardEffects operator()(const BoardCame& event)
    {
        if (board.view && event.view.sequence < board.view->sequence) {
            return {}; // a snapshot that was overtaken by the feed
        }
        drop_withdrawn(event.view.calls);
        if (board.view) {
            queue_news(event.view);
        }
        board.view = event.view;
        if (!board.shown && !board.speaking && board.queue.empty() && !event.view.calls.empty()) {
            board.shown = event.view.calls.front();
        }
        return next_announcement();
    }
    BoardEffects operator()(const FeedBroke&) const
    {
        if (board.view) {
            board.view->sequence = 0; // whatever comes next is true, also from a hub that was restored
        }
        return {FetchCentre{}, FetchBoard{}};
    }
    BoardEffects operator()(const SpeechEnded&)
    {
        board.speaking.reset();
        return next_announcement();
    }
};

} // namespace

std::vector<BoardEffect> handle(Board& board, const BoardHappening& happening, domain::Instant now)
{
    return std::visit(BoardHandler{board, now}, happening);
}

std::optional<Announcement> large_call(const Board& board)
{
    return board.shown;
}

std::vector<domain::BoardCall> calls_before(const Board& board)
{
    std::vector<domain::BoardCall> before;
    if (!board.view) {
        return before;
    }
    for (const auto& call : board.view->calls) {
        const bool is_large = board.shown && board.shown->number == call.number;
        const bool comes_yet = std::ranges::find(board.queue, call) != board.queue.end();
        if (!is_large && !comes_yet && before.size() < shown_before) {
            before.push_back(call);
        }
    }
    return before;
}

} // namespace verandah::console
