// SPDX-License-Identifier: Apache-2.0
// How a random story is made and played.
#include "tests/domain/queue/story.hpp"

#include "tests/support/line_builder.hpp"

#include <rapidcheck.h>

#include <array>
#include <ostream>

namespace verandah::test {

namespace {

using namespace domain;

/// How far the clock goes between two sentences: mostly minutes, at times over midnight, at times back.
constexpr std::array<std::chrono::milliseconds, 16> jumps{0ms,  0ms,   0ms,   1ms,   20s, 1min,  2min, 3min,
                                                          5min, 11min, 17min, 45min, 3h,  -7min, -2h,  9h};
constexpr int verbs = 28;

template <class List>
auto pick_from(const List& list, int which)
{
    return list[static_cast<std::size_t>(which) % list.size()];
}

ServiceCode some_service(int which)
{
    return pick_from(std::array{triage, nurse, sample, talk, wash, help, kits, triage, unknown_service}, which);
}

StationCode some_station(int which)
{
    return pick_from(std::array{room_1, room_2, laboratory, wash_rooms, room_1, room_2, unknown_station}, which);
}

PriorityCode some_class(int which)
{
    return pick_from(std::array{routine, soon, urgent, routine}, which);
}

/// Somebody of today, or now and then nobody at all.
TicketId some_ticket(const Line& line, int which)
{
    if (line.tickets().empty() || which == 0) {
        return TicketId{999'999};
    }
    auto ticket = line.tickets().begin();
    std::advance(ticket, static_cast<std::ptrdiff_t>(static_cast<std::size_t>(which) % line.tickets().size()));
    return ticket->first;
}

CheckIn somebody_comes(const Sentence& sentence)
{
    CheckIn check_in;
    for (int nth = 0; nth <= sentence.who % 3; ++nth) {
        check_in.services.push_back(some_service(sentence.what + 2 * nth));
    }
    if (sentence.who % 5 == 4) {
        check_in.priority = some_class(sentence.what);
    }
    if (sentence.who % 2 == 1) {
        check_in.visitor = VisitorId{sentence.who % 7};
    }
    return check_in;
}

CallNext somebody_is_called(const Sentence& sentence)
{
    const auto if_busy = sentence.what % 2 == 0 ? CallNext::IfBusy::finish_first : CallNext::IfBusy::refuse;
    return {some_station(sentence.who), if_busy};
}

SendOn somebody_is_sent_on(const Sentence& sentence, TicketId ticket)
{
    using enum SendOn::Place;
    return {ticket, some_service(sentence.what), pick_from(std::array{first, last, by_arrival}, sentence.when)};
}

Command command_of(const Sentence& sentence, const Line& line)
{
    const auto ticket = some_ticket(line, sentence.who);
    const std::string reason = sentence.what == 0 ? "" : "asked kindly";
    switch (sentence.verb) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5: return somebody_comes(sentence);
    case 6:
    case 7:
    case 8:
    case 9: return somebody_is_called(sentence);
    case 10: return CallThis{some_station(sentence.what), ticket, reason};
    case 11: return CallAgain{ticket};
    case 12:
    case 13: return Start{ticket};
    case 14:
    case 15: return Finish{ticket};
    case 16: return Hold{ticket, std::chrono::minutes{sentence.what * 10}};
    case 17: return Resume{ticket};
    case 18: return StepAway{ticket};
    case 19: return ComeBack{ticket};
    case 20: return Leave{ticket};
    case 21:
    case 22: return somebody_is_sent_on(sentence, ticket);
    case 23: return Reclassify{ticket, some_class(sentence.what), reason};
    case 24:
    case 25: return Undo{ticket};
    case 26: return sentence.who % 4 == 0 ? Command{CloseDay{}} : Command{ReopenDay{}};
    default: return PassTime{};
    }
}

/// The centre's day changes at four in the morning.
Moment moment_at(Instant at)
{
    return {at, CentreDay{std::chrono::floor<std::chrono::days>(at - 4h)}};
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Sentence& sentence)
{
    return out << "{" << sentence.verb << ", " << sentence.who << ", " << sentence.what << ", " << sentence.when << "}";
}

std::vector<Sentence> any_story()
{
    const auto sentence = rc::gen::build<Sentence>(
        rc::gen::set(&Sentence::verb, rc::gen::inRange(0, verbs)),
        rc::gen::set(&Sentence::who, rc::gen::inRange(0, 40)), rc::gen::set(&Sentence::what, rc::gen::inRange(0, 20)),
        rc::gen::set(&Sentence::when, rc::gen::inRange(0, static_cast<int>(jumps.size()) * 3)));
    return *rc::gen::scale(6.0, rc::gen::container<std::vector<Sentence>>(sentence));
}

Ending play(const std::vector<Sentence>& story, const std::function<void(const Turn&)>& watch)
{
    return play_on({Line{small_line_centre()}, moment_at(noon)}, story, watch);
}

Ending play_on(Ending begun, const std::vector<Sentence>& story, const std::function<void(const Turn&)>& watch)
{
    auto line = std::move(begun.line);
    auto at = begun.now.at;
    for (const auto& sentence : story) {
        // Two sentences in three follow each other within minutes, so that the days are full.
        const auto when = static_cast<std::size_t>(sentence.when);
        at += when < jumps.size() ? jumps.at(when) : jumps.at(when % 8);
        const auto moment = moment_at(at);
        const auto command = command_of(sentence, line);
        const auto decision =
            std::visit([&](const auto& asked) { return LineDecision{decide(line, asked, moment)}; }, command);
        auto after = line;
        for (const auto& event : decision.value_or(LineEvents{})) {
            apply(after, event);
        }
        watch({line, after, command, decision, moment});
        line = std::move(after);
    }
    return {std::move(line), moment_at(at)};
}

bool every_turn(const char* what, const std::function<void(const Turn&)>& rule)
{
    return rc::check(what, [&] { play(any_story(), rule); });
}

Line rebuilt(const Line& line)
{
    Line copy{line.rules()};
    if (line.day()) {
        apply(copy, DayOpened{*line.day(), noon});
    }
    for (const auto& [id, ticket] : line.tickets()) {
        copy.put(ticket);
    }
    if (line.is_closed()) {
        apply(copy, DayClosed{*line.day(), noon});
    }
    return copy;
}

} // namespace verandah::test
