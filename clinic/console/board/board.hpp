// SPDX-License-Identifier: Apache-2.0
// The waiting-room board as a state machine: calls come in, one after another is shown large and spoken.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/domain/queue/call_board.hpp"
#include "shared/wire/messages/views.hpp"

#include <deque>
#include <optional>
#include <variant>
#include <vector>

namespace verandah::console {

/// A call as it is announced. The same number called again is another announcement.
using Announcement = domain::BoardCall;

struct Board {
    Link link{Link::connecting};
    std::optional<wire::CentreView> centre{};
    std::optional<wire::BoardView> view{};
    std::deque<Announcement> queue{};       ///< Called, not yet announced, oldest first.
    std::optional<Announcement> speaking{}; ///< Shown large while it is spoken.
    std::optional<Announcement> shown{};    ///< Announced last; stays large until the next one.
};

/// A call that is older than this when the board learns of it is shown, not spoken: nobody waits for it at the door.
inline constexpr std::chrono::minutes still_news{2};

struct BoardCame {
    wire::BoardView view;
};
struct SpeechEnded {};
using BoardHappening = std::variant<LinkWent, CentreCame, BoardCame, FeedBroke, SpeechEnded>;

struct FetchBoard {};
/// How often a call is spoken in each language: once when others are waiting to be announced, or nobody would get far.
enum class Rounds { one, two };
struct Announce {
    Announcement call;
    Rounds rounds;
};
using BoardEffect = std::variant<FetchCentre, FetchBoard, Announce>;

/// The next state, in place. Calls are announced in the order in which they were made; one taken back disappears
/// quietly, wherever it is. `now` is the hub's clock.
[[nodiscard]] std::vector<BoardEffect> handle(Board& board, const BoardHappening& happening, domain::Instant now);

/// What stands beside the large number: calls already announced, latest first, at most four.
[[nodiscard]] std::vector<domain::BoardCall> calls_before(const Board& board);
/// What is large now.
[[nodiscard]] std::optional<Announcement> large_call(const Board& board);

} // namespace verandah::console
