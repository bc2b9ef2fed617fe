// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/clinic/clinic_story.hpp"

#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "tests/journeys/card_reader.hpp"
#include "tests/journeys/story_broke.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <random>
#include <utility>

namespace verandah::journeys {

namespace {

using namespace std::chrono_literals;

constexpr domain::Instant first_morning{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + 9h};

constexpr auto providers = R"(
[[provider]]
code = "city-hospital"
name = "The city hospital"
address = "12 Station Road"
services = ["art", "counselling"]
languages = ["en", "hi"]
last_checked = "2026-02-01"
)";

domain::RequestKey key_at(domain::Instant at)
{
    static std::random_device random;
    std::array<std::uint8_t, 10> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random());
    }
    return domain::RequestKey::make(at, bytes);
}

/// What a reader of QR codes finds on the slip's page, as it would be printed.
std::string counterfoil_on(const std::filesystem::path& pdf)
{
    const auto page = std::filesystem::path{pdf}.replace_extension(); // pdftoppm puts .png behind it
    test::Program pdftoppm{"/usr/bin/pdftoppm",
                           {"-r", "200", "-png", "-singlefile", pdf.string(), page.string()},
                           "/dev/null",
                           test::Program::Output::logged};
    if (pdftoppm.wait(20s) != 0) {
        throw StoryBroke{"there is no slip in " + pdf.string()};
    }
    return card_in(page.string() + ".png");
}

} // namespace

ClinicStory::ClinicStory(MorningPlaces places)
    : places_{std::move(places)}, clock_{first_morning, test::FakeClock::Pace::running}
{
    house_.emplace(House::Places{places_.programs, places_.folder, places_.out / "logs"});
    const auto clinical = places_.folder / "centre" / "clinical";
    std::filesystem::create_directories(clinical);
    std::ofstream{clinical / "providers.toml"} << providers;
    if (house_->close() != 0) {
        throw StoryBroke{"the hub does not end as it should"};
    }
    house_->start_again(); // with its directory of providers
    console_device_ = house_->let_in("console", "console-1", House::Shift::by_its_keys);
    desk_device_ = house_->let_in("console", "front-desk", House::Shift::by_its_keys);
    kiosk_device_ = house_->let_in("kiosk", "kiosk-1");
    make_staff();
    fill_the_cupboard();
    say("the hub serves; a kiosk and two consoles are let in");
}

wire::HttpClient ClinicStory::client_of(const std::filesystem::path& device) const
{
    const auto bundle = bundle_in(device);
    return wire::HttpClient{wire::hub_of(bundle), wire::identity_of(bundle)};
}

void ClinicStory::make_staff()
{
    auto desk = client_of(desk_device_);
    coordinator_ = test::make_staff(desk, clock_.now());
    clinician_ = test::add_staff(desk, "clinic-1", domain::Role::clinician, clock_.now());
    reception_ = test::add_staff(desk, "front-1", domain::Role::reception, clock_.now());
    outreach_ = test::add_staff(desk, "out-1", domain::Role::outreach_worker, clock_.now()); // who looks for her
}

/// As somebody has done at the stock's own screen.
void ClinicStory::fill_the_cupboard()
{
    auto desk = client_of(desk_device_);
    test::sign_in(desk, clinician_, clock_.now());
    for (const auto* batch :
         {R"({"commodity":"benzathine_pen.2_4miu","batch":"BP-7","expiry":"2027-03-31","amount":20})",
          R"({"commodity":"metronidazole.400mg","batch":"MZ-2","expiry":"2026-12-31","amount":300})"}) {
        const auto response = desk.ask({.method = "POST",
                                        .target = "/v1/stock/receive",
                                        .idempotency_key = key_at(clock_.now()).text(),
                                        .body = batch});
        if (response.status != 201) {
            throw StoryBroke{"the cupboard takes nothing: " + response.body};
        }
    }
}

void ClinicStory::begin_console()
{
    console_ = std::make_unique<ClinicConsole>(ClinicConsole::Setup{.name = "console-1",
                                                                    .program = places_.programs / "verandah-clinic",
                                                                    .device = console_device_,
                                                                    .station = "room-1",
                                                                    .out = places_.out});
}

/// Anew on another day: it would go on by the hub's clock of before, for a minute.
void ClinicStory::begin_kiosk()
{
    const auto response = client_of(kiosk_device_).ask({.method = "GET", .target = "/v1/centre"});
    const auto centre = wire::decode_centre_view(response.body);
    if (!centre) {
        throw StoryBroke{"the hub tells nothing of its centre"};
    }
    kiosk_.emplace(KioskFront::Setup{.name = "kiosk-1",
                                     .program = places_.programs / "verandah-kiosk",
                                     .device = kiosk_device_,
                                     .size = "1080x1920",
                                     .languages = places_.languages,
                                     .out = places_.out,
                                     .centre = *centre});
}

