// SPDX-License-Identifier: Apache-2.0
// What happens in the morning. What has to hold afterwards: look_back.cpp.
#include "tests/journeys/morning.hpp"

#include "tests/journeys/card_reader.hpp"
#include "tests/journeys/gallery.hpp"
#include "tests/journeys/story_broke.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <future>
#include <thread>

namespace verandah::journeys {

namespace {

using namespace std::chrono_literals;
using domain::TicketState;

constexpr int rush_a_kiosk = 18;
constexpr auto service_time = 1200ms;     ///< Longer than visitors take to come, so that a line forms.
constexpr std::size_t cut_off_after = 20; ///< Numbers given.
constexpr std::size_t pictures_after = 25;
constexpr std::size_t left_waiting = 4; ///< Stations go home while some still wait: they have to be there.

bool is(const domain::Ticket& ticket, int number)
{
    return ticket.number.value() == number;
}

/// What the visitors of the rush come for, and in which language, over and over.
Visitor visitor_of_rush(int index)
{
    constexpr std::array languages{"en", "hi", "en", "ar", "hi"};
    constexpr std::array services{"nurse", "talk", "nurse", "nurse", "supplies", "nurse", "talk"};
    return {.language = languages[static_cast<std::size_t>(index) % languages.size()],
            .service = services[static_cast<std::size_t>(index) % services.size()]};
}

} // namespace

Morning::Morning(MorningPlaces places)
    : places_{std::move(places)}, house_{{places_.programs, places_.folder, places_.out / "logs"}}
{
    say("the hub serves; letting two kiosks, two consoles and a board in");
    front_desk_.emplace(bundle_in(house_.let_in("console", "front-desk")));
    onlooker_.emplace(bundle_in(house_.let_in("console", "onlooker")));
    pictured_console_ = house_.let_in("console", "console-3");
    start_the_rooms();
    start_the_kiosks();
    say("the kiosks show their welcome");
}

void Morning::start_the_rooms()
{
    const auto room = [this](const std::string& name, const std::string& station, std::vector<std::string> services) {
        return Room::Setup{.name = name,
                           .program = places_.programs / "verandah-clinic",
                           .device = house_.let_in("console", name, House::Shift::by_its_keys),
                           .station = station,
                           .services = std::move(services),
                           .out = places_.out,
                           .staff = house_.staff()};
    };
    room_1_.emplace(room("console-1", "room-1", {"nurse", "test"}), *onlooker_);
    room_2_.emplace(room("console-2", "room-2", {"nurse", "test", "talk"}), *onlooker_);
    board_.emplace(places_.programs / "verandah-clinic",
                   std::vector<std::string>{"--board", "--device", house_.let_in("board", "board-1").string(), "--size",
                                            "1920x1080", "--sound-file", (places_.out / "board.wav").string(), "--play",
                                            "-"},
                   places_.out / "logs" / "board-1.log", test::Program::Output::heard);
}

void Morning::start_the_kiosks()
{
    const auto kiosk = [this](const std::string& name, const std::string& size) {
        return KioskFront::Setup{.name = name,
                                 .program = places_.programs / "verandah-kiosk",
                                 .device = house_.let_in("kiosk", name),
                                 .size = size,
                                 .languages = places_.languages,
                                 .out = places_.out,
                                 .centre = front_desk_->centre()};
    };
    kiosk_1_.emplace(kiosk("kiosk-1", "1080x1920"));
    kiosk_2_.emplace(kiosk("kiosk-2", "1280x800"));
}

void Morning::open()
{
    visit(*kiosk_1_, "kiosk-1", {.language = "en", .service = "nurse", .card = Visitor::Card::wanted});
    visit(*kiosk_2_, "kiosk-2", {.language = "hi", .service = "nurse"});
    visit(*kiosk_1_, "kiosk-1", {.language = "ar", .service = "nurse"});
    visit(*kiosk_2_, "kiosk-2", {.language = "en", .service = "talk"});
    visit(*kiosk_1_, "kiosk-1", {.language = "hi", .service = "talk"});
    visit(*kiosk_2_, "kiosk-2", {.language = "ar", .service = "nurse"});
    slip_and_undo();
    away_and_back();
    transfer();
    urgent();
}

void Morning::slip_and_undo()
{
    const auto call = room_2_->call_next();
    if (!call) {
        throw StoryBroke{"nobody to call by a slip"};
    }
    const int number = call->number.value();
    room_2_->undo(number);
    say(fmt::format("room 2 called {} by a slip and took it back", number));
    const auto waits = [number](const domain::Ticket& ticket) {
        return is(ticket, number) && ticket.now.state == TicketState::waiting;
    };
    expect("an undone call puts the visitor back in line", onlooker_->wait_for(waits, 5s).has_value(),
           fmt::format("{} is not waiting", number));
    const std::lock_guard lock{mutex_};
    ++given_.at(number).times_expected_extra;
}

void Morning::away_and_back()
{
    const auto call = room_1_->call_next();
    if (!call) {
        throw StoryBroke{"nobody to be away"};
    }
    const int number = call->number.value();
    room_1_->away(number);
    say(fmt::format("room 1 called {}, who is away", number));
    card_ = card_in(kiosk_1_->card_picture());
    expect("an independent reader reads the card from the kiosk's picture", card_.size() == 39,
           fmt::format("{} characters", card_.size()));
    const int again =
        kiosk_2_->check_in({.language = "en", .service = "nurse", .card = Visitor::Card::brought, .card_code = card_});
    say(fmt::format("{} scanned her card at kiosk 2 and is back", again));
    expect("away and back by the card gives the same number again", again == number,
           fmt::format("{} instead of {}", again, number));
    const std::lock_guard lock{mutex_};
    ++given_.at(number).times_expected_extra;
}

void Morning::transfer()
{
    const auto call = room_1_->call_next();
    if (!call) {
        throw StoryBroke{"nobody to send on"};
    }
    const int number = call->number.value();
    room_1_->start(number);
    room_1_->send_on(number);
    say(fmt::format("room 1 sent {} on", number));
    const auto sent = [number](const domain::Ticket& ticket) {
        return is(ticket, number) && ticket.now.state == TicketState::waiting && ticket.now.steps.size() == 2;
    };
    expect("a visitor sent on waits for the next room", onlooker_->wait_for(sent, 5s).has_value(),
           fmt::format("{} does not", number));
}

void Morning::urgent()
{
    const int number = front_desk_->add_urgent("nurse");
    note(number, {"desk", "en", "nurse"});
    const auto call = room_1_->call_next();
    expect("an urgent visitor is called before everybody who waits", call && call->number.value() == number,
           fmt::format("{} was not", number));
    if (call) {
        say(fmt::format("{} was urgent and called at once", number));
        serve(*room_1_, number);
    }
}

void Morning::rush()
{
    say(fmt::format("the rush: {} visitors at two kiosks, two stations calling", 2 * rush_a_kiosk));
    auto room_1 = std::async(std::launch::async, [this] { station_at_work(*room_1_); });
    auto room_2 = std::async(std::launch::async, [this] { station_at_work(*room_2_); });
    auto at_1 = std::async(std::launch::async, [this] { arrivals(*kiosk_1_, "kiosk-1", rush_a_kiosk); });
    auto at_2 = std::async(std::launch::async, [this] { arrivals(*kiosk_2_, "kiosk-2", rush_a_kiosk); });
    auto cut = std::async(std::launch::async, [this] { cut_the_hub_off(); });
    auto pictures = std::async(std::launch::async, [this] { picture_the_staff_screens(); });
    at_1.wait();
    at_2.wait();
    doors_closed_ = true;
    for (auto* each : {&at_1, &at_2, &cut, &pictures, &room_1, &room_2}) {
        each->get(); // whatever broke is thrown here
    }
    say(fmt::format("{} visitors came; the stations go home", given_count()));
}

void Morning::arrivals(KioskFront& kiosk, const std::string& where, int count)
{
    for (int index = 0; index < count; ++index) {
        visit(kiosk, where, visitor_of_rush(index));
    }
}

void Morning::station_at_work(Room& room)
{
    while (true) {
        if (doors_closed_ && room.people_waiting() <= left_waiting) {
            return;
        }
        if (const auto called = room.call_next()) {
            serve(room, called->number.value());
        }
    }
}

void Morning::serve(Room& room, int number)
{
    room.start(number);
    std::this_thread::sleep_for(service_time);
    room.done(number);
}

void Morning::cut_the_hub_off()
{
    while (given_count() < cut_off_after && !doors_closed_) {
        std::this_thread::sleep_for(20ms);
    }
    std::vector<std::unique_lock<std::mutex>> resting;
    resting.push_back(room_1_->rest());
    resting.push_back(room_2_->rest());
    const auto before = given();
    house_.cut_off();
    say(fmt::format("kill -9: the hub is cut off after {} numbers", before.size()));
    std::this_thread::sleep_for(1500ms);
    house_.start_again();
    room_1_->sign_in();
    room_2_->sign_in();
    resting.clear();
    say("the hub serves again, and the rooms have signed in by their keys");
    const auto line = front_desk_->line();
    std::vector<std::string> lost;
    for (const auto& [number, _] : before) {
        if (std::ranges::none_of(line.tickets, [number](const auto& view) { return is(view.ticket, number); })) {
            lost.push_back(fmt::format("{} is lost", number));
        }
    }
    const std::lock_guard lock{mutex_};
    findings_.push_back({"every number acknowledged before the cut is there after it", std::move(lost)});
}

/// In the thick of it: a full line, somebody in the room, calls on the board.
void Morning::picture_the_staff_screens()
{
    while (given_count() < pictures_after && !doors_closed_) {
        std::this_thread::sleep_for(20ms);
    }
    take_pictures({.programs = places_.programs, .out = places_.out},
                  {.console = pictured_console_, .board = house_.let_in("board", "board-2")});
    say("console and board are pictured in every language");
}

void Morning::visit(KioskFront& kiosk, const std::string& where, const Visitor& visitor)
{
    const int number = kiosk.check_in(visitor);
    note(number, {where, visitor.language, visitor.service});
}

void Morning::note(int number, const Given& given)
{
    {
        const std::lock_guard lock{mutex_};
        if (!given_.try_emplace(number, given).second) {
            findings_.push_back({"no number is given twice", {fmt::format("{} at {}", number, given.where)}});
        }
    }
    say(fmt::format("{} came to {} for \"{}\" ({})", number, given.where, given.service, given.language));
}

std::size_t Morning::given_count() const
{
    const std::lock_guard lock{mutex_};
    return given_.size();
}

std::map<int, Given> Morning::given() const
{
    const std::lock_guard lock{mutex_};
    return given_;
}

void Morning::expect(const std::string& rule, bool holds, const std::string& otherwise)
{
    const std::lock_guard lock{mutex_};
    findings_.push_back({rule, holds ? std::vector<std::string>{} : std::vector{otherwise}});
}

void Morning::say(const std::string& what) const
{
    const auto passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    std::puts(fmt::format("{:6.1f} s  {}", passed, what).c_str());
    std::fflush(stdout);
}

} // namespace verandah::journeys
