// SPDX-License-Identifier: Apache-2.0
// One visitor's way through the kiosk: welcome → card → needs → card offered → number → thank you.
// And a quiet one: welcome → card → what forgetting means → card → go to a staff member.
// And a short one: welcome → supplies, each counted as it is touched.
//
// A pure state machine: no clock, no network, no randomness; they come with each event. Whatever happens, "hide now",
// help, a person and back answer from every state, and after a wipe the state is Flow{} to the last field.
#pragma once

#include "kiosk/flow/event.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::kiosk {

// The steps, each with what only it needs to know.
struct AtWelcome {
    friend bool operator==(const AtWelcome&, const AtWelcome&) = default;
};
struct ShowingCard {
    enum class Scan { awaited, not_ours };
    Scan scan = Scan::awaited;
    friend bool operator==(const ShowingCard&, const ShowingCard&) = default;
};
struct ChoosingNeeds {
    int page = 0;
    friend bool operator==(const ChoosingNeeds&, const ChoosingNeeds&) = default;
};
struct OfferedCard {
    friend bool operator==(const OfferedCard&, const OfferedCard&) = default;
};
/// A request is under way. The screen it was asked from stays for `timing::quiet_wait`.
struct Asking {
    enum class From { needs, card_offer, retry };
    std::variant<AskCard, AskCheckIn> request;
    From from;
    Ticks since;
    friend bool operator==(const Asking&, const Asking&) = default;
};
/// The hub has not confirmed in time, or said no. Trying again repeats the very same request.
struct Unconfirmed {
    std::variant<AskCard, AskCheckIn> request;
    friend bool operator==(const Unconfirmed&, const Unconfirmed&) = default;
};
struct HoldingTicket {
    Receipt receipt;
    Ticks since;
    friend bool operator==(const HoldingTicket&, const HoldingTicket&) = default;
};
struct Thanked { ///< Everything is forgotten already.
    enum class For {
        number, ///< She has one, and waits.
        slip,   ///< Whoever brought it has none, and may want one.
    };
    Ticks since;
    For what{For::number};
    friend bool operator==(const Thanked&, const Thanked&) = default;
};

/// Takes what she needs, without a number. What was touched is counted already.
struct ChoosingSupplies {
    std::vector<domain::CommodityCode> taken = {};
    friend bool operator==(const ChoosingSupplies&, const ChoosingSupplies&) = default;
};

// The steps of somebody who asks to be forgotten. None says whether her card is known: nobody tells the kiosk.
struct ConsideringForgetting { ///< Reads what it would mean.
    friend bool operator==(const ConsideringForgetting&, const ConsideringForgetting&) = default;
};
struct ShowingCardToForget {
    ShowingCard::Scan scan = ShowingCard::Scan::awaited;
    friend bool operator==(const ShowingCardToForget&, const ShowingCardToForget&) = default;
};
struct AskingToForget {
    enum class From { card, retry };
    AskToForget request;
    From from;
    Ticks since;
    friend bool operator==(const AskingToForget&, const AskingToForget&) = default;
};
/// The hub has not taken it in time, or said no. Nothing is forgotten; trying again repeats the very same request.
struct UnconfirmedForgetting {
    AskToForget request;
    friend bool operator==(const UnconfirmedForgetting&, const UnconfirmedForgetting&) = default;
};
struct SentToStaff { ///< The kiosk has let go of the card.
    Ticks since;
    friend bool operator==(const SentToStaff&, const SentToStaff&) = default;
};

using Step = std::variant<AtWelcome, ShowingCard, ChoosingNeeds, OfferedCard, Asking, Unconfirmed, HoldingTicket,
                          Thanked, ConsideringForgetting, ShowingCardToForget, AskingToForget, UnconfirmedForgetting,
                          SentToStaff, ChoosingSupplies>;

/// Laid over a step; closing it shows the step again.
enum class Sheet { none, languages, ease };

struct Ease {
    bool large_text = false;
    bool high_contrast = false;
    bool low_reach = false;
    friend bool operator==(const Ease&, const Ease&) = default;
};

/// Somebody was called; the button that did it tells how it stands.
struct Call {
    enum class Answer { awaited, coming };
    domain::RequestKey key;
    Ticks since;
    Answer answer = Answer::awaited;
    friend bool operator==(const Call&, const Call&) = default;
};

enum class CardOrigin { brought, made_here };

/// Where a visitor is, and everything the kiosk knows about them.
struct Flow {
    Step step = AtWelcome{};
    Sheet sheet = Sheet::none;
    int language_page = 0;
    std::string language = {}; ///< Empty: the centre's first.
    Ease ease = {};
    std::optional<KeptCard> card = {};
    CardOrigin card_origin = CardOrigin::brought;
    std::vector<domain::ServiceCode> needs = {};  ///< In the order they were chosen.
    std::optional<AskCheckIn> last_check_in = {}; ///< Asked for and not answered: the same wishes keep the same key.
    std::optional<Call> help = {};
    std::optional<Call> person = {};
    Ticks last_touch{};
    std::optional<Ticks> idle_since = {}; ///< "Are you still there?" has been on the screen since.
    int more_times = 0;
    friend bool operator==(const Flow&, const Flow&) = default;
};

/// Takes one event and changes `flow` accordingly. Total: an event that means nothing here (a late answer to somebody
/// who left, a touch on a button just gone) changes nothing. After a Wipe `flow` is fresh, but for the words of thanks.
[[nodiscard]] std::vector<Effect> handle(Flow& flow, const Event& event, const Turn& turn);

/// The first moment after `now` at which time alone changes what is shown; nothing while the kiosk rests.
[[nodiscard]] std::optional<Ticks> next_due(const Flow& flow, Ticks now);

/// Nobody has touched it since the last wipe.
[[nodiscard]] bool is_fresh(const Flow& flow);

} // namespace verandah::kiosk
