// SPDX-License-Identifier: Apache-2.0
// Who stands at this console, as the hub last said, and everything that belongs to coming in, dozing off and going.
// What the state means is in door.hpp, what happens to it in session_steps.hpp.
#pragma once

#include "clinic/console/flow/account_sheet.hpp"
#include "clinic/console/flow/errand.hpp"
#include "clinic/console/flow/form.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/device_messages.hpp"
#include "shared/wire/messages/staff_messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace verandah::console {

inline constexpr std::chrono::minutes dozes_after{2};  ///< Without a touch.
inline constexpr std::chrono::seconds keeps_every{20}; ///< At most so often the hub hears that she is there.
inline constexpr std::chrono::minutes end_is_told_before{10};
inline constexpr std::chrono::seconds panic_within{2}; ///< The second press of the chord after the first.
inline constexpr std::chrono::seconds session_notice_lasts{8};
inline constexpr int most_wrong_pins = 5;

/// Something to say about coming in, accounts or secrets.
enum class SessionNotice {
    wrong_sign_in,
    wrong_pin,
    too_many_pins,
    wrong_own_passphrase,
    wrong_hub_words,
    shift_over,
    signed_out, ///< The session ended from outside.
    not_allowed,
    conflict, ///< There is such an account already, it is the last administrator, somebody was faster.
    not_found,
    invalid,
    hub_away,
    own_passphrase_changed,
    account_changed,
    device_changed,
    records_opened,
    hub_unlocked,
};
/// Good news goes by itself; the rest stays until the next try.
[[nodiscard]] constexpr bool is_good(SessionNotice notice)
{
    using enum SessionNotice;
    return notice == own_passphrase_changed || notice == account_changed || notice == device_changed ||
           notice == records_opened || notice == hub_unlocked;
}

/// Words that were made for an account. They are shown once.
struct ToldWords {
    domain::AccountCode account;
    files::SecretText words;
};

/// An offer to a device that enrols, while its code is shown: once.
struct ShownOffer {
    wire::OfferId offer;
    wire::DeviceName device;
    wire::DeviceKind kind;
    files::SecretText code; ///< In groups.
    std::string address;
    files::SecretText qr;
    domain::Instant until;
};
inline constexpr std::chrono::seconds offer_is_asked_every{2}; ///< Whether the device has taken it.
inline constexpr std::chrono::seconds devices_are_asked_every{10};

/// The lock of the whole hub, asked for by the panic chord.
enum class Panic { asked, done, failed };

struct Session {
    std::optional<wire::SessionView> view{}; ///< nullopt until the hub said.
    bool dozing{false};                      ///< This console wants the PIN, whether the hub knows it yet or not.
    bool somebody_else{false};               ///< At the PIN: another person signs in over whoever is waited for.
    std::optional<Form> form{};
    std::optional<AccountSheet> question{};
    std::optional<ToldWords> told{};
    std::optional<wire::StaffView> staff{};
    std::optional<wire::DevicesView> devices{};
    std::optional<wire::DeviceName> chosen_device{};
    std::optional<ShownOffer> offer{};
    domain::Instant devices_asked_at{};
    std::optional<domain::AccountCode> chosen{}; ///< On the page of accounts.
    std::optional<Errand> under_way{};           ///< One at a time, but for those that are silent.
    struct Said {
        SessionNotice about;
        domain::Instant since;
    };
    std::optional<Said> notice{};
    std::optional<domain::Instant> free_at{}; ///< After wrong tries: not before.
    int wrong_pins{0};
    domain::Instant touched_at{};
    domain::Instant kept_at{};
    std::optional<domain::Instant> chord_at{}; ///< The panic chord was pressed once.
    std::optional<Panic> panic{};
    domain::Instant panic_since{};
};

// What happens.
struct SessionCame {
    wire::SessionView view;
};
struct StaffCame {
    wire::StaffView view;
};
struct DevicesCame {
    wire::DevicesView view;
};
struct SessionChanged {}; ///< The feed: it changed from outside.
struct ErrandDone {
    Errand errand;
    files::SecretText body;
};
struct ErrandRefused {
    Errand errand;
    domain::Refusal::Why why;
    std::optional<std::chrono::seconds> wait{};
};
struct ErrandLost { ///< Nobody knows whether it was done.
    Errand errand;
};
struct Touched {}; ///< A key or the screen, whatever for.
struct PanicPressed {};
using SessionHappening = std::variant<SessionCame, StaffCame, DevicesCame, SessionChanged, ErrandDone, ErrandRefused,
                                      ErrandLost, Touched, PanicPressed>;

} // namespace verandah::console
