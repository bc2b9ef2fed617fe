// SPDX-License-Identifier: Apache-2.0
// The questions on the pages of what is due and of referrals, and about an open record's referrals and partner slips;
// and what the person does there.
#pragma once

#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/record/file_event.hpp"
#include "shared/domain/referral/counterfoil_code.hpp"
#include "shared/domain/referral/referral_board.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

/// Which item of which file.
struct DueSubject {
    domain::FileId file;
    domain::DueItem item;
    domain::Channel channel; ///< By which she may be looked for.
};

struct CompleteSheet {
    DueSubject about;
};
inline constexpr std::array postpone_days{1, 7, 14, 30, 90};
struct PostponeSheet {
    DueSubject about;
    std::optional<int> days{};
    std::optional<domain::PostponedBecause> because{};
};
struct GiveSheet {
    DueSubject about;
    std::optional<domain::AccountCode> worker{};
    std::string words{}; ///< How to find her: domain::GiveItem::words.
};
struct TraceSheet {
    DueSubject about;
    std::optional<wire::WaitingAnswer> told{}; ///< By the worker; it is what is written down.
    std::optional<domain::TracingOutcome> outcome{};
    std::optional<domain::TracingEnd> end{};
};
struct NarrowSheet { ///< What the list of what is due is narrowed to.
    std::optional<domain::FollowupServiceCode> service{};
    std::string typed{}; ///< An account; empty: anybody.
};
/// What the board of referrals is narrowed to, and over how many days its figures are.
struct NarrowReferralsSheet {
    std::optional<domain::ReferralPhase> phase{};
    std::optional<domain::ReferralServiceCode> service{};
    std::optional<std::chrono::days> issued_within{};
};
inline constexpr std::array cascade_spans{std::chrono::days{30}, std::chrono::days{90}, std::chrono::days{365}};
inline constexpr std::array booking_days{1, 3, 7, 14, 30};
struct MoveReferralSheet {
    wire::ReferralRow row;
    std::optional<domain::ReferralEvent> event{};
    std::optional<domain::DeclineReason> declined{};
    std::optional<domain::Evidence> evidence{};
    std::optional<int> booked_in{}; ///< Days from today.
    std::optional<domain::Welcome> welcome{};
};
struct MakeReferralSheet {
    domain::FileId file;
    std::optional<domain::ReferralServiceCode> service{};
    std::optional<domain::ReferralDestination> to{};
    domain::Escort escort{domain::Escort::alone};
    std::optional<domain::ReferralGround> ground{};
    std::optional<int> exposed_hours_ago{}; ///< Where the clock runs from an exposure.
};
inline constexpr std::array exposure_hours{2, 12, 24, 48, 71};
struct WelcomeSheet { ///< How she was received there.
    domain::FileId file;
    domain::Referral referral;
};
/// Slips for partners. Whether violence is feared is asked before anything else can be.
struct PartnerSheet {
    domain::FileId file;
    std::optional<domain::ViolenceEnquiry> violence{};
    std::optional<domain::OptIn> opt_in{};
    std::optional<domain::PartnerReasonCode> reason{};
    std::optional<int> count{};
    std::optional<domain::PartnerMode> mode{};
};
struct ResultSheet { ///< What came out of a test that was awaited.
    wire::ResultRow about;
};
struct TellSheet { ///< What came of looking for somebody, by the worker who was asked to.
    wire::TracingList::Row about;
    std::optional<domain::TracingOutcome> outcome{};
    std::optional<domain::TracingEnd> end{};
};
using WorkSheet =
    std::variant<CompleteSheet, PostponeSheet, GiveSheet, TraceSheet, NarrowSheet, NarrowReferralsSheet,
                 MoveReferralSheet, MakeReferralSheet, WelcomeSheet, PartnerSheet, ResultSheet, TellSheet>;

/// What a sheet still needs.
enum class WorkMissing {
    choice,
    day,
    reason,
    worker,
    outcome,
    move,
    evidence,
    service,
    provider,
    ground,
    exposure,
    violence,
    opt_in,
    cause, ///< Of partner slips.
    count,
    mode
};

/// An entry that only lacks its counterfoils.
struct LacksCounterfoils {
    domain::FileId file;
    std::variant<domain::ReferralMade, domain::SlipsGiven> entry;
};
struct ReferralSlip {
    domain::ReferralServiceCode service;
    domain::ReferralDestination to;
};
struct PartnerSlip {}; ///< One like another: it says neither why nor who.
/// The slips of an entry that is being written or is written.
struct ShownSlip {
    std::vector<domain::CounterfoilCode> codes; ///< One a slip.
    std::variant<ReferralSlip, PartnerSlip> about;
    bool is_written{false};
};

// What the person does.
struct ShowDue { ///< Another part of the list of what is due.
    domain::DueState state;
    friend bool operator==(const ShowDue&, const ShowDue&) = default;
};
struct ShowTold { ///< Of what is due, that of which a worker told something.
    friend bool operator==(const ShowTold&, const ShowTold&) = default;
};
struct ShowReferrals {
    std::optional<domain::Pressing> pressing;
    friend bool operator==(const ShowReferrals&, const ShowReferrals&) = default;
};
struct ShowResults {
    wire::ResultWait wait;
    friend bool operator==(const ShowResults&, const ShowResults&) = default;
};
struct ChooseWork { ///< A row of the list that is shown.
    std::size_t row;
    friend bool operator==(const ChooseWork&, const ChooseWork&) = default;
};
struct ReadOnWork { ///< The end of the list comes into sight.
    friend bool operator==(const ReadOnWork&, const ReadOnWork&) = default;
};
struct AskWorkAgain {
    friend bool operator==(const AskWorkAgain&, const AskWorkAgain&) = default;
};
/// Asks more about the chosen row, or acts on it.
enum class WorkDeed {
    complete,
    postpone,
    give,
    trace,
    reopen,
    narrow,
    move,
    welcome,
    make,
    counterfoil,
    directory, ///< Who can be referred to.
    board,     ///< From there back to the referrals.
    tell,
    result,
    report, ///< What came of looking for somebody.
};
struct DoWork {
    WorkDeed deed;
    friend bool operator==(const DoWork&, const DoWork&) = default;
};
// From an open record.
struct Refer { ///< Her whose record it is.
    friend bool operator==(const Refer&, const Refer&) = default;
};
struct OfferPartnerSlips {
    friend bool operator==(const OfferPartnerSlips&, const OfferPartnerSlips&) = default;
};
struct AskWelcome { ///< How she was received where she was last.
    friend bool operator==(const AskWelcome&, const AskWelcome&) = default;
};
struct KeepSlip { ///< As a file to print.
    friend bool operator==(const KeepSlip&, const KeepSlip&) = default;
};
struct CloseWorkNotice {
    friend bool operator==(const CloseWorkNotice&, const CloseWorkNotice&) = default;
};
using WorkWish = std::variant<ShowDue, ShowTold, ShowReferrals, ShowResults, ChooseWork, ReadOnWork, AskWorkAgain,
                              DoWork, Refer, OfferPartnerSlips, AskWelcome, KeepSlip, CloseWorkNotice>;

} // namespace verandah::console
