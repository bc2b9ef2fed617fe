// SPDX-License-Identifier: Apache-2.0
// What the person at the console did.
#pragma once

#include "clinic/console/flow/counterfoil.hpp"
#include "clinic/console/flow/deed.hpp"
#include "clinic/console/flow/errand.hpp"
#include "clinic/console/flow/record.hpp"
#include "clinic/console/flow/stock.hpp"
#include "clinic/console/flow/work_sheet.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace verandah::console {

enum class Page {
    line,
    record,  ///< Of whoever is here.
    tracing, ///< Whom an outreach worker is asked to look for.
    due,     ///< What has to be done for visitors.
    results, ///< Of tests: to be told, and awaited.
    referrals,
    stock,
    today,
    staff,
    devices,
    past, ///< Who did what.
};
inline constexpr std::array every_page{Page::line,    Page::tracing,   Page::record, Page::due,
                                       Page::results, Page::referrals, Page::stock,  Page::today,
                                       Page::staff,   Page::devices,   Page::past};

struct Do { ///< A deed for whoever is chosen, or else for whoever is here.
    Deed deed;
    friend bool operator==(const Do&, const Do&) = default;
};
struct ChooseRow {
    domain::TicketId ticket;
    friend bool operator==(const ChooseRow&, const ChooseRow&) = default;
};
struct StepRow { ///< The row above or below the chosen one.
    int by;
    friend bool operator==(const StepRow&, const StepRow&) = default;
};
struct LeaveRow { ///< Nobody is chosen any more.
    friend bool operator==(const LeaveRow&, const LeaveRow&) = default;
};
struct ShowPage {
    Page page;
    friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
struct AskStation {
    friend bool operator==(const AskStation&, const AskStation&) = default;
};
struct AskSettings {
    friend bool operator==(const AskSettings&, const AskSettings&) = default;
};
struct Cover { ///< Nothing can be read until somebody uncovers it.
    friend bool operator==(const Cover&, const Cover&) = default;
};
struct Uncover {
    friend bool operator==(const Uncover&, const Uncover&) = default;
};
struct CloseNotice {
    friend bool operator==(const CloseNotice&, const CloseNotice&) = default;
};

// On a sheet.
struct ChooseOption {
    std::size_t group;
    std::size_t option;
    friend bool operator==(const ChooseOption&, const ChooseOption&) = default;
};
struct TypeWords {
    std::string words;
    friend bool operator==(const TypeWords&, const TypeWords&) = default;
};
struct Confirm {
    friend bool operator==(const Confirm&, const Confirm&) = default;
};
struct Dismiss {
    friend bool operator==(const Dismiss&, const Dismiss&) = default;
};

// About who stands here.
struct TypeEntry { ///< Into a line of the form.
    Entry entry;
    files::SecretText typed;
    friend bool operator==(const TypeEntry&, const TypeEntry&) = default;
};
struct TypeDigits { ///< On the pad, or at the PIN by the keys: behind the digits there are.
    files::SecretText digits;
    friend bool operator==(const TypeDigits&, const TypeDigits&) = default;
};
struct EraseDigit {
    friend bool operator==(const EraseDigit&, const EraseDigit&) = default;
};
struct TurnTyped { ///< From dots to letters and back.
    friend bool operator==(const TurnTyped&, const TurnTyped&) = default;
};
struct LockNow { ///< This console: it wants the PIN.
    friend bool operator==(const LockNow&, const LockNow&) = default;
};
struct SignOut {
    friend bool operator==(const SignOut&, const SignOut&) = default;
};
struct SomebodyElse { ///< Another person signs in where a PIN is waited for.
    friend bool operator==(const SomebodyElse&, const SomebodyElse&) = default;
};
struct AskMenu {
    friend bool operator==(const AskMenu&, const AskMenu&) = default;
};
struct AskUnlockHub {
    friend bool operator==(const AskUnlockHub&, const AskUnlockHub&) = default;
};
struct ChooseAccount {
    domain::AccountCode account;
    friend bool operator==(const ChooseAccount&, const ChooseAccount&) = default;
};
struct AskAccount { ///< Opens the question for add_account; or, for the chosen account, change_role, revoke, new_words.
    Errand errand;
    friend bool operator==(const AskAccount&, const AskAccount&) = default;
};
struct ChooseDevice {
    wire::DeviceName device;
    friend bool operator==(const ChooseDevice&, const ChooseDevice&) = default;
};
struct AskDevice { ///< Opens the question for offer_enrolment; or, for the chosen device, rename_device, revoke_device.
    Errand errand;
    friend bool operator==(const AskDevice&, const AskDevice&) = default;
};
struct WithdrawOffer { ///< Whose code is shown.
    friend bool operator==(const WithdrawOffer&, const WithdrawOffer&) = default;
};
using SessionWish = std::variant<TypeEntry, TypeDigits, EraseDigit, TurnTyped, LockNow, SignOut, SomebodyElse, AskMenu,
                                 AskUnlockHub, ChooseAccount, AskAccount, ChooseDevice, AskDevice, WithdrawOffer>;

// On the page of who did what.
struct ReadOn { ///< The end of the list comes into sight.
    friend bool operator==(const ReadOn&, const ReadOn&) = default;
};
struct LookAgain { ///< From the newest on.
    friend bool operator==(const LookAgain&, const LookAgain&) = default;
};
struct AskFilter {
    friend bool operator==(const AskFilter&, const AskFilter&) = default;
};
enum class PastPart { kind, who, days };
struct LeaveOut { ///< A part of the filter.
    PastPart part;
    friend bool operator==(const LeaveOut&, const LeaveOut&) = default;
};
struct AskSave {
    friend bool operator==(const AskSave&, const AskSave&) = default;
};
struct CloseSaved { ///< She has read where the file is.
    friend bool operator==(const CloseSaved&, const CloseSaved&) = default;
};
using PastWish = std::variant<ReadOn, LookAgain, AskFilter, LeaveOut, AskSave, CloseSaved>;

// About forgetting a visitor: forgetting.hpp. About a record: record.hpp. About stock: stock.hpp. Slips:
// counterfoil.hpp.

using OneWish = std::variant<Do, ChooseRow, StepRow, LeaveRow, ShowPage, AskStation, AskSettings, Cover, Uncover,
                             CloseNotice, ChooseOption, TypeWords, Confirm, Dismiss, SessionWish, PastWish,
                             ForgettingWish, RecordWish, WorkWish, StockWish, AskCounterfoil>;

/// A OneWish. Every screen holds some: how one is copied, compared and let go of is worked out once, in wish.cpp,
/// and not by each source that knows it.
struct Wish : OneWish {
    template <class One>
        requires(!std::derived_from<std::remove_cvref_t<One>, OneWish> && std::constructible_from<OneWish, One>)
    Wish(One&& one) : OneWish(std::forward<One>(one)) // NOLINT(google-explicit-constructor): as a variant is made
    {
    }
    Wish(const Wish& other);
    Wish(Wish&& other) noexcept;
    Wish& operator=(const Wish& other);
    Wish& operator=(Wish&& other) noexcept;
    ~Wish();
    friend bool operator==(const Wish& one, const Wish& other);
};

} // namespace verandah::console