std::vector<Finding> ClinicStory::play()
{
    first_visit();
    write_the_record();
    treat();
    give_slips_for_partners();
    refer_her();
    finish_the_visit();
    the_counterfoil_comes_back();
    the_second_dose_is_overdue();
    she_comes_again();
    reception_sees_none_of_it();
    return findings_;
}

void ClinicStory::first_visit()
{
    begin_kiosk();
    const int number = kiosk_->check_in({.language = "en", .service = "nurse", .card = Visitor::Card::wanted});
    card_ = card_in(kiosk_->card_picture());
    say(fmt::format("{} came to the kiosk for the nurse and took a card", number));
    begin_console();
    console_->sign_in(clinician_, "Call next");
    serve_her();
}

/// The one who waits is called, and her record opened with her card.
void ClinicStory::serve_her()
{
    console_->gone("Nobody is waiting", 20);
    console_->key_until("Space", "On the way");
    console_->key_until("S", "With you");
    console_->picture("line");
    console_->press("Record");
    console_->picture("card");
    console_->scan(card_);
}

void ClinicStory::write_the_record()
{
    console_->wait("She says yes");
    console_->picture("consent");
    console_->press("She says yes");
    console_->wait("Step 1 of");
    console_->press_all({"Symptoms", "First visit", "None known", "Not pregnant", "Vaginal discharge"});
    console_->press_all({"Syphilis rapid", "positive"});
    console_->picture("record");
    console_->press("Next: Ask and look");
    console_->press_all({"Genital", "Asked: safe", "No exposure", "Late or unknown syphilis"});
    console_->picture("diagnosis");
}

/// What the guideline suggests for both, out of the cupboard.
void ClinicStory::treat()
{
    console_->press("Prescribe");
    console_->rest();
    console_->press("Prescribe"); // the other one: of the first only the dose is left
    console_->rest();
    console_->picture("prescribed");
    console_->press("Given");
    console_->rest();
    console_->press("Dose 1 of 3 given");
    console_->rest();
    console_->picture("dose-1-of-3");
    say("she was treated out of the cupboard, with the first dose of three");
}

/// Whether violence is feared is asked before anything else.
void ClinicStory::give_slips_for_partners()
{
    console_->press("Partner slips");
    console_->wait("Could telling a partner bring her violence?");
    console_->picture("violence-asked-first");
    console_->press("No, she fears none");
    console_->press("We offered, she agreed");
    console_->press("Late syphilis or of unknown duration");
    console_->press("2");
    console_->picture("partner-slips");
    console_->press("Make the slips");
    console_->wait("Save to a file");
    console_->picture("slips");
    console_->press("Save to a file");
    console_->press("Close");
}

/// The slip is saved to be printed; what an independent reader finds on its counterfoil comes back at a kiosk.
void ClinicStory::refer_her()
{
    console_->press("Refer");
    console_->press("Counselling");
    console_->press("The city hospital");
    console_->press("Yes");
    console_->picture("refer");
    console_->press("Issue the slip");
    console_->wait("Save to a file");
    console_->picture("referral-slip");
    console_->press("Save to a file");
    console_->wait("The slip is in");
    console_->press("Close");
    counterfoil_ = counterfoil_on(places_.out / "saved" / "verandah-slip-2026-03-03-2.pdf");
    expect("an independent reader reads the counterfoil from the slip as it is printed", counterfoil_.size() == 29,
           counterfoil_);
}

void ClinicStory::finish_the_visit()
{
    console_->press_all({"Next: Give and teach", "Condoms and lubricant", "Partners", "20", "Next: Before she goes"});
    console_->picture("before-she-goes");
    console_->press_all({"in 1 week", "By an outreach worker", "I told her", "Done"});
    console_->wait("Everything is kept");
    console_->picture("kept");
    console_->press("To the line");
    console_->key("D");
    console_->wait("Nobody is waiting");
}

void ClinicStory::the_counterfoil_comes_back()
{
    pass_to(first_morning + 48h);
    kiosk_->program().play("scan " + counterfoil_);
    kiosk_->program().play("wait \"We have your slip\" 20");
    kiosk_->program().play("picture " + (places_.out / "kiosk-1-counterfoil-en.png").string());
    console_->sign_in(clinician_, "Call next");
    console_->press("Referrals");
    console_->rest();
    console_->picture("referrals");
    console_->press("File"); // the only one there is
    console_->press("What happened?");
    console_->picture("counterfoil-came-back");
    console_->press("Write it down");
    console_->wait("It is written down.");
    console_->picture("received");
    say("the counterfoil came back at a kiosk, and the referral is received");
}

