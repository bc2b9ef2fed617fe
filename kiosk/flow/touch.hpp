// SPDX-License-Identifier: Apache-2.0
// Everything a visitor can do on the glass. Screens answer with one of these; the flow decides what it means.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/stock/stock_event.hpp"

#include <cstdint>
#include <string>
#include <variant>

namespace verandah::kiosk {

// On every screen.
struct GoBack {
    friend bool operator==(const GoBack&, const GoBack&) = default;
};
struct HideNow { ///< Somebody is looking: wipe at once, to a screen that says nothing.
    friend bool operator==(const HideNow&, const HideNow&) = default;
};
struct CallHelp { ///< "I need help now": a silent alert.
    friend bool operator==(const CallHelp&, const CallHelp&) = default;
};
struct CallPerson { ///< "Talk to a person".
    friend bool operator==(const CallPerson&, const CallPerson&) = default;
};
struct Listen {
    friend bool operator==(const Listen&, const Listen&) = default;
};
struct OpenEase { ///< "Easier to use".
    friend bool operator==(const OpenEase&, const OpenEase&) = default;
};

/// What makes the screen easier to use.
enum class Aid { large_text, high_contrast, low_reach };
struct SwitchAid {
    Aid aid;
    friend bool operator==(const SwitchAid&, const SwitchAid&) = default;
};

struct ChooseLanguage {
    std::string code;
    friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};
struct OpenLanguages { ///< "More…"
    friend bool operator==(const OpenLanguages&, const OpenLanguages&) = default;
};
struct HaveCard {
    friend bool operator==(const HaveCard&, const HaveCard&) = default;
};
struct GoOnWithoutCard {
    friend bool operator==(const GoOnWithoutCard&, const GoOnWithoutCard&) = default;
};

/// Chooses a service, or takes the choice back.
struct SwitchNeed {
    domain::ServiceCode service;
    friend bool operator==(const SwitchNeed&, const SwitchNeed&) = default;
};
struct ShowPage {
    int page;
    friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
struct AskNumber { ///< "Get my number".
    friend bool operator==(const AskNumber&, const AskNumber&) = default;
};
struct TakeCard {
    friend bool operator==(const TakeCard&, const TakeCard&) = default;
};
struct DeclineCard {
    friend bool operator==(const DeclineCard&, const DeclineCard&) = default;
};
struct AskAboutForgetting { ///< "Forget me": what would it mean?
    friend bool operator==(const AskAboutForgetting&, const AskAboutForgetting&) = default;
};
struct GoOnToForget { ///< She has read it, and wants it.
    friend bool operator==(const GoOnToForget&, const GoOnToForget&) = default;
};
struct JustSupplies { ///< To take something away, without a number.
    friend bool operator==(const JustSupplies&, const JustSupplies&) = default;
};
struct TakeSupply {
    domain::CommodityCode commodity;
    std::int64_t pieces;
    friend bool operator==(const TakeSupply&, const TakeSupply&) = default;
};
struct TryAgain {
    friend bool operator==(const TryAgain&, const TryAgain&) = default;
};
struct Finish {
    friend bool operator==(const Finish&, const Finish&) = default;
};
struct WantMoreTime {
    friend bool operator==(const WantMoreTime&, const WantMoreTime&) = default;
};

using Touch =
    std::variant<GoBack, HideNow, CallHelp, CallPerson, Listen, OpenEase, SwitchAid, ChooseLanguage, OpenLanguages,
                 HaveCard, GoOnWithoutCard, SwitchNeed, ShowPage, AskNumber, TakeCard, DeclineCard, AskAboutForgetting,
                 GoOnToForget, JustSupplies, TakeSupply, TryAgain, Finish, WantMoreTime>;

} // namespace verandah::kiosk
