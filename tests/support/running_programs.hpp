// SPDX-License-Identifier: Apache-2.0
// The real programs, for tests of what no part alone can prove: a hub with its centre, and a kiosk or a console off
// screen that is pressed by script.
#pragma once

#include "tests/support/temporary_folder.hpp"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::test {

/// A program that runs until the object goes.
class Process {
public:
    /// Standard output and error go to `log`.
    Process(const std::vector<std::string>& command, const std::filesystem::path& log);
    ~Process(); ///< SIGTERM, then SIGKILL.
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] pid_t id() const { return id_; }
    /// The exit status, once it has ended by itself; -1 when it has not within `patience`.
    [[nodiscard]] int status(std::chrono::seconds patience);

private:
    pid_t id_;
    bool ended_ = false;
};

/// A centre that is always open, on a free port of this machine, with one kiosk let in. Passphrases cost little there.
class RunningHub {
public:
    RunningHub();
    [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path kiosk_file() const { return folder_ / "kiosk-1.toml"; }
    void add_device(std::string_view kind, const std::filesystem::path& file) const;
    /// An offer to enrol, made beside the running hub.
    struct Offer {
        std::string code;
        std::string address;
    };
    [[nodiscard]] Offer offer(const std::string& name, const std::string& kind) const;

private:
    TemporaryFolder folder_;
    std::string address_;
    std::unique_ptr<Process> hub_;
};

/// A program with a window, off screen, that plays what it is told.
class RunningProgram {
public:
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// Plays the commands of shared/ui/player.hpp and waits until each is done. Throws std::runtime_error with the
    /// program's own words when one fails.
    void play(const std::vector<std::string>& commands);
    /// Whether the process holds `bytes` anywhere in its memory, heap, stacks and graphics included.
    [[nodiscard]] bool remembers(std::string_view bytes) const;
    [[nodiscard]] std::filesystem::path file(std::string_view name) const { return folder_ / name; }

protected:
    RunningProgram(std::string_view name, std::vector<std::string> arguments);

private:
    TemporaryFolder folder_;
    int script_ = -1;
    std::size_t answered_ = 0;
    std::unique_ptr<Process> process_;
};

class RunningKiosk : public RunningProgram {
public:
    RunningKiosk(const RunningHub& hub, std::string_view size);
    RunningKiosk(const std::filesystem::path& device, std::string_view size); ///< Which need not be there yet.
};
class RunningConsole : public RunningProgram {
public:
    explicit RunningConsole(const std::filesystem::path& device);
};

} // namespace verandah::test
