// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/house.hpp"

#include "shared/wire/http/of_bundle.hpp"
#include "tests/journeys/story_broke.hpp"

#include <condition_variable>
#include <fstream>
#include <sstream>
#include <thread>

namespace verandah::journeys {

namespace {

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

/// The starting centre without its hours and roster: a centre without them is always open and fully staffed.
std::string always_open()
{
    const auto text = text_of(VERANDAH_SOURCE_DIR "/assets/centre/centre.toml");
    const auto hours = text.find("# --- When ---");
    if (hours == std::string::npos) {
        throw StoryBroke{"the starting centre.toml has no part about its hours any more"};
    }
    return test::with_light_passphrases(text.substr(0, hours));
}

} // namespace

House::House(Places places) : places_{std::move(places)}, centre_{places_.folder / "centre"}
{
    const auto usual = places_.folder / "always-open.toml";
    std::ofstream{usual} << always_open();
    test::Program init{
        places_.programs / "verandah-hub",
        {"init", centre_.string(), "--centre", usual.string(), "--stick", stick().string(), "--quiet-keys"},
        places_.logs / "init.log",
        test::Program::Output::logged};
    if (init.wait(std::chrono::seconds{20}) != 0) {
        throw StoryBroke{"verandah-hub init refused; see " + places_.logs.string()};
    }
    start("127.0.0.1:0");
    keeper_ = std::jthread{[this](const std::stop_token& stop) { keep_shifts(stop); }};
}

std::filesystem::path House::let_in(const std::string& kind, const std::string& name, Shift shift)
{
    auto file = places_.folder / (name + ".toml");
    const auto offer = make_offer(kind, name);
    test::Program enrol{places_.programs / (kind == "kiosk" ? "verandah-kiosk" : "verandah-clinic"),
                        {"enrol", "--device", file.string(), "--hub", offer.address, "--code", offer.code},
                        places_.logs / "enrol.log",
                        test::Program::Output::logged};
    if (enrol.wait(std::chrono::seconds{30}) != 0) {
        throw StoryBroke{name + " could not enrol; see " + places_.logs.string()};
    }
    if (kind == "console" && shift == Shift::by_request) {
        const std::lock_guard lock{mutex_};
        begin_shift(file);
        consoles_.push_back(file);
    }
    return file;
}

House::Offer House::make_offer(const std::string& kind, const std::string& name) const
{
    test::Program program{places_.programs / "verandah-hub",
                          {"device", "offer", centre_.string(), name, "--kind", kind},
                          places_.logs / "offer.log",
                          test::Program::Output::heard};
    const auto after = [](const std::string& line, const std::string& title) {
        return line.starts_with(title) ? line.substr(title.size()) : std::string{};
    };
    constexpr int most_lines = 100; // with the QR code; hear_line() is empty after the last one
    Offer offer;
    for (int lines = 0; lines < most_lines && (offer.code.empty() || offer.address.empty()); ++lines) {
        const auto line = program.hear_line();
        offer.code += after(line, "  Code     ");
        offer.address += after(line, "  Address  ");
    }
    if (offer.code.empty() || offer.address.empty()) {
        throw StoryBroke{"verandah-hub device offer refused " + name};
    }
    return offer;
}

void House::begin_shift(const std::filesystem::path& console)
{
    const auto bundle = bundle_in(console);
    wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
    if (!staff_) {
        staff_ = test::make_staff(client);
    }
    test::sign_in(client, *staff_);
}

void House::keep_shifts(const std::stop_token& stop)
{
    std::mutex pause;
    std::condition_variable_any ended;
    std::unique_lock waiting{pause};
    while (!ended.wait_for(waiting, stop, std::chrono::seconds{20}, [] { return false; }) && !stop.stop_requested()) {
        const std::lock_guard lock{mutex_};
        for (const auto& console : consoles_) {
            try {
                const auto bundle = bundle_in(console);
                wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
                test::keep(client);
            } catch (const std::exception&) {
                break; // the hub is away just now, and whoever starts it again begins the shifts anew
            }
        }
    }
}

void House::start_again()
{
    start("127.0.0.1:" + port_);
    const std::lock_guard lock{mutex_};
    for (const auto& console : consoles_) {
        begin_shift(console);
    }
}

int House::command(const std::string& name)
{
    test::Program program{places_.programs / "verandah-hub",
                          {name, centre_.string(), "--stick", stick().string()},
                          places_.logs / (name + ".log"),
                          test::Program::Output::logged};
    return program.wait(std::chrono::seconds{60});
}

void House::start(const std::string& listen)
{
    const auto port_file = places_.folder / "port.txt";
    std::filesystem::remove(port_file);
    hub_.emplace(places_.programs / "verandah-hub",
                 std::vector<std::string>{"serve", centre_.string(), "--listen", listen, "--port-file",
                                          port_file.string(), "--stick", stick().string()},
                 places_.logs / "hub.log", test::Program::Output::logged);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (text_of(port_file).empty()) {
        if (!hub_->is_running() || std::chrono::steady_clock::now() > until) {
            throw StoryBroke{"the hub does not serve; see " + places_.logs.string()};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    port_ = text_of(port_file);
    port_.erase(port_.find_last_not_of(" \n") + 1);
}

wire::DeviceBundle bundle_in(const std::filesystem::path& file)
{
    auto bundle = wire::read_bundle(file);
    if (!bundle) {
        throw StoryBroke{bundle.error().detail};
    }
    return *std::move(bundle);
}

} // namespace verandah::journeys
