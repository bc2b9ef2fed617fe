// SPDX-License-Identifier: Apache-2.0
// A day played by the line's own decisions, minute by minute.
#include "sample.hpp"

#include <string>

namespace verandah::test {

namespace {

using namespace std::chrono_literals;

template <class Code>
Code code(std::string_view word)
{
    return Code::make(word).value();
}
domain::ServiceCode service_code(std::string_view word)
{
    return code<domain::ServiceCode>(word);
}

domain::Service service(std::string_view word, const char* icon, domain::Words label, std::string_view skill,
                        std::string_view priority)
{
    return {.code = service_code(word),
            .icon = icon,
            .colour = "teal",
            .label = std::move(label),
            .skill = code<domain::SkillCode>(skill),
            .priority = code<domain::PriorityCode>(priority),
            .after = {},
            .timer = std::nullopt};
}

/// Plays commands on a line, minute by minute.
struct Day {
    domain::Line line{sample_centre()};

    template <class Command>
    void at(std::chrono::minutes before_now, const Command& command)
    {
        const auto decision = decide(line, command, {sample_now - before_now, sample_day});
        for (const auto& event : decision.value()) {
            apply(line, event);
        }
    }
    void comes(std::chrono::minutes before_now, std::vector<std::string_view> needs,
               std::optional<std::string_view> priority = std::nullopt)
    {
        domain::CheckIn check_in{.services = {}};
        for (const auto need : needs) {
            check_in.services.push_back(service_code(need));
        }
        if (priority) {
            check_in.priority = code<domain::PriorityCode>(*priority);
        }
        at(before_now, check_in);
    }
};

constexpr domain::TicketId ticket(int number)
{
    return domain::TicketId{number};
}

} // namespace

domain::StationCode room(std::string_view word)
{
    return code<domain::StationCode>(word);
}

domain::Centre sample_centre()
{
    using enum domain::PriorityClass::Discipline;
    const auto skill = [](std::string_view word) { return code<domain::SkillCode>(word); };
    domain::Centre centre;
    centre.languages = {"en", "hi", "ar"};
    centre.classes = {
        {code<domain::PriorityCode>("urgent"), {{"en", "Urgent"}, {"hi", "तुरंत"}, {"ar", "عاجل"}}, urgent},
        {code<domain::PriorityCode>("soon"), {{"en", "Soon"}, {"hi", "जल्द"}, {"ar", "قريبًا"}}, accumulating, 2},
        {code<domain::PriorityCode>("standard"),
         {{"en", "Standard"}, {"hi", "सामान्य"}, {"ar", "عادي"}},
         accumulating,
         1}};
    centre.services = {
        service("nurse", "medical_services", {{"en", "See a nurse"}, {"hi", "नर्स से मिलें"}, {"ar", "مقابلة الممرّضة"}},
                "nursing", "standard"),
        service("test", "science", {{"en", "A quick test"}, {"hi", "झटपट जाँच"}, {"ar", "فحص سريع"}}, "testing",
                "standard"),
        service("talk", "forum", {{"en", "Talk it over"}, {"hi", "बातचीत और सलाह"}, {"ar", "حديث ومشورة"}}, "talking",
                "standard"),
        service("supplies", "shopping_bag", {{"en", "Supplies"}, {"hi", "ज़रूरी सामान"}, {"ar", "مستلزمات"}}, "welcome",
                "standard"),
        service("rest", "shower", {{"en", "Rest and wash"}, {"hi", "आराम और नहाना"}, {"ar", "استراحة واستحمام"}},
                "welcome", "standard"),
        service("person", "support_agent",
                {{"en", "I'd rather tell a person"}, {"hi", "मुझे किसी को सीधे बताना है"}, {"ar", "أفضّل التحدّث إلى شخص"}},
                "welcome", "soon")};
    centre.stations = {{room("room-1"), "1", {skill("nursing"), skill("testing")}},
                       {room("room-2"), "2", {skill("nursing"), skill("testing")}},
                       {room("room-4"), "4", {skill("talking")}},
                       {room("desk"), "Desk", {skill("welcome")}, 8}};
    return centre;
}

wire::CentreView sample_centre_view()
{
    return {.centre = sample_centre(), .now = sample_now};
}

domain::Line busy_line()
{
    Day day;
    for (int minute = 240; minute >= 96; minute -= 6) { // a few hours of people who are done by now
        day.comes(std::chrono::minutes{minute}, {minute % 4 == 0 ? "nurse" : "test"},
                  minute % 18 == 0 ? "soon" : "standard");
        day.at(std::chrono::minutes{minute - 3 - minute % 5}, domain::CallNext{room("room-1")});
        const auto here = day.line.present_at(room("room-1")).front();
        day.at(std::chrono::minutes{minute - 4 - minute % 5}, domain::Start{here});
        day.at(std::chrono::minutes{minute - 9 - minute % 5}, domain::Finish{here});
    }
    const int first = day.line.next_number();
    day.comes(44min, {"nurse", "talk"}); // with room 2
    day.comes(40min, {"nurse"});         // away
    day.comes(36min, {"test"});          // comes back
    day.comes(34min, {"nurse", "test"});
    day.comes(33min, {"nurse"}); // on hold
    day.comes(29min, {"nurse"});
    day.comes(27min, {"nurse", "talk"});
    day.comes(25min, {"talk"});
    day.at(23min, domain::CallThis{room("room-1"), ticket(first + 1), "Asked to"});
    day.at(21min, domain::StepAway{ticket(first + 1)});
    day.at(20min, domain::CallThis{room("room-1"), ticket(first + 2), "Asked to"});
    day.at(19min, domain::StepAway{ticket(first + 2)});
    day.comes(21min, {"nurse"});
    day.comes(16min, {"test"}, "soon");
    day.at(14min, domain::CallNext{room("room-2")});
    day.at(12min, domain::Start{ticket(first)});
    day.comes(12min, {"test"}, "soon");
    day.at(7min, domain::ComeBack{ticket(first + 2)});
    day.at(5min, domain::Hold{ticket(first + 4), 10min});
    day.comes(3min, {"nurse"}, "urgent");
    return day.line;
}

domain::Line long_line(int people)
{
    Day day;
    for (int index = 0; index < people; ++index) {
        day.comes(std::chrono::minutes{people - index}, {index % 3 == 0 ? "test" : "nurse", "talk"},
                  index % 5 == 0 ? "soon" : "standard");
    }
    return day.line;
}

wire::LineView view_of_line(const domain::Line& line, domain::Sequence sequence)
{
    wire::LineView view{.sequence = sequence, .day = line.day(), .is_closed = line.is_closed()};
    for (const auto& [id, each] : line.tickets()) {
        view.tickets.push_back(wire::view_of(each));
    }
    return view;
}

namespace {

std::vector<domain::Right> rights_of(domain::Who who)
{
    std::vector<domain::Right> rights;
    for (const auto& permission : domain::permission_table) {
        if (may(who, permission.right)) {
            rights.push_back(permission.right);
        }
    }
    return rights;
}

} // namespace

wire::SessionView signed_in(domain::Role role, std::string_view account)
{
    return {.hub = wire::SessionView::Hub::open,
            .state = wire::SessionView::State::signed_in,
            .account = code<domain::AccountCode>(account),
            .role = role,
            .rights = rights_of(domain::who_in(role)),
            .ends_at = sample_now + 6h,
            .opens_records = domain::holds_clinic_key(role),
            .has_own_passphrase = true};
}

wire::SessionView waiting_for_pin(domain::Role role)
{
    auto view = signed_in(role);
    view.state = wire::SessionView::State::waiting_for_pin;
    view.rights = rights_of(domain::Who::nobody);
    return view;
}

wire::SessionView nobody()
{
    return {.rights = rights_of(domain::Who::nobody)};
}

wire::SessionView new_house()
{
    auto view = nobody();
    view.hub = wire::SessionView::Hub::without_accounts;
    return view;
}

wire::SessionView locked_hub()
{
    return {.hub = wire::SessionView::Hub::locked, .rights = rights_of(domain::Who::locked_hub)};
}

wire::StaffView sample_staff(int count)
{
    wire::StaffView staff;
    int number = 1;
    for (const auto role : domain::every_role) {
        staff.accounts.push_back({.account = code<domain::AccountCode>("account-" + std::to_string(number)),
                                  .role = role,
                                  .added_at = sample_now - std::chrono::days{40},
                                  .last_signed_in = sample_now - std::chrono::hours{7 * number},
                                  .opens_records = domain::holds_clinic_key(role)});
        ++number;
    }
    staff.accounts[2].is_open = false;
    staff.accounts[2].opens_records = false;
    staff.accounts[4].last_signed_in.reset();
    while (std::ssize(staff.accounts) < count) {
        staff.accounts.push_back({.account = code<domain::AccountCode>("more-" + std::to_string(number++)),
                                  .role = domain::Role::reception,
                                  .added_at = sample_now - std::chrono::days{3}});
    }
    return staff;
}

console::Console console_at_the_door(const wire::SessionView& session)
{
    console::Console console;
    static_cast<void>(handle(console, console::SessionHappening{console::Touched{}}, sample_now));
    static_cast<void>(handle(console, console::LinkWent{console::Link::live}, sample_now));
    static_cast<void>(handle(console, console::CentreCame{sample_centre_view()}, sample_now));
    static_cast<void>(handle(console, console::SessionHappening{console::SessionCame{session}}, sample_now));
    return console;
}

console::Console console_with(const domain::Line& line, const wire::SessionView& session)
{
    auto console = console_at_the_door(session);
    static_cast<void>(handle(console, console::LineCame{view_of_line(line)}, sample_now));
    static_cast<void>(handle(console, console::Wish{console::ChooseOption{0, 1}}, sample_now));
    return console;
}

console::Console console_with(const domain::Line& line)
{
    return console_with(line, signed_in(domain::Role::coordinator));
}

} // namespace verandah::test
