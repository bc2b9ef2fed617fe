// SPDX-License-Identifier: Apache-2.0
#include "tests/support/running_programs.hpp"

#include "tests/support/process_memory.hpp"
#include "tests/support/shift.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace verandah::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto longest_answer = 40s;

std::string program(std::string_view name)
{
    return fmt::format("{}/{}", VERANDAH_BIN_DIR, name);
}

void run(const std::vector<std::string>& command, const std::filesystem::path& log)
{
    Process process{command, log};
    if (process.status(60s) != 0) {
        throw std::runtime_error{command.front() + ": " + read_file(log)};
    }
}

/// A port nobody listens on right now.
int free_port()
{
    const int socket_id = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    const bool bound = bind(socket_id, any, size) == 0 && getsockname(socket_id, any, &size) == 0;
    close(socket_id);
    if (!bound) {
        throw std::runtime_error{"no free port"};
    }
    return ntohs(address.sin_port);
}

/// Without opening hours and roster a centre is open, and staffed, at all times.
void open_all_day(const std::filesystem::path& centre_file, const std::string& address)
{
    std::string text = read_file(centre_file);
    const auto listen = text.find("listen = ");
    const auto door = fmt::format("\nenrolment_port = {}", free_port()); // the one after `address` may be somebody's
    text.replace(listen, text.find('\n', listen) - listen, "listen = \"" + address + "\"" + door);
    text.resize(text.find("\n[[open]]"));
    write_file(centre_file, with_light_passphrases(text + "\n"));
}

std::size_t count_lines(const std::string& text, std::string_view beginning)
{
    std::size_t count = text.starts_with(beginning) ? 1 : 0;
    const std::string line = "\n" + std::string{beginning};
    for (auto place = text.find(line); place != std::string::npos; place = text.find(line, place + 1)) {
        ++count;
    }
    return count;
}

} // namespace

Process::Process(const std::vector<std::string>& command, const std::filesystem::path& log) : id_{fork()}
{
    if (id_ != 0) {
        return;
    }
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    std::vector<char*> words;
    for (const std::string& word : command) {
        words.push_back(const_cast<char*>(word.c_str())); // execv's signature is older than const
    }
    words.push_back(nullptr);
    execv(words.front(), words.data());
    _exit(127);
}

Process::~Process()
{
    if (ended_) {
        return;
    }
    kill(id_, SIGTERM);
    if (status(10s) == -1) {
        kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
}

int Process::status(std::chrono::seconds patience)
{
    for (const auto end = Clock::now() + patience; Clock::now() < end; std::this_thread::sleep_for(5ms)) {
        int status = 0;
        if (waitpid(id_, &status, WNOHANG) == id_) {
            ended_ = true;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
        }
    }
    return -1;
}

RunningHub::RunningHub() : address_{fmt::format("127.0.0.1:{}", free_port())}
{
    const std::string centre = folder_ / "centre";
    const std::string stick = folder_ / "stick.key";
    run({program("verandah-hub"), "init", centre, "--stick", stick, "--quiet-keys"}, folder_ / "init.log");
    open_all_day(folder_ / "centre/centre.toml", address_);
    add_device("kiosk", kiosk_file());
    hub_ = std::make_unique<Process>(
        std::vector<std::string>{program("verandah-hub"), "serve", centre, "--stick", stick}, folder_ / "hub.log");
}

void RunningHub::add_device(std::string_view kind, const std::filesystem::path& file) const
{
    run({program("verandah-hub"), "device", "add", folder_ / "centre", "--kind", std::string{kind}, "--address",
         address_, "--out", file},
        folder_ / "device.log");
}

RunningHub::Offer RunningHub::offer(const std::string& name, const std::string& kind) const
{
    const auto log = folder_ / "offer.log";
    for (const auto until = Clock::now() + 20s; Clock::now() < until; std::this_thread::sleep_for(100ms)) {
        std::filesystem::remove(log);
        Process offering{{program("verandah-hub"), "device", "offer", folder_ / "centre", name, "--kind", kind}, log};
        if (offering.status(20s) == 0) {
            break; // before that, the hub does not serve yet
        }
    }
    const auto said = read_file(log);
    const auto after = [&said](const std::string& title) {
        const auto at = said.find(title) + title.size();
        return said.substr(at, said.find('\n', at) - at);
    };
    return {after("  Code     "), after("  Address  ")};
}

RunningProgram::RunningProgram(std::string_view name, std::vector<std::string> arguments)
{
    const std::string script = folder_ / "script";
    if (mkfifo(script.c_str(), 0600) != 0) {
        throw std::runtime_error{"cannot make " + script};
    }
    script_ = open(script.c_str(), O_RDWR | O_CLOEXEC);
    arguments.insert(arguments.begin(), program(name));
    arguments.insert(arguments.end(), {"--play", script});
    process_ = std::make_unique<Process>(arguments, folder_ / "log");
}

RunningProgram::~RunningProgram()
{
    close(script_);
}

RunningKiosk::RunningKiosk(const RunningHub& hub, std::string_view size)
    : RunningProgram{"verandah-kiosk", {"--device", hub.kiosk_file(), "--size", std::string{size}}}
{
}

RunningKiosk::RunningKiosk(const std::filesystem::path& device, std::string_view size)
    : RunningProgram{"verandah-kiosk", {"--device", device, "--size", std::string{size}}}
{
}

RunningConsole::RunningConsole(const std::filesystem::path& device)
    : RunningProgram{"verandah-clinic", {"--device", device, "--size", "1366x768", "--silent"}}
{
}

void RunningProgram::play(const std::vector<std::string>& commands)
{
    for (const std::string& command : commands) {
        const std::string line = command + "\n";
        if (write(script_, line.data(), line.size()) < 0) {
            throw std::runtime_error{"the script cannot be written"};
        }
        ++answered_;
        std::string log;
        const auto end = Clock::now() + longest_answer;
        do {
            std::this_thread::sleep_for(5ms);
            log = read_file(folder_ / "log");
        } while (count_lines(log, "done: ") < answered_ && count_lines(log, "failed: ") == 0 && Clock::now() < end);
        if (count_lines(log, "done: ") < answered_) {
            throw std::runtime_error{log};
        }
    }
}

bool RunningProgram::remembers(std::string_view bytes) const
{
    return !traces_in_memory(process_->id(), {{"it", std::string{bytes}}}).empty();
}

} // namespace verandah::test
