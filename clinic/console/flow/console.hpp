// SPDX-License-Identifier: Apache-2.0
// The console as a state machine: what happened in, what to ask of the hub out. No clock, no I/O.
#pragma once

#include "clinic/console/flow/forgetting.hpp"
#include "clinic/console/flow/line_replica.hpp"
#include "clinic/console/flow/past.hpp"
#include "clinic/console/flow/record.hpp"
#include "clinic/console/flow/session.hpp"
#include "clinic/console/flow/settings.hpp"
#include "clinic/console/flow/sheet.hpp"
#include "clinic/console/flow/stock.hpp"
#include "clinic/console/flow/wish.hpp"
#include "clinic/console/flow/work.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/wire/messages/totals_messages.hpp"
#include "shared/wire/messages/views.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

enum class Link { connecting, live, reconnecting };

/// Something done here that undo can take back.
struct OwnMove {
    Deed deed;
    domain::TicketId ticket;
    domain::TicketNumber number;
    std::optional<domain::Move> move; ///< What the hub calls it; nullopt for an arrival, which undo answers by "left".
    friend bool operator==(const OwnMove&, const OwnMove&) = default;
};

/// A request to the hub that is not yet answered. One at a time: a second press waits for what the first one did.
struct Write {
    Deed deed;
    std::string path;
    std::string body;
    std::vector<OwnMove> moves{}; ///< What undo can take back once it is done, oldest first.
    std::optional<OwnMove> undoes{};
};

/// Something to tell the person at the console.
struct Notice {
    std::variant<Obstacle, domain::Refusal::Why, Deed> about; ///< Deed: it was done, or undone.
    std::optional<domain::TicketNumber> number{};
    domain::Instant since;
};
inline constexpr std::chrono::seconds notice_lasts{8};
inline constexpr std::chrono::minutes totals_last{5}; ///< Then they are asked for anew.

struct Console {
    Settings settings{};
    Link link{Link::connecting};
    Session session{};
    Forgetting forgetting{};
    std::optional<wire::CentreView> centre{};
    std::optional<LineReplica> replica{};
    std::optional<domain::StationCode> station{};
    Page page{Page::line};
    std::optional<wire::TotalsView> totals{}; ///< For whoever sees no line to count.
    domain::Instant totals_asked_at{};
    std::optional<Past> past{}; ///< While she looks back.
    std::size_t looks{0};       ///< How often somebody began to.
    Knowledge knowledge{};
    std::optional<Record> record{}; ///< While one is open here, or about to be.
    std::size_t records{0};         ///< How often one was begun.
    Work work{};                    ///< What is due, and referrals.
    StockRoom stock{};
    std::optional<domain::TicketId> chosen{};
    std::optional<Sheet> sheet{};
    bool covered{false};
    std::optional<Notice> notice{};
    std::map<domain::StationCode, std::vector<OwnMove>> own_moves{};
    std::optional<Write> under_way{};
    std::optional<domain::Instant> answered_at{}; ///< The answer came before the feed told what it did.
    bool feed_told{false};                        ///< A frame came since the request under way.
};

// What happens.
struct LinkWent {
    Link to;
};
struct CentreCame {
    wire::CentreView view;
};
struct LineCame {
    wire::LineView view;
};
struct LineChanged {
    domain::Sequence sequence;
    wire::LineChange change;
};
struct TotalsCame {
    wire::TotalsView view;
};
struct FeedBroke {}; ///< "reset": what is known is too old.
struct WriteAnswered {
    std::string body;
};
struct WriteRefused {
    domain::Refusal refusal;
};
struct WriteLost {}; ///< Nobody knows whether it was done; the line will tell.
struct TimePassed {};
using Happening = std::variant<Wish, LinkWent, CentreCame, LineCame, LineChanged, TotalsCame, FeedBroke, WriteAnswered,
                               WriteRefused, WriteLost, TimePassed, SessionHappening, PastHappening,
                               ForgettingHappening, RecordHappening, WorkHappening, StockHappening>;

// What to ask of the world.
struct FetchCentre {};
struct FetchLine {};
struct FetchSession {};
struct FetchStaff {};
struct FetchTotals {};
struct FetchDevices {};
struct FetchForgettingRequests {};
struct Post {
    std::string path;
    std::string body;
};
using Effect =
    std::variant<FetchCentre, FetchLine, FetchSession, FetchStaff, FetchTotals, FetchDevices, FetchForgettingRequests,
                 Post, RunErrand, PastEffect, RecordEffect, WorkEffect, StockEffect>;

/// The next state, in place, and what it asks for. `now` is the hub's clock. Total: whatever happens in whatever state.
[[nodiscard]] std::vector<Effect> handle(Console& console, const Happening& happening, domain::Instant now);

} // namespace verandah::console
