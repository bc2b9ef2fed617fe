// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/seized_machine.hpp"

#include "shared/domain/card/card_code.hpp"
#include "shared/vault/card_keeper.hpp"
#include "shared/vault/key_slots.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "tests/journeys/card_reader.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace verandah::test {

namespace {

constexpr int crowd = 117; ///< Visitors before those that are looked for.

/// The permanent words of events (clinic/store/event_codec.cpp): found in the clear, they say what happened when.
constexpr std::array words_of_events{
    "ticket_issued", "ticket_called", "ticket_reclassified", "card_minted", "day_opened", "people_before", "priority"};

bool is_of_the_journal(const std::filesystem::path& file)
{
    return file.filename().string().starts_with("journal.db");
}

} // namespace

Places::Places()
{
    constexpr std::array<std::pair<const char*, const char*>, 6> places{{{"TMPDIR", "tmp"},
                                                                         {"HOME", "home"},
                                                                         {"XDG_CONFIG_HOME", "home/.config"},
                                                                         {"XDG_CACHE_HOME", "home/.cache"},
                                                                         {"XDG_DATA_HOME", "home/.local/share"},
                                                                         {"XDG_RUNTIME_DIR", "run"}}};
    for (const auto& [variable, name] : places) {
        std::filesystem::create_directories(folder_ / name);
        std::filesystem::permissions(folder_ / name, std::filesystem::perms::owner_all);
        setenv(variable, (folder_ / name).c_str(), 1);
    }
    std::filesystem::create_directory(folder_ / "here");
    std::filesystem::current_path(folder_ / "here");
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    std::signal(SIGPIPE, SIG_IGN); // a program that ended is told of by its name
}

SeizedMachine::SeizedMachine()
{
    std::filesystem::create_directory(logs_of_screens());
    centre_.serve();
    const auto desk = centre_.let_in("console", "desk");
    centre_.sign_in(desk);
    desk_.emplace(wire::hub_of(desk), wire::identity_of(desk));
    const auto onlooker = centre_.let_in("console", "onlooker");
    centre_.sign_in(onlooker);
    onlooker_.emplace(onlooker);
}

wire::Response SeizedMachine::post(const std::string& path, const std::string& body)
{
    auto response = desk_->ask({.method = "POST", .target = path, .idempotency_key = fresh_key(), .body = body});
    if (response.status / 100 != 2) {
        throw std::runtime_error{fmt::format("{} was answered {}: {}", path, response.status, response.body)};
    }
    return response;
}

void SeizedMachine::live_a_day()
{
    check_in_a_crowd();
    open_a_record();
    use_the_kiosk();
    use_the_console();
    back_up();
}

void SeizedMachine::check_in_a_crowd()
{
    for (int each = 0; each < crowd; ++each) {
        post("/v1/check-ins", R"({"services":["nurse"]})");
    }
    const auto late = wire::decode_check_in_receipt(post("/v1/check-ins", R"({"services":["nurse"]})").body).value();
    numbers_.push_back(late.number.value());
    post(fmt::format("/v1/tickets/{}/call", late.ticket.value()),
         fmt::format(R"({{"station":"room-2","reason":"{}"}})", reason_over_the_wire));
}

void SeizedMachine::open_a_record()
{
    clinic_.emplace(centre_, "clinic", "room-1");
    numbers_.push_back(clinic_->number());
}

void SeizedMachine::back_up() const
{
    for (const auto* what : {"backup", "backup-keys"}) {
        const auto folder = places_.root() / what;
        std::filesystem::create_directory(folder);
        if (const auto made = centre_.command({what, "--to", folder.string()}); made.status != 0) {
            throw std::runtime_error{made.said};
        }
    }
}

