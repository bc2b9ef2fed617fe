// SPDX-License-Identifier: Apache-2.0
// What can happen to the kiosk, and what it may then ask of the world.
#pragma once

#include "kiosk/flow/kept_card.hpp"
#include "kiosk/flow/timing.hpp"
#include "kiosk/flow/touch.hpp"
#include "shared/domain/queue/ticket_number.hpp"
#include "shared/domain/referral/counterfoil_code.hpp"
#include "shared/domain/request_key.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::kiosk {

/// What the world adds to an event: the time, and random bytes in case the answer to it needs some.
struct Turn {
    Ticks now;
    domain::RequestKey key;        ///< For the request this event may lead to.
    domain::CardCode::Token token; ///< For the card it may lead to.
};

/// What the hub answered to a check-in.
struct Receipt {
    domain::TicketNumber number;
    int people_before;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

struct Scanned { ///< What the scanner typed, up to its Enter.
    std::string text;
};
struct CheckedIn {
    domain::RequestKey key;
    Receipt receipt;
};
struct CardMade {
    domain::RequestKey key;
    KeptCard card;
};
struct AlertTaken {
    domain::RequestKey key;
};
struct ForgettingTaken { ///< Staff will be told. Of the card the hub said nothing, whichever it is.
    domain::RequestKey key;
};
struct Refused { ///< The hub said no to the request of this key.
    domain::RequestKey key;
};
struct TimePassed {};

using Event = std::variant<Touch, Scanned, CheckedIn, CardMade, AlertTaken, ForgettingTaken, Refused, TimePassed>;

// What the kiosk asks of the world.
struct AskCheckIn {
    domain::RequestKey key;
    std::vector<domain::ServiceCode> needs;
    std::optional<KeptCard> card;
    friend bool operator==(const AskCheckIn&, const AskCheckIn&) = default;
};
struct AskCard {
    domain::RequestKey key;
    domain::CardCode::Token token; ///< Made here, so that asking twice gives the same card.
    friend bool operator==(const AskCard&, const AskCard&) = default;
};
struct AskToForget {
    domain::RequestKey key;
    KeptCard card;
    friend bool operator==(const AskToForget&, const AskToForget&) = default;
};
/// A counterfoil came back. Nobody waits for the answer, which is the same for all of them; it says nothing about
/// anybody, and goes on its way when the visitor is forgotten.
struct ReturnCounterfoil {
    domain::RequestKey key;
    domain::CounterfoilCode code;
    friend bool operator==(const ReturnCounterfoil&, const ReturnCounterfoil&) = default;
};
/// She went back before she was sent to staff: what this kiosk has asked for holds no more, whether it arrived or not.
struct WithdrawForgetting {
    domain::RequestKey key;
    friend bool operator==(const WithdrawForgetting&, const WithdrawForgetting&) = default;
};
struct RaiseAlert {
    enum class Kind { help, person };
    domain::RequestKey key;
    Kind kind;
    friend bool operator==(const RaiseAlert&, const RaiseAlert&) = default;
};
struct HandOut { ///< Say that she took something. Nothing comes back, and nobody has to be there for it.
    domain::RequestKey key;
    domain::CommodityCode commodity;
    std::int64_t pieces;
    friend bool operator==(const HandOut&, const HandOut&) = default;
};
struct Speak { ///< Say the words of the screen aloud.
    friend bool operator==(const Speak&, const Speak&) = default;
};
struct Wipe { ///< Forget everything about the visitor: buffers, textures, requests under way, sound.
    friend bool operator==(const Wipe&, const Wipe&) = default;
};

using Effect = std::variant<AskCheckIn, AskCard, AskToForget, WithdrawForgetting, ReturnCounterfoil, RaiseAlert,
                            HandOut, Speak, Wipe>;

} // namespace verandah::kiosk
