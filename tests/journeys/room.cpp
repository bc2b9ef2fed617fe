// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/room.hpp"

#include "tests/journeys/story_broke.hpp"
#include "tests/support/shift.hpp"

#include <algorithm>

namespace verandah::journeys {

namespace {

using namespace std::chrono_literals;
using domain::TicketState;

bool waits_for_one_of(const domain::Ticket& ticket, const std::vector<std::string>& services)
{
    return ticket.now.state == TicketState::waiting &&
           std::ranges::any_of(ticket.now.steps, [&services](const domain::Step& step) {
               return step.stage == domain::Step::Stage::asked &&
                      std::ranges::find(services, step.service.text()) != services.end();
           });
}

} // namespace

Room::Room(Setup setup, const Onlooker& onlooker)
    : setup_{std::move(setup)}, onlooker_{onlooker},
      program_{setup_.program,
               {"--device", setup_.device.string(), "--station", setup_.station, "--size", "1366x768", "--silent",
                "--play", "-"},
               setup_.out / "logs" / (setup_.name + ".log"),
               test::Program::Output::heard}
{
    sign_in();
}

void Room::sign_in()
{
    program_.play("wait \"Passphrase, or your four words\" 30");
    program_.play("type " + setup_.staff.account);
    program_.play("key Enter");
    program_.play("type " + setup_.staff.passphrase);
    program_.play("key Enter");
    program_.play("type " + std::string{test::shift_pin});
    program_.play("key Enter");
    program_.play("wait \"Choose a passphrase of your own?\" 30");
    program_.play("key Escape"); // later
    program_.play("wait \"Call next\" 30");
}

bool Room::is_here(const domain::Ticket& ticket) const
{
    return ticket.now.station && ticket.now.station->view() == setup_.station;
}

std::optional<domain::Ticket> Room::call_next()
{
    const std::lock_guard lock{hands_};
    program_.play("key Space");
    const auto called = onlooker_.wait_for(
        [this](const domain::Ticket& ticket) { return ticket.now.state == TicketState::called && is_here(ticket); },
        1500ms);
    return called ? std::optional{called->ticket} : std::nullopt;
}

void Room::start(int number)
{
    press("S", number, "start", [](const domain::Ticket& ticket) { return ticket.now.state == TicketState::serving; });
}

void Room::done(int number)
{
    press("D", number, "done", [](const domain::Ticket& ticket) { return ticket.now.state != TicketState::serving; });
}

void Room::away(int number)
{
    press("A", number, "away", [](const domain::Ticket& ticket) { return ticket.now.state == TicketState::away; });
}

void Room::undo(int number)
{
    press("Ctrl Z", number, "undo",
          [](const domain::Ticket& ticket) { return ticket.now.state == TicketState::waiting; });
}

void Room::send_on(int number)
{
    program_.play("key T"); // opens the sheet; its first service is the first key
    program_.play("key 1");
    picture("send-on");
    press("Enter", number, "send on", [](const domain::Ticket& ticket) {
        return ticket.now.state == TicketState::waiting && ticket.now.steps.size() == 2;
    });
}

/// Presses until it has happened: a console answers nothing while the hub is away.
void Room::press(const std::string& key, int number, const std::string& what, const Holds& afterwards)
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        const std::lock_guard lock{hands_};
        program_.play("key " + key);
        const auto fits = [&](const domain::Ticket& ticket) {
            return ticket.number.value() == number && afterwards(ticket);
        };
        if (onlooker_.wait_for(fits, 3s)) {
            return;
        }
    }
    throw StoryBroke{setup_.name + ": " + what + " does nothing for " + std::to_string(number)};
}

std::size_t Room::people_waiting() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        onlooker_.seen(), [this](const auto& each) { return waits_for_one_of(each.second.ticket, setup_.services); }));
}

void Room::picture(const std::string& screen)
{
    program_.play("picture " + (setup_.out / (setup_.name + "-" + screen + "-en.png")).string());
}

} // namespace verandah::journeys
