// SPDX-License-Identifier: Apache-2.0
// Making centres and devices, and starting hubs, as an administrator would.
#include "bench/centre.hpp"

#include "bench/bench_failure.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/of_bundle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <thread>

namespace verandah::bench {

namespace {

void replace_once(std::string& text, std::string_view what, std::string_view by)
{
    const auto place = text.find(what);
    if (place == std::string::npos) {
        throw BenchFailure{fmt::format("the starting centre.toml has no \"{}\" any more", what)};
    }
    text.replace(place, what.size(), by);
}

/// As far from now as can be, so that no day ends while it is measured.
int quiet_hour()
{
    const auto now = std::chrono::system_clock::now();
    const auto hour = std::chrono::floor<std::chrono::hours>(now - std::chrono::floor<std::chrono::days>(now));
    return std::max(1, static_cast<int>((hour.count() + 12) % 24));
}

/// The starting centre without its hours and roster, and so always open.
std::string centre_toml(Size size)
{
    std::string text{hub::starting_centre()};
    text.erase(text.find("# --- When ---"));
    text = test::with_light_passphrases(std::move(text));
    replace_once(text, "day_boundary = 4 ", fmt::format("day_boundary = {} ", quiet_hour()));
    if (size == Size::usual) {
        return text;
    }
    replace_once(text, "numbers_per_day = 999 ", "numbers_per_day = 9999999 ");
    replace_once(text, "call_lasts_minutes = 5 ", "call_lasts_minutes = 60 ");
    replace_once(text, "visit_detail_days = 365 ", "visit_detail_days = 3650 "); // a past that is measured is kept
    for (int room = 1; room <= Centre::rooms; ++room) {
        fmt::format_to(std::back_inserter(text),
                       "[[station]]\ncode = \"hall-{0}\"\nsign = \"H{0}\"\n"
                       "skills = [\"nursing\", \"testing\", \"talking\", \"welcome\"]\ncapacity = {1}\n",
                       room, Centre::people_at_once);
    }
    return text;
}

wire::DeviceBundle bundle_in(const std::filesystem::path& file)
{
    auto bundle = wire::read_bundle(file);
    if (!bundle) {
        throw BenchFailure{bundle.error().detail};
    }
    return *std::move(bundle);
}

/// Runs a program to its end. Throws BenchFailure unless it succeeds.
void run(const std::filesystem::path& file, const std::vector<std::string>& words, const std::filesystem::path& log)
{
    if (test::Program program{file, words, log, test::Program::Output::logged};
        program.wait(std::chrono::minutes{1}) != 0) {
        throw BenchFailure{fmt::format("{} {} failed; see {}", file.string(), words.front(), log.string())};
    }
}

/// Where the hub will write its port; nothing of an earlier one is left there.
std::filesystem::path cleared_port_file(const Centre& centre)
{
    auto file = centre.folder() / "port.txt";
    std::filesystem::remove(file);
    return file;
}

} // namespace

Centre::Centre(const Places& places, const std::string& name, Size size)
    : places_{places}, folder_{places.folder / name}, log_{places.folder / (name + ".log")}
{
    const auto file = places.folder / (name + ".toml");
    std::ofstream{file} << centre_toml(size);
    run(program("verandah-hub"),
        {"init", folder_.string(), "--centre", file.string(), "--stick", stick().string(), "--quiet-keys"}, log_);
    devices("console", 1); // so that there is somebody to ask a hub whether it serves
}

std::filesystem::path Centre::let_in(const std::string& kind, const std::string& name, const std::string& address) const
{
    auto file = folder_.parent_path() / (folder_.filename().string() + "-" + name + ".toml");
    run(program("verandah-hub"),
        {"device", "add", folder_.string(), "--kind", kind, "--name", name, "--out", file.string(), "--address",
         address},
        log_);
    return file;
}

const std::vector<wire::TlsIdentity>& Centre::devices(const std::string& kind, std::size_t count)
{
    auto& made = devices_[kind];
    while (made.size() < count) {
        const auto bundle = bundle_in(let_in(kind, fmt::format("{}-{}", kind, made.size() + 1), "127.0.0.1:1"));
        hub_ = wire::hub_of(bundle);
        made.push_back(wire::identity_of(bundle));
    }
    return made;
}

wire::HubAddress Centre::hub_at(std::uint16_t port) const
{
    auto address = hub_;
    address.port = port;
    return address;
}

void Centre::sign_in_at(std::uint16_t port, std::size_t count)
{
    for (const auto& all = devices("console", count); signed_in_ < count; ++signed_in_) {
        wire::HttpClient console{hub_at(port), all[signed_in_]};
        if (!staff_) {
            staff_ = test::make_staff(console);
        }
        test::sign_in(console, *staff_);
    }
}

RunningHub::RunningHub(Centre& centre)
    : centre_{centre}, port_file_{cleared_port_file(centre)}, begun_{std::chrono::steady_clock::now()},
      program_{centre.program("verandah-hub"),
               {"serve", centre.folder().string(), "--listen", "127.0.0.1:0", "--port-file", port_file_.string(),
                "--stick", centre.stick().string()},
               centre.log(),
               test::Program::Output::logged}
{
    while (!(std::ifstream{port_file_} >> port_)) {
        if (!program_.is_running()) {
            throw BenchFailure{"the hub does not serve; see " + centre.log().string()};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    centre_.everybody_went(); // with the hub before
    wire::HttpClient client{address(), centre.devices("console", 1).front()};
    const auto answer = client.ask({.method = "GET", .target = "/v1/centre"});
    start_time_ = std::chrono::steady_clock::now() - begun_;
    if (answer.status != 200) {
        throw BenchFailure{fmt::format("the hub answered {} to GET /v1/centre", answer.status)};
    }
}

void RunningHub::wait_for_rest() const
{
    constexpr std::chrono::seconds a_while{1};
    constexpr std::chrono::milliseconds as_good_as_nothing{20};
    constexpr int longest = 120;
    for (int times = 0; times < longest; ++times) {
        const auto before = processor_time(program_.id());
        std::this_thread::sleep_for(a_while);
        if (processor_time(program_.id()) - before < as_good_as_nothing) {
            return;
        }
    }
    throw BenchFailure{"the hub does not come to rest; see " + centre_.log().string()};
}

} // namespace verandah::bench
