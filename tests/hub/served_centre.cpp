// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/served_centre.hpp"

#include "shared/domain/request_key.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/http/of_bundle.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

extern char** environ;

namespace verandah::test {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{20};
constexpr std::chrono::milliseconds glance{5};

/// The starting centre up to its hours: a centre without them is always open. It has numbers for more visitors in a
/// day than any test sends, however fast the machine.
std::string always_open()
{
    std::string text{hub::starting_centre()};
    text.resize(text.find("# --- When ---"));
    text = with_light_passphrases(std::move(text));
    const std::string few{"numbers_per_day = 999 "};
    return text.replace(text.find(few), few.size(), "numbers_per_day = 99999 ");
}

} // namespace

Process::Process(const std::vector<std::string>& words, std::filesystem::path log) : log_{std::move(log)}
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, log_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    auto owned = words;
    std::vector<char*> arguments;
    for (auto& word : owned) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const int fault =
        posix_spawn(&process_, VERANDAH_BIN_DIR "/verandah-hub", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        throw std::system_error{fault, std::generic_category(), words.front()};
    }
}

Process::Process(Process&& other) noexcept
    : process_{std::exchange(other.process_, -1)}, status_{other.status_}, log_{std::move(other.log_)}
{
}

Process::~Process()
{
    if (is_running()) {
        send(SIGKILL);
        waitpid(process_, nullptr, 0);
    }
}

void Process::send(int signal) const
{
    if (process_ > 0) {
        ::kill(process_, signal);
    }
}

bool Process::is_running()
{
    if (process_ > 0 && waitpid(process_, &status_, WNOHANG) == process_) {
        process_ = -1;
    }
    return process_ > 0;
}

Ended Process::wait()
{
    const auto until = Clock::now() + patience;
    while (is_running()) {
        if (Clock::now() > until) {
            throw std::runtime_error{"verandah-hub does not end: " + read_file(log_)};
        }
        std::this_thread::sleep_for(glance);
    }
    return {WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_), read_file(log_)};
}

ServedCentre::ServedCentre()
{
    vault::initialise();
    write_file(around_ / "always-open.toml", always_open());
    if (const auto made =
            command({"init", "--centre", around_ / "always-open.toml", "--stick", stick(), "--quiet-keys"});
        made.status != 0) {
        throw std::runtime_error{made.said};
    }
}

Ended ServedCentre::command(std::vector<std::string> words) const
{
    if (words.front() == "rebuild" || (words.front() == "audit" && words[1] == "list")) {
        words.insert(words.end(), {"--stick", stick()});
    }
    const bool has_third_name = words.front() == "key" && (words[1] == "add" || words[1] == "change");
    const bool has_second_name = words.front() == "device" || words.front() == "audit" || words.front() == "key";
    const auto after_name = words.begin() + (has_third_name ? 3 : has_second_name ? 2 : 1);
    words.insert(after_name, paths_.root.string());
    words.insert(words.begin(), "verandah-hub");
    return Process{words, around_ / "command.log"}.wait();
}

std::string ServedCentre::new_way_in(const std::string& kind) const
{
    const auto added = command({"key", "add", kind, "--stick", stick()});
    if (added.status != 0) {
        throw std::runtime_error{added.said};
    }
    const auto line = added.said.find("\n    ") + 5; // it stands alone and four columns in
    return added.said.substr(line, added.said.find('\n', line) - line);
}

void ServedCentre::serve()
{
    serve_with({"--stick", stick()});
}

void ServedCentre::serve_locked()
{
    serve_with({});
}

void ServedCentre::serve_with(const std::vector<std::string>& key)
{
    const auto port_file = around_ / "port.txt";
    std::filesystem::remove(port_file);
    hub_.reset();
    std::vector<std::string> words{"verandah-hub", "serve",       paths_.root.string(), "--listen",
                                   address_,       "--port-file", port_file.string()};
    words.insert(words.end(), key.begin(), key.end());
    hub_.emplace(words, around_ / "hub.log");
    const auto until = Clock::now() + patience;
    while (!std::filesystem::exists(port_file)) {
        if (!hub_->is_running() || Clock::now() > until) {
            throw std::runtime_error{"verandah-hub does not serve: " + read_file(around_ / "hub.log")};
        }
        std::this_thread::sleep_for(glance);
    }
    const auto port = read_file(port_file);
    address_ = host_ + ":" + port.substr(0, port.find('\n'));
}

void ServedCentre::cut_off()
{
    hub_->send(SIGKILL);
    static_cast<void>(hub_->wait());
}

Ended ServedCentre::end()
{
    hub_->send(SIGTERM);
    return hub_->wait();
}

wire::DeviceBundle ServedCentre::let_in(const std::string& kind, const std::string& name) const
{
    const auto file = file_of(name);
    const auto added = command({"device", "add", "--kind", kind, "--name", name, "--out", file, "--address", address_});
    if (added.status != 0) {
        throw std::runtime_error{added.said};
    }
    return wire::read_bundle(file).value();
}

void ServedCentre::sign_in(const wire::DeviceBundle& console, std::optional<domain::Instant> now)
{
    wire::HttpClient client{wire::hub_of(console), wire::identity_of(console)};
    if (!staff_) {
        staff_ = make_staff(client, now);
    }
    test::sign_in(client, *staff_, now);
}

std::string fresh_key()
{
    const auto random = vault::random_bytes<10>();
    std::array<std::uint8_t, 10> bytes{};
    std::ranges::transform(random, bytes.begin(), [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return domain::RequestKey::make(now, bytes).text();
}

} // namespace verandah::test
