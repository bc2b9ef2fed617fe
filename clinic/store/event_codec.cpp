// SPDX-License-Identifier: Apache-2.0
// The permanent words of every event. A released kind or field is never changed; a new shape is a new kind.
#include "clinic/store/event_codec.hpp"

#include "clinic/store/audit_event_fields.hpp"
#include "clinic/store/care_event_fields.hpp"
#include "clinic/store/day_event_fields.hpp"
#include "clinic/store/device_event_fields.hpp"
#include "clinic/store/event_fields.hpp"
#include "clinic/store/forgetting/forgetting_event_fields.hpp"
#include "clinic/store/staff_event_fields.hpp"
#include "clinic/store/stock/stock_event_fields.hpp"

#include <array>
#include <unordered_map>
#include <utility>

namespace verandah::store {

namespace {

using namespace domain; // every event kind of the domain is named here, once

// Each pair below is one kind: how it is written, and how it is read.

Json fields(const TicketIssued& event)
{
    return {{"ticket", event.ticket.value()},
            {"number", event.number.value()},
            {"priority", event.priority.view()},
            {"services", code_list(event.services)},
            {"visitor", visitor_field(event.visitor)},
            {"before", event.people_before},
            {"at", ms(event.at)}};
}
TicketIssued read(const Fields& from, Is<TicketIssued>)
{
    return {from.id<TicketId>("ticket"),         from.ticket_number("number"),        from.instant("at"),
            from.code<PriorityCode>("priority"), from.codes<ServiceCode>("services"), from.visitor("visitor"),
            from.integer<int>("before")};
}

Json fields(const TicketCalled& event)
{
    return {{"ticket", event.ticket.value()},  {"station", event.station.view()},
            {"service", event.service.view()}, {"reason", reason_fields(event.reason)},
            {"until", ms(event.until)},        {"at", ms(event.at)}};
}
TicketCalled read(const Fields& from, Is<TicketCalled>)
{
    return {from.id<TicketId>("ticket"),
            from.code<StationCode>("station"),
            from.code<ServiceCode>("service"),
            from.reason("reason"),
            from.instant("until"),
            from.instant("at")};
}

void add_follow_up(Json& json, const std::optional<StepFinished::FollowUp>& then)
{
    if (then) {
        json["then"] = then->service.view();
        json["ready_at"] = ms(then->ready_at);
    }
}
std::optional<StepFinished::FollowUp> follow_up(const Fields& from)
{
    if (!from.has("then")) {
        return std::nullopt;
    }
    return StepFinished::FollowUp{from.code<ServiceCode>("then"), from.instant("ready_at")};
}

Json fields(const StepFinished& event)
{
    Json json{{"ticket", event.ticket.value()}, {"service", event.service.view()}, {"at", ms(event.at)}};
    add_follow_up(json, event.then);
    return json;
}
StepFinished read(const Fields& from, Is<StepFinished>)
{
    return {from.id<TicketId>("ticket"), from.code<ServiceCode>("service"), follow_up(from), from.instant("at")};
}

Json fields(const TicketHeld& event)
{
    return {{"ticket", event.ticket.value()}, {"until", ms(event.until)}, {"at", ms(event.at)}};
}
TicketHeld read(const Fields& from, Is<TicketHeld>)
{
    return {from.id<TicketId>("ticket"), from.instant("until"), from.instant("at")};
}

Json fields(const TicketCameBack& event)
{
    return {{"ticket", event.ticket.value()}, {"calls_to_wait", event.calls_to_wait}, {"at", ms(event.at)}};
}
TicketCameBack read(const Fields& from, Is<TicketCameBack>)
{
    return {from.id<TicketId>("ticket"), from.integer<int>("calls_to_wait"), from.instant("at")};
}

Json fields(const TicketSentOn& event)
{
    Json json{{"ticket", event.ticket.value()},
              {"service", event.service.view()},
              {"place", ms(event.place)},
              {"at", ms(event.at)}};
    if (event.instead_of) {
        json["instead_of"] = event.instead_of->view();
    }
    add_follow_up(json, event.then);
    return json;
}
TicketSentOn read(const Fields& from, Is<TicketSentOn>)
{
    return {from.id<TicketId>("ticket"),
            from.code<ServiceCode>("service"),
            from.has("instead_of") ? std::optional{from.code<ServiceCode>("instead_of")} : std::nullopt,
            from.instant("place"),
            from.instant("at"),
            follow_up(from)};
}

Json fields(const TicketReclassified& event)
{
    return {{"ticket", event.ticket.value()},
            {"priority", event.priority.view()},
            {"reason", event.reason},
            {"at", ms(event.at)}};
}
TicketReclassified read(const Fields& from, Is<TicketReclassified>)
{
    return {from.id<TicketId>("ticket"), from.code<PriorityCode>("priority"), from.text("reason"), from.instant("at")};
}

Json fields(const StepBecameReady& event)
{
    return {{"ticket", event.ticket.value()}, {"service", event.service.view()}, {"at", ms(event.at)}};
}
StepBecameReady read(const Fields& from, Is<StepBecameReady>)
{
    return {from.id<TicketId>("ticket"), from.code<ServiceCode>("service"), from.instant("at")};
}

Json fields(const MoveUndone& event)
{
    Json json{{"ticket", event.ticket.value()}, {"move", word(event.move)}, {"at", ms(event.at)}};
    if (event.until) {
        json["until"] = ms(*event.until);
    }
    return json;
}
MoveUndone read(const Fields& from, Is<MoveUndone>)
{
    return {from.id<TicketId>("ticket"), from.word("move", move_from),
            from.has("until") ? std::optional{from.instant("until")} : std::nullopt, from.instant("at")};
}

Json fields(const CardMinted& event)
{
    return {{"card", binary(event.card)}, {"visitor", event.visitor.value()}, {"at", ms(event.at)}};
}
CardMinted read(const Fields& from, Is<CardMinted>)
{
    return {from.card("card"), from.id<VisitorId>("visitor"), from.instant("at")};
}

Json fields(const CardRevoked& event)
{
    return {{"card", binary(event.card)}, {"at", ms(event.at)}};
}
CardRevoked read(const Fields& from, Is<CardRevoked>)
{
    return {from.card("card"), from.instant("at")};
}

Json fields(const CardReplaced& event)
{
    return {{"old_card", binary(event.old_card)},
            {"new_card", binary(event.new_card)},
            {"visitor", event.visitor.value()},
            {"at", ms(event.at)}};
}
CardReplaced read(const Fields& from, Is<CardReplaced>)
{
    return {from.card("old_card"), from.card("new_card"), from.id<VisitorId>("visitor"), from.instant("at")};
}

Json fields(const AlertRaised& event)
{
    return {{"alert", event.alert.value()},
            {"kind_of_alert", word(event.kind)},
            {"device", event.device},
            {"at", ms(event.at)}};
}
AlertRaised read(const Fields& from, Is<AlertRaised>)
{
    return {from.id<AlertId>("alert"), from.word("kind_of_alert", alert_kind_from), from.text("device"),
            from.instant("at")};
}

Json fields(const AlertAnswered& event)
{
    return {{"alert", event.alert.value()}, {"at", ms(event.at)}};
}
AlertAnswered read(const Fields& from, Is<AlertAnswered>)
{
    return {from.id<AlertId>("alert"), from.instant("at")};
}

// Those of staff, of devices, of the cupboard, of the audit trail and of forgetting stand in files of their own.
using audit_events::fields;
using audit_events::read;
using care_events::fields;
using care_events::read;
using day_events::fields;
using day_events::read;
using device_events::fields;
using device_events::read;
using forgetting_events::fields;
using forgetting_events::read;
using staff_events::fields;
using staff_events::read;
using stock_events::fields;
using stock_events::read;

// The moves that say nothing but which ticket and when.
template <class Moved>
concept PlainMove =
    requires(Moved event) { Moved{event.ticket, event.at}; } && (sizeof(Moved) == sizeof(TicketStarted));

template <PlainMove Moved>
Json fields(const Moved& event)
{
    return {{"ticket", event.ticket.value()}, {"at", ms(event.at)}};
}
template <PlainMove Moved>
Moved read(const Fields& from, Is<Moved>)
{
    return {from.id<TicketId>("ticket"), from.instant("at")};
}

// Permanent: kind word -> event type. The order is no part of the format.
template <class Happened>
struct Kind {
    std::string_view word;
    using Type = Happened;
};
constexpr std::tuple kinds{
    Kind<DayOpened>{"day_opened"},
    Kind<DayClosed>{"day_closed"},
    Kind<DayReopened>{"day_reopened"},
    Kind<TicketIssued>{"ticket_issued"},
    Kind<TicketCalled>{"ticket_called"},
    Kind<TicketCalledAgain>{"ticket_called_again"},
    Kind<TicketStarted>{"ticket_started"},
    Kind<StepFinished>{"step_finished"},
    Kind<TicketHeld>{"ticket_held"},
    Kind<TicketResumed>{"ticket_resumed"},
    Kind<TicketWentAway>{"ticket_went_away"},
    Kind<TicketCameBack>{"ticket_came_back"},
    Kind<TicketSentOn>{"ticket_sent_on"},
    Kind<TicketLeft>{"ticket_left"},
    Kind<TicketReclassified>{"ticket_reclassified"},
    Kind<StepBecameReady>{"step_became_ready"},
    Kind<MoveUndone>{"move_undone"},
    Kind<DayGoneOnWith>{"day_gone_on_with"},
    Kind<CardMinted>{"card_minted"},
    Kind<CardRevoked>{"card_revoked"},
    Kind<CardReplaced>{"card_replaced"},
    Kind<AlertRaised>{"alert_raised"},
    Kind<AlertAnswered>{"alert_answered"},
    Kind<StaffAdded>{"staff_added"},
    Kind<StaffRoleChanged>{"staff_role_changed"},
    Kind<StaffPassphraseChanged>{"staff_passphrase_changed"},
    Kind<StaffRevoked>{"staff_revoked"},
    Kind<ClinicKeyGranted>{"clinic_key_granted"},
    Kind<StaffSignedIn>{"staff_signed_in"},
    Kind<StaffSignedOut>{"staff_signed_out"},
    Kind<SignInRefused>{"sign_in_refused"},
    Kind<AccessRefused>{"access_refused"},
    Kind<RecordRead>{"record_read"},
    Kind<CentreRestored>{"centre_restored"},
    Kind<VisitorForgotten>{"visitor_forgotten"},
    Kind<DayForgotten>{"day_forgotten"},
    Kind<AuditRead>{"audit_read"},
    Kind<EnrolmentOffered>{"enrolment_offered"},
    Kind<DeviceEnrolled>{"device_enrolled"},
    Kind<DeviceRenamed>{"device_renamed"},
    Kind<DeviceRevoked>{"device_revoked"},
    Kind<DeviceRenewed>{"device_renewed"},
    Kind<EnrolmentRefused>{"enrolment_refused"},
    Kind<StockMoved>{"stock_moved"},
    Kind<SuppliesTaken>{"supplies_taken"},
    Kind<CareListRead>{"care_list_read"},
    Kind<DayFilesForgotten>{"day_files_forgotten"},
    Kind<FileBegun>{"file_begun"},
    Kind<FileEntryWritten>{"file_entry_written"},
    Kind<FactsCounted>{"facts_counted"},
    Kind<CounterfoilReturned>{"counterfoil_returned"},
    Kind<TracingGiven>{"tracing_given"},
    Kind<TracingTold>{"tracing_told"},
    Kind<TracingTakenUp>{"tracing_taken_up"},
    Kind<TracingOver>{"tracing_over"},
    Kind<HubLocked>{"hub_locked"},
    Kind<HubOpened>{"hub_opened"},
    Kind<OpeningRefused>{"opening_refused"},
    Kind<RecordRefused>{"record_refused"},
};

template <class Happened>
constexpr std::string_view kind_word()
{
    std::string_view found;
    std::apply(
        [&](auto... kind) {
            ((found = std::is_same_v<typename decltype(kind)::Type, Happened> ? kind.word : found), ...);
        },
        kinds);
    return found;
}

template <class Happened>
Event in_event(Happened happened)
{
    if constexpr (std::is_constructible_v<LineEvent, Happened>) {
        return LineEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<CardEvent, Happened>) {
        return CardEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<AlertEvent, Happened>) {
        return AlertEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<StaffEvent, Happened>) {
        return StaffEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<ForgettingEvent, Happened>) {
        return ForgettingEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<DeviceEvent, Happened>) {
        return DeviceEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<StockEvent, Happened>) {
        return StockEvent{std::move(happened)};
    } else if constexpr (std::is_constructible_v<CareEvent, Happened>) {
        return CareEvent{std::move(happened)};
    } else {
        return AuditEvent{std::move(happened)};
    }
}

template <class Happened>
Event read_event(const Fields& from)
{
    return in_event(read(from, Is<Happened>{}));
}

Event event_of_kind(std::string_view word, const Fields& from)
{
    static const auto readers = std::apply(
        [](auto... kind) {
            return std::unordered_map<std::string_view, Event (*)(const Fields&)>{
                {kind.word, &read_event<typename decltype(kind)::Type>}...};
        },
        kinds);
    const auto reader = readers.find(word);
    if (reader == readers.end()) {
        throw UnreadableEvent{"an event of a kind that this version does not know"};
    }
    return reader->second(from);
}

/// What `bytes` say; a discarded value when they are no CBOR.
Json cbor_in(std::span<const std::byte> bytes)
{
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    try {
        return Json::from_cbor(begin, begin + bytes.size(), true, false);
    } catch (const Json::exception&) { // an impossible length is thrown even where other faults are not
        return Json(Json::value_t::discarded);
    }
}

} // namespace

std::string_view kind_of(const Event& event)
{
    return std::visit(
        [](const auto& group) {
            return std::visit([](const auto& happened) { return kind_word<std::remove_cvref_t<decltype(happened)>>(); },
                              group);
        },
        event);
}

std::vector<std::string_view> kinds_of_event()
{
    return std::apply([](auto... kind) { return std::vector<std::string_view>{kind.word...}; }, kinds);
}

void encode_event(const Recorded& recorded, std::vector<std::uint8_t>& bytes)
{
    auto json = std::visit(
        [](const auto& group) {
            return std::visit(
                [](const auto& happened) {
                    static_assert(!kind_word<std::remove_cvref_t<decltype(happened)>>().empty(),
                                  "an event without a word");
                    auto described = fields(happened);
                    described["kind"] = kind_word<std::remove_cvref_t<decltype(happened)>>();
                    return described;
                },
                group);
        },
        recorded.event);
    json["actor"] = recorded.actor;
    if (recorded.key) {
        json["key"] = binary(*recorded.key);
    }
    if (recorded.staff) {
        json["staff"] = recorded.staff->view();
    }
    bytes.clear();
    Json::to_cbor(json, bytes);
}

Recorded decode_event(std::span<const std::byte> bytes)
{
    const auto json = cbor_in(bytes);
    if (!json.is_object()) {
        throw UnreadableEvent{"an event that is not a CBOR map"};
    }
    const Fields from{json};
    Recorded recorded{event_of_kind(from.text_view("kind"), from), from.text("actor"),
                      from.has("key") ? std::optional{from.request_key("key")} : std::nullopt,
                      from.has("staff") ? std::optional{from.code<AccountCode>("staff")} : std::nullopt};
    from.finish();
    return recorded;
}

} // namespace verandah::store
