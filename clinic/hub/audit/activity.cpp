// SPDX-License-Identifier: Apache-2.0
// Events in words, for those who look back.
#include "clinic/hub/audit/activity.hpp"

#include "clinic/store/event_codec.hpp"
#include "clinic/store/ledger.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace verandah::hub {
namespace {

using namespace domain;

std::string and_more(int left_out)
{
    return left_out > 0 ? fmt::format(", and {} more", left_out) : std::string{};
}

std::string about(const RecordRead& event)
{
    return fmt::format("record {}, {}", vault::hexadecimal(event.record.bytes()), word(event.way));
}
std::string about(const CareListRead& event)
{
    return fmt::format("the list of {}", word(event.list));
}
std::string about(const HubLocked& event)
{
    return fmt::format("the hub, {}", word(event.way));
}
std::string about(const HubOpened& event)
{
    return fmt::format("the hub, {}", word(event.way));
}
std::string about(const OpeningRefused& event)
{
    return fmt::format("the hub, {}{}", word(event.way), and_more(event.left_out));
}
std::string about(const RecordRefused& event)
{
    return fmt::format("a record, {}{}", word(event.reason), and_more(event.left_out));
}
std::string about(const FileBegun&)
{
    return "a record";
}
std::string about(const FileEntryWritten&)
{
    return "a record";
}
std::string about(const FactsCounted&)
{
    return "totals";
}
std::string about(const CounterfoilReturned& event)
{
    return fmt::format("a counterfoil, at a {}", word(event.way));
}
std::string about(const TracingGiven& event)
{
    return fmt::format("looking for a visitor, to {}", event.worker.view());
}
std::string about(const TracingTold&)
{
    return "what came of looking for a visitor";
}
std::string about(const TracingTakenUp&)
{
    return "what came of looking for a visitor, into a file";
}
std::string about(const TracingOver&)
{
    return "looking for a visitor";
}
std::string about(const CentreRestored& event)
{
    return fmt::format("life {}", event.incarnation.count);
}
std::string about(const VisitorForgotten&)
{
    return "a visitor";
}
std::string about(const DayFilesForgotten&)
{
    return "what was for its day only";
}
std::string about(const DayForgotten& event)
{
    const auto& day = event.totals.day;
    return fmt::format("the visits of {:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}
std::string about(const AuditRead& event)
{
    return event.way == AuditRead::Way::listed ? "who did what" : "who did what, into a file";
}
std::string about(const AlertRaised& event)
{
    return fmt::format("alert {} at {}", word(event.kind), event.device);
}
std::string about(const AlertAnswered&)
{
    return "an alert";
}
std::string about(const SignInRefused& event)
{
    return (event.account ? "account " + std::string{event.account->view()} : "no known account") +
           and_more(event.left_out);
}
std::string about(const AccessRefused& event)
{
    return fmt::format("right {}{}{}", word(event.right),
                       event.role ? fmt::format(" to {}", word(*event.role)) : std::string{}, and_more(event.left_out));
}
std::string about(const EnrolmentRefused& event)
{
    return fmt::format("enrolment, {}{}", word(event.fault), and_more(event.left_out));
}
std::string about(const StockMoved& event)
{
    std::string text = fmt::format("{} {}", event.commodity.view(), word(event.kind));
    for (const auto& change : event.changes) {
        text += fmt::format(", {:+} of {}", change.amount, change.batch.view());
    }
    return event.reason.empty() ? text : text + ": " + event.reason;
}
std::string about(const SuppliesTaken& event)
{
    return fmt::format("{} taken, {} off no batch", event.commodity.view(), event.pieces);
}
std::string about(const DeviceRenamed& event)
{
    return fmt::format("device {}, now {}", event.device, event.to);
}

template <class Happened>
std::string about(const Happened& happened)
{
    if constexpr (requires {
                      happened.account;
                      happened.role;
                  }) {
        return fmt::format("account {}, {}", happened.account.view(), word(happened.role));
    } else if constexpr (requires { happened.account; }) {
        return fmt::format("account {}", happened.account.view());
    } else if constexpr (requires { happened.key; }) {
        return fmt::format("device {}, key {}", happened.device, happened.key);
    } else if constexpr (requires { happened.device_kind; }) {
        return fmt::format("device {}, {}", happened.device, happened.device_kind);
    } else if constexpr (requires { happened.ticket; }) {
        return "a ticket";
    } else if constexpr (std::is_constructible_v<CardEvent, Happened>) {
        return "a card";
    } else {
        static_assert(std::is_constructible_v<LineEvent, Happened>, "an event that nobody put into words");
        return "the day";
    }
}

std::string field_text(std::string_view text)
{
    const bool reckons = !text.empty() && std::string_view{"=+-@\t\r"}.contains(text.front());
    std::string field = reckons ? "'" : "";
    field += text;
    if (field.find_first_of("\",\r\n") == std::string::npos) {
        return field;
    }
    std::string quoted = "\"";
    for (const char letter : field) {
        quoted += letter == '"' ? std::string{"\"\""} : std::string{letter};
    }
    return quoted + "\"";
}

constexpr std::array titles{"time", "device", "who", "kind", "about"};

std::array<std::string_view, titles.size()> fields_of(const Activity& activity)
{
    return {activity.time, activity.device, activity.who, activity.kind, activity.about};
}

} // namespace

Activity activity_of(const Recorded& recorded, const CentreClock& clock)
{
    const auto local = std::chrono::floor<std::chrono::seconds>(clock.local_time(store::instant_of(recorded.event)));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{local - day};
    return {
        fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                    time.minutes().count(), time.seconds().count()),
        recorded.actor, recorded.staff ? std::string{recorded.staff->view()} : std::string{},
        std::string{store::kind_of(recorded.event)},
        std::visit([](const auto& group) { return std::visit([](const auto& event) { return about(event); }, group); },
                   recorded.event)};
}

bool matches(const ActivityFilter& filter, const Recorded& recorded, const CentreClock& clock)
{
    const auto is_who = [&recorded](const std::string& who) {
        return recorded.actor == who || (recorded.staff && recorded.staff->view() == who);
    };
    if ((filter.kind && *filter.kind != store::kind_of(recorded.event)) || (filter.who && !is_who(*filter.who)) ||
        (filter.deed && *filter.deed != domain::deed_kind_of(recorded.event))) {
        return false;
    }
    if (!filter.from && !filter.to) {
        return true;
    }
    const auto day = clock.at(store::instant_of(recorded.event)).day;
    return (!filter.from || day >= *filter.from) && (!filter.to || day <= *filter.to);
}

std::string table_of(const std::vector<Activity>& activities)
{
    std::array<std::size_t, titles.size()> widths{};
    const auto widen = [&widths](const auto& fields) {
        for (std::size_t column = 0; column < widths.size(); ++column) {
            widths[column] = std::max(widths[column], std::string_view{fields[column]}.size());
        }
    };
    widen(titles);
    std::ranges::for_each(activities, [&](const Activity& activity) { widen(fields_of(activity)); });
    std::string text;
    const auto add = [&](const auto& fields) {
        std::string line;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            line += fmt::format("{:<{}}  ", fields[column], widths[column]);
        }
        line.resize(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    };
    add(titles);
    std::ranges::for_each(activities, [&](const Activity& activity) { add(fields_of(activity)); });
    return text;
}

std::string csv_of(const std::vector<Activity>& activities, Titles with_titles)
{
    std::string text = with_titles == Titles::with ? "time,device,who,kind,about\r\n" : "";
    for (const auto& activity : activities) {
        const auto fields = fields_of(activity);
        for (std::size_t column = 0; column < fields.size(); ++column) {
            text += (column == 0 ? "" : ",") + field_text(fields[column]);
        }
        text += "\r\n";
    }
    return text;
}

std::optional<CentreDay> day_in(std::string_view text)
{
    constexpr std::size_t length = 10;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto number = [&text](std::size_t from, std::size_t size, auto& into) {
        const auto* end = text.data() + from + size;
        const auto read = std::from_chars(text.data() + from, end, into);
        return read.ec == std::errc{} && read.ptr == end;
    };
    if (text.size() != length || text[4] != '-' || text[7] != '-' || !number(0, 4, year) || !number(5, 2, month) ||
        !number(8, 2, day)) {
        return std::nullopt;
    }
    const CentreDay date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() && year > 0 ? std::optional{date} : std::nullopt;
}

} // namespace verandah::hub