void SeizedMachine::use_the_kiosk()
{
    const auto name = std::string{kiosk_name};
    static_cast<void>(centre_.let_in("kiosk", name));
    kiosk_.emplace(journeys::KioskFront::Setup{
        .name = name,
        .program = VERANDAH_BIN_DIR "/verandah-kiosk",
        .device = centre_.file_of(name),
        .size = "1080x1920",
        .languages = VERANDAH_BIN_DIR "/../languages",
        .out = pictures_.path(),
        .centre = wire::decode_centre_view(desk_->ask({.method = "GET", .target = "/v1/centre"}).body).value()});
    using Card = journeys::Visitor::Card;
    numbers_.push_back(kiosk_->check_in({.language = "en", .service = "nurse", .card = Card::wanted}));
    const auto code = journeys::card_in(kiosk_->card_picture());
    card_ = domain::CardCode::parse(code).value();
    numbers_.push_back(
        kiosk_->check_in({.language = "hi", .service = "talk", .card = Card::brought, .card_code = code}));
}

void SeizedMachine::use_the_console()
{
    static_cast<void>(centre_.let_in("console", "console-1"));
    room_.emplace(journeys::Room::Setup{.name = "console-1",
                                        .program = VERANDAH_BIN_DIR "/verandah-clinic",
                                        .device = centre_.file_of("console-1"),
                                        .station = "room-1",
                                        .services = {"nurse"},
                                        .out = pictures_.path(),
                                        .staff = centre_.staff()},
                  *onlooker_);
    if (!room_->call_next()) {
        throw std::runtime_error{"the console calls nobody"};
    }
    auto& console = room_->program();
    console.play("press \"5\""); // somebody who waits
    console.play("key P");       // into another class: opens the sheet
    console.play("key 1");
    console.play("press \"In your own words\"");
    console.play(std::string{"type "} + reason_at_the_console);
    console.play("key Enter");
    const auto is_in_another_class = [](const domain::Ticket& ticket) {
        return ticket.number.value() == 5 && ticket.now.priority.view() == "urgent";
    };
    if (!onlooker_->wait_for(is_in_another_class, std::chrono::seconds{20})) {
        throw std::runtime_error{"the console puts nobody into another class"};
    }
}

void SeizedMachine::seize()
{
    kiosk_->program().cut_off();
    room_->program().cut_off();
    centre_.cut_off();
}

rlim_t SeizedMachine::largest_core()
{
    rlim_t largest = 0;
    for (const auto process : {kiosk_->program().id(), room_->program().id(), centre_.hub().id()}) {
        rlimit limit{};
        if (process <= 0 || prlimit(process, RLIMIT_CORE, nullptr, &limit) != 0) {
            throw std::runtime_error{"a program has ended already"};
        }
        largest = std::max(largest, limit.rlim_max);
    }
    return largest;
}

std::vector<Secret> SeizedMachine::secrets() const
{
    // The one place that opens the hub's key.
    const auto sealed = vault::load_key_file(centre_.paths().hub_key()).value();
    const vault::CardKeeper keeper{
        std::get<vault::KeySlots>(sealed).open(vault::StickKey::load(centre_.stick()).value()).value()};
    std::vector<Secret> secrets{{.name = "a reason typed at the console", .bytes = reason_at_the_console},
                                {.name = "a reason given over the wire", .bytes = reason_over_the_wire},
                                {.name = "a passphrase of staff", .bytes = centre_.staff().passphrase},
                                {.name = "a card as its QR code has it", .bytes = card_->text()},
                                {.name = "a card's token", .bytes = bytes_of(card_->token())},
                                {.name = "a card's tag", .bytes = bytes_of(card_->tag())},
                                {.name = "a card's hash", .bytes = bytes_of(keeper.lookup(*card_).bytes())}};
    for (const auto& canaries : {clinic_->words(), clinic_->keys()}) {
        for (const auto& [name, bytes] : canaries) {
            secrets.push_back({.name = name, .bytes = bytes});
        }
    }
    secrets.push_back({.name = "the PIN of staff", .bytes = std::string{shift_pin}});
    const auto is_elsewhere = [](const std::filesystem::path& file) { return !is_of_the_journal(file); };
    for (const auto* word : words_of_events) {
        secrets.push_back({std::string{"the word "} + word, word, is_elsewhere});
    }
    secrets.push_back({"a device's name", kiosk_name, [](const std::filesystem::path& file) {
                           return file.extension() == ".toml" || file.parent_path().filename() == "devices";
                       }});
    return secrets;
}

} // namespace verandah::test
