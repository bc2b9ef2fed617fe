// SPDX-License-Identifier: Apache-2.0
#include "tests/store/happenings.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace verandah::test {

namespace {

using namespace domain;

// Each any<T>() makes one field; rc::gen::exec runs it for every case anew.

template <class Number>
Number between(Number least, Number most)
{
    return *rc::gen::inRange<Number>(least, most);
}

bool now_and_then()
{
    return between(0, 2) == 1;
}

Instant any_instant()
{
    return Instant{std::chrono::milliseconds{between<std::int64_t>(0, 4'000'000'000'000)}};
}

CentreDay any_day()
{
    return CentreDay{std::chrono::sys_days{std::chrono::days{between(0, 40'000)}}};
}

template <class Id>
Id any_id()
{
    return Id{now_and_then() ? between<std::int64_t>(1, 2'000) : between<std::int64_t>(1, std::int64_t{1} << 62U)};
}

template <class Code>
Code any_code()
{
    const auto letter = rc::gen::elementOf(std::string{"abcdefghijklmnopqrstuvwxyz0123456789-_"});
    return Code::make(*rc::gen::container<std::string>(static_cast<std::size_t>(between(1, 16)), letter)).value();
}

std::string any_words()
{
    return *rc::gen::elementOf(std::vector<std::string>{"", "asked kindly", "दो शब्द", "كلمتان", "\"{}\\"});
}

TicketNumber any_number()
{
    return TicketNumber::make(between(1, TicketNumber::largest + 1)).value();
}

template <class Bytes>
Bytes any_bytes()
{
    Bytes bytes{};
    std::ranges::generate(bytes, [] { return static_cast<std::byte>(between(0, 256)); });
    return bytes;
}

CardHash any_card()
{
    return CardHash{any_bytes<CardHash::Bytes>()};
}

CallReason any_reason()
{
    switch (between(0, 5)) {
    case 0: return {.kind = CallReason::Kind::urgent};
    case 1:
        return {.kind = CallReason::Kind::priority,
                .weight = between(1, 101),
                .waited = std::chrono::minutes{between(0, 1'000)}};
    case 2: return {.kind = CallReason::Kind::only_match};
    case 3: return {.kind = CallReason::Kind::returned};
    default: return {.kind = CallReason::Kind::chosen, .words = any_words()};
    }
}

std::optional<StepFinished::FollowUp> any_follow_up()
{
    if (now_and_then()) {
        return std::nullopt;
    }
    return StepFinished::FollowUp{any_code<ServiceCode>(), any_instant()};
}

SealedBytes any_sealed_bytes()
{
    SealedBytes bytes(between<std::size_t>(0, 200));
    std::ranges::generate(bytes, [] { return static_cast<std::byte>(between(0, 256)); });
    return bytes;
}

Role any_role()
{
    return *rc::gen::elementOf(std::vector(every_role.begin(), every_role.end()));
}

Right any_right()
{
    return permission_table.at(between<std::size_t>(0, permission_table.size())).right;
}

StaffPassphraseChanged any_change_of_passphrase()
{
    return {any_code<AccountCode>(), any_sealed_bytes(), now_and_then() ? KeyPair::kept : KeyPair::made_anew,
            any_instant()};
}

StaffSignedOut any_signing_out()
{
    using enum SignOutReason;
    return {any_code<AccountCode>(), *rc::gen::elementOf(std::vector{asked, shift_over, wrong_pins, changed}),
            any_instant()};
}

TicketIssued any_issue()
{
    std::vector<ServiceCode> services;
    for (int count = between(1, 7); count > 0; --count) {
        services.push_back(any_code<ServiceCode>());
    }
    return {any_id<TicketId>(),  any_number(),
            any_instant(),       any_code<PriorityCode>(),
            std::move(services), now_and_then() ? std::optional{any_id<VisitorId>()} : std::nullopt,
            between(0, 1'000)};
}

TicketSentOn any_sending_on()
{
    return {any_id<TicketId>(),
            any_code<ServiceCode>(),
            now_and_then() ? std::optional{any_code<ServiceCode>()} : std::nullopt,
            any_instant(),
            any_instant(),
            any_follow_up()};
}

MoveUndone any_undoing()
{
    return {any_id<TicketId>(), *rc::gen::elementOf(every_move),
            now_and_then() ? std::optional{any_instant()} : std::nullopt, any_instant()};
}

FileOwner any_owner()
{
    return now_and_then() ? FileOwner{any_id<VisitorId>()} : FileOwner{any_id<TicketId>()};
}

RecordRead::Way any_way_to_read()
{
    using enum RecordRead::Way;
    return *rc::gen::elementOf(std::vector{with_her, of_today, to_tell, to_trace, to_correct});
}

WayToOpen any_way_to_open()
{
    using enum WayToOpen;
    return *rc::gen::elementOf(std::vector{words, recovery_code, stick, start});
}

StockMoved any_movement()
{
    const auto kind = *rc::gen::elementOf(std::vector(every_movement_kind.begin(), every_movement_kind.end()));
    std::vector<BatchChange> changes;
    for (int count = between(1, 4); count > 0; --count) {
        changes.push_back(
            {BatchCode::make(any_code<ServiceCode>().view()).value(), between<std::int64_t>(-1'000'000, 1'000'001)});
    }
    return {.first = any_id<MovementId>(),
            .kind = kind,
            .commodity = CommodityCode::make(now_and_then() ? "condom.male" : "needle").value(),
            .changes = std::move(changes),
            .expiry = now_and_then() ? std::optional{any_day()} : std::nullopt,
            .reason = any_words(),
            .counters = now_and_then() ? std::optional{any_id<MovementId>()} : std::nullopt,
            .day = any_day(),
            .at = any_instant()};
}

template <class Moved>
Event plain_move()
{
    return LineEvent{Moved{any_id<TicketId>(), any_instant()}};
}

template <class Turned>
Event turn_of_day()
{
    return LineEvent{Turned{any_day(), any_instant()}};
}

/// In the order of the variants, so that a kind without a generator is a failing static_assert below.
using Make = Event (*)();
constexpr std::array<Make, kinds_of_event> makers{
    turn_of_day<DayOpened>,
    turn_of_day<DayClosed>,
    turn_of_day<DayReopened>,
    [] { return Event{LineEvent{any_issue()}}; },
    [] {
        return Event{LineEvent{TicketCalled{any_id<TicketId>(), any_code<StationCode>(), any_code<ServiceCode>(),
                                            any_reason(), any_instant(), any_instant()}}};
    },
    plain_move<TicketCalledAgain>,
    plain_move<TicketStarted>,
    [] {
        return Event{
            LineEvent{StepFinished{any_id<TicketId>(), any_code<ServiceCode>(), any_follow_up(), any_instant()}}};
    },
    [] { return Event{LineEvent{TicketHeld{any_id<TicketId>(), any_instant(), any_instant()}}}; },
    plain_move<TicketResumed>,
    plain_move<TicketWentAway>,
    [] { return Event{LineEvent{TicketCameBack{any_id<TicketId>(), between(0, 9), any_instant()}}}; },
    [] { return Event{LineEvent{any_sending_on()}}; },
    plain_move<TicketLeft>,
    [] {
        return Event{
            LineEvent{TicketReclassified{any_id<TicketId>(), any_code<PriorityCode>(), any_words(), any_instant()}}};
    },
    [] { return Event{LineEvent{StepBecameReady{any_id<TicketId>(), any_code<ServiceCode>(), any_instant()}}}; },
    [] { return Event{LineEvent{any_undoing()}}; },
    [] { return Event{LineEvent{DayGoneOnWith{any_day(), any_id<TicketId>(), between(1, 1'000), any_instant()}}}; },
    [] { return Event{CardEvent{CardMinted{any_card(), any_id<VisitorId>(), any_instant()}}}; },
    [] { return Event{CardEvent{CardRevoked{any_card(), any_instant()}}}; },
    [] { return Event{CardEvent{CardReplaced{any_card(), any_card(), any_id<VisitorId>(), any_instant()}}}; },
    [] {
        const auto kind = now_and_then() ? AlertKind::help : AlertKind::person;
        return Event{AlertEvent{AlertRaised{any_id<AlertId>(), kind, "kiosk-1", any_instant()}}};
    },
    [] { return Event{AlertEvent{AlertAnswered{any_id<AlertId>(), any_instant()}}}; },
    [] {
        return Event{StaffEvent{StaffAdded{any_code<AccountCode>(), any_role(), any_sealed_bytes(), any_instant()}}};
    },
    [] { return Event{StaffEvent{StaffRoleChanged{any_code<AccountCode>(), any_role(), any_instant()}}}; },
    [] { return Event{StaffEvent{any_change_of_passphrase()}}; },
    [] { return Event{StaffEvent{StaffRevoked{any_code<AccountCode>(), any_instant()}}}; },
    [] { return Event{StaffEvent{ClinicKeyGranted{any_code<AccountCode>(), any_sealed_bytes(), any_instant()}}}; },
    [] { return Event{StaffEvent{StaffSignedIn{any_code<AccountCode>(), any_instant()}}}; },
    [] { return Event{StaffEvent{any_signing_out()}}; },
    [] {
        return Event{StaffEvent{SignInRefused{now_and_then() ? std::optional{any_code<AccountCode>()} : std::nullopt,
                                              between(0, 99), any_instant()}}};
    },
    [] {
        return Event{StaffEvent{AccessRefused{any_right(), now_and_then() ? std::optional{any_role()} : std::nullopt,
                                              between(0, 99), any_instant()}}};
    },
    [] {
        return Event{AuditEvent{
            RecordRead{RecordReference{any_bytes<RecordReference::Bytes>()}, any_way_to_read(), any_instant()}}};
    },
    [] {
        return Event{AuditEvent{
            CentreRestored{{any_bytes<Incarnation::Id>(), static_cast<std::uint32_t>(between(0, 99))}, any_instant()}}};
    },
    [] {
        const auto way = now_and_then() ? AuditRead::Way::listed : AuditRead::Way::exported;
        return Event{AuditEvent{AuditRead{way, any_instant()}}};
    },
    [] {
        using enum CareListRead::List;
        return Event{AuditEvent{
            CareListRead{*rc::gen::elementOf(std::vector{due, referrals, results, tracings}), any_instant()}}};
    },
    [] {
        using enum HubLocked::Way;
        return Event{AuditEvent{
            HubLocked{*rc::gen::elementOf(std::vector{console, signal, stick_pulled, closing_time}), any_instant()}}};
    },
    [] { return Event{AuditEvent{HubOpened{any_way_to_open(), any_instant()}}}; },
    [] { return Event{AuditEvent{OpeningRefused{any_way_to_open(), between(0, 99), any_instant()}}}; },
    [] {
        using enum RecordRefused::Reason;
        return Event{AuditEvent{
            RecordRefused{*rc::gen::elementOf(std::vector{wrong_pictures, another_card, not_served, no_clinic_key}),
                          between(0, 99), any_instant()}}};
    },
    [] { return Event{ForgettingEvent{VisitorForgotten{any_id<VisitorId>(), any_instant()}}}; },
    [] {
        const DayTotals totals{.day = any_day(),
                               .visits = between(0, 999),
                               .served = between(0, 999),
                               .left = between(0, 99),
                               .alerts = between(0, 99),
                               .wait = now_and_then() ? std::optional{std::chrono::minutes{between(0, 600)}}
                                                      : std::nullopt};
        return Event{ForgettingEvent{DayForgotten{totals, any_id<TicketId>(), any_id<AlertId>(), any_instant()}}};
    },
    [] { return Event{ForgettingEvent{DayFilesForgotten{any_instant()}}}; },
    [] { return Event{DeviceEvent{EnrolmentOffered{"kiosk-1", "kiosk", any_instant()}}}; },
    [] { return Event{DeviceEvent{DeviceEnrolled{"kiosk-1", "kiosk", "0123456789abcdef", any_instant()}}}; },
    [] { return Event{DeviceEvent{DeviceRenamed{"kiosk-1", "kiosk-door", any_instant()}}}; },
    [] { return Event{DeviceEvent{DeviceRevoked{"kiosk-1", "0123456789abcdef", any_instant()}}}; },
    [] { return Event{DeviceEvent{DeviceRenewed{"kiosk-1", "0123456789abcdef", any_instant()}}}; },
    [] {
        const auto fault = now_and_then() ? EnrolmentFault::used : EnrolmentFault::wrong_secret;
        return Event{DeviceEvent{EnrolmentRefused{fault, between(0, 99), any_instant()}}};
    },
    [] { return Event{StockEvent{any_movement()}}; },
    [] {
        return Event{StockEvent{SuppliesTaken{CommodityCode::make("condom.male").value(),
                                              between<std::int64_t>(1, 1'000), any_day(), any_instant()}}};
    },
    [] { return Event{CareEvent{FileBegun{any_id<FileId>(), any_owner(), any_sealed_bytes(), any_instant()}}}; },
    [] {
        return Event{CareEvent{FileEntryWritten{any_id<FileId>(), static_cast<std::uint32_t>(between(1, 99)),
                                                any_sealed_bytes(), any_instant()}}};
    },
    [] { return Event{CareEvent{FactsCounted{any_sealed_bytes(), any_instant()}}}; },
    [] {
        const auto way = now_and_then() ? CounterfoilWay::kiosk : CounterfoilWay::console;
        return Event{CareEvent{CounterfoilReturned{any_bytes<CounterfoilHash>(), way, any_instant()}}};
    },
    [] {
        return Event{CareEvent{TracingGiven{any_id<TracingId>(), any_id<FileId>(), any_code<AccountCode>(),
                                            any_bytes<StaffKeyBytes>(), any_sealed_bytes(), any_instant()}}};
    },
    [] {
        return Event{
            CareEvent{TracingTold{any_id<TracingId>(), any_id<FileId>(), static_cast<std::uint32_t>(between(1, 99)),
                                  any_sealed_bytes(), any_instant()}}};
    },
    [] {
        return Event{CareEvent{TracingTakenUp{any_id<TracingId>(), any_id<FileId>(),
                                              static_cast<std::uint32_t>(between(1, 99)), any_instant()}}};
    },
    [] { return Event{CareEvent{TracingOver{any_id<TracingId>(), any_id<FileId>(), any_instant()}}}; },
};

} // namespace

rc::Gen<RequestKey> any_key()
{
    return rc::gen::exec([] {
        std::array<std::uint8_t, 10> random{};
        std::ranges::generate(random, [] { return static_cast<std::uint8_t>(between(0, 256)); });
        return RequestKey::make(any_instant(), random);
    });
}

rc::Gen<Event> event_of_kind(std::size_t index)
{
    return rc::gen::exec([index] { return makers.at(index)(); });
}

rc::Gen<Recorded> any_recorded()
{
    return rc::gen::exec([] {
        const auto kind = between<std::size_t>(0, kinds_of_event);
        const auto actor = *rc::gen::elementOf(std::vector<std::string>{"hub", "console-1", "kiosk-2"});
        return Recorded{*event_of_kind(kind), actor, now_and_then() ? std::optional{*any_key()} : std::nullopt,
                        now_and_then() ? std::optional{any_code<AccountCode>()} : std::nullopt};
    });
}

} // namespace verandah::test
