// SPDX-License-Identifier: Apache-2.0
// Forgetting a visitor at this console: who asks for it at a kiosk, and the sheet on which it is done.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/forgetting_messages.hpp"

#include <optional>
#include <string>
#include <variant>

namespace verandah::console {

/// Whom the sheet is about: somebody who asked at a kiosk, or whoever holds the card that was scanned here.
using WhomToForget = std::variant<wire::ForgettingRequest, files::SecretText>;

// The sheet's steps.
struct ScanCard {
    enum class Read { awaited, not_a_card };
    files::SecretText typed{}; ///< A scanner types.
    Read read{Read::awaited};
};
/// What goes and what stays. Two acts lead on, so that no stray key does: to say that she agrees, and to do it.
struct ConsiderForgetting {
    enum class Agreed { not_yet, yes };
    WhomToForget whom;
    Agreed agreed{Agreed::not_yet};
};
struct ForgettingUnderWay {};
struct ForgettingDone {
    wire::ForgettingReceipt::Outcome outcome;
};
/// Why it was not done, as far as is known.
enum class ForgettingTrouble {
    gone,        ///< The request is not there any more: done by a colleague, declined, or ten minutes went by.
    not_now,     ///< The hub is locked or cannot write.
    not_allowed, ///< She may not, or not any more.
    unknown,     ///< The hub did not answer: it may have been done.
};
struct ForgettingFailed {
    ForgettingTrouble why;
};
using ForgettingStep = std::variant<ScanCard, ConsiderForgetting, ForgettingUnderWay, ForgettingDone, ForgettingFailed>;

/// Everything about it. Holds nothing of a card but while it is scanned and considered.
struct Forgetting {
    wire::ForgettingRequestsView asked{}; ///< As the hub last said, for whoever may forget.
    std::optional<ForgettingStep> sheet{};
};

// What the person does.
struct OpenForgettingRequest { ///< The one that is shown.
    domain::ForgettingRequestId request;
    friend bool operator==(const OpenForgettingRequest&, const OpenForgettingRequest&) = default;
};
struct AskForCard { ///< By staff, with the card: from the menu, or after it did not go.
    friend bool operator==(const AskForCard&, const AskForCard&) = default;
};
struct TypeCard {
    files::SecretText typed;
    friend bool operator==(const TypeCard&, const TypeCard&) = default;
};
struct ReadCard { ///< All of it: a scanner's last key, or the button. A fast one types it all within a frame.
    files::SecretText typed;
    friend bool operator==(const ReadCard&, const ReadCard&) = default;
};
struct TurnAgreed {
    friend bool operator==(const TurnAgreed&, const TurnAgreed&) = default;
};
struct ForgetNow {
    friend bool operator==(const ForgetNow&, const ForgetNow&) = default;
};
struct DeclineForgetting { ///< "Not now": the request goes from every console.
    friend bool operator==(const DeclineForgetting&, const DeclineForgetting&) = default;
};
struct CloseForgetting { ///< A request stays for a colleague.
    friend bool operator==(const CloseForgetting&, const CloseForgetting&) = default;
};
using ForgettingWish = std::variant<OpenForgettingRequest, AskForCard, TypeCard, ReadCard, TurnAgreed, ForgetNow,
                                    DeclineForgetting, CloseForgetting>;

// What the hub says.
struct ForgettingRequestsCame {
    wire::ForgettingRequestsView view;
};
struct ForgettingRequestsChanged {}; ///< The feed: one came or went.
using ForgettingHappening = std::variant<ForgettingRequestsCame, ForgettingRequestsChanged>;

} // namespace verandah::console