/// She is looked for by the way she agreed to, by whom it is given to.
void ClinicStory::the_second_dose_is_overdue()
{
    pass_to(first_morning + 24h * 12); // and not so late that the course would begin anew
    console_->sign_in(clinician_, "Call next");
    console_->press("Due");
    console_->rest();
    console_->key("E");
    console_->rest();
    console_->picture("overdue");
    console_->press("File"); // the only one there is
    console_->press("Give to an outreach worker");
    console_->press("How to find her"); // there is one worker, who is chosen
    console_->type("at the tea stall");
    console_->picture("given-to");
    console_->key("Enter");
    console_->wait("It is written down.");
    the_worker_finds_her();
    console_->press("Due");
    console_->rest();
    console_->press("Told");
    console_->rest();
    console_->picture("told");
    console_->press("File");
    console_->press("Write down what was told");
    console_->picture("looked-for");
    console_->press("Write it down");
    console_->wait("It is written down.");
    console_->picture("traced");
    say("the second dose was overdue; an outreach worker found her, and she will come");
}

/// At another console, with what she is told and nothing else.
void ClinicStory::the_worker_finds_her()
{
    ClinicConsole desk{{.name = "outreach",
                        .program = places_.programs / "verandah-clinic",
                        .device = desk_device_,
                        .station = {},
                        .out = places_.out}};
    desk.sign_in(outreach_, "Waiting");
    expect("the outreach worker has no page of records, of what is due or of results",
           !desk.shows("Record") && !desk.shows("Due") && !desk.shows("Results"), "one of them is there");
    desk.press("To find");
    desk.rest();
    desk.picture("to-find");
    expect("she is not told what it is for", !desk.shows("Syphilis"), "it is there");
    desk.press("at the tea stall");
    desk.press("Tell what came of it");
    desk.press("Yes");
    desk.press("She will come");
    desk.picture("telling");
    desk.press("Tell the clinic");
    desk.wait("The clinic knows.");
    desk.picture("clinic-knows");
    desk.key("W"); // her own menu
    desk.press("Sign out");
    desk.quit();
}

/// By her card, at the kiosk and in the room.
void ClinicStory::she_comes_again()
{
    kiosk_->check_in({.language = "en", .service = "nurse", .card = Visitor::Card::brought, .card_code = card_});
    console_->press("Line");
    console_->rest();
    serve_her();
    console_->wait("Step 1 of");
    console_->picture("record-again");
    console_->press("Dose 2 of 3 given");
    console_->rest();
    console_->picture("dose-2-of-3");
    const auto due = client_of(console_device_).ask({.method = "GET", .target = "/v1/care/due"});
    const auto list = wire::decode_due_list(due.body);
    const auto is_second = [](const wire::DueRow& row) { return row.item.key.rule.view() == "syphilis.dose2"; };
    expect("the second dose is due no more once she has it", list && std::ranges::none_of(list->rows, is_second),
           list ? "it still is" : due.body);
    say("she came again and got her second dose");
}

/// Neither at her console nor by asking for it.
void ClinicStory::reception_sees_none_of_it()
{
    ClinicConsole desk{{.name = "front-desk",
                        .program = places_.programs / "verandah-clinic",
                        .device = desk_device_,
                        .station = {},
                        .out = places_.out}};
    desk.sign_in(reception_, "Waiting");
    desk.picture("reception");
    expect("reception has no page of records, of what is due, of results or of referrals",
           !desk.shows("Record") && !desk.shows("Due") && !desk.shows("Results") && !desk.shows("Referrals"),
           "one of them is there");
    auto client = client_of(desk_device_);
    for (const auto* path : {"/v1/care/due", "/v1/care/results", "/v1/care/referrals"}) {
        const auto status = client.ask({.method = "GET", .target = path}).status;
        expect(fmt::format("reception is refused {}", path), status == 403, std::to_string(status));
    }
}

/// The console's shift is over, and another one begins on another day.
void ClinicStory::pass_to(domain::Instant at)
{
    console_->quit();
    console_.reset();
    kiosk_.reset();
    clock_.set(at);
    begin_kiosk();
    begin_console();
}

void ClinicStory::say(const std::string& what) const
{
    std::puts(fmt::format("clinic: {}", what).c_str());
    std::fflush(stdout);
}

void ClinicStory::expect(const std::string& rule, bool holds, const std::string& otherwise)
{
    findings_.push_back({rule, holds ? std::vector<std::string>{} : std::vector{otherwise}});
}

} // namespace verandah::journeys
