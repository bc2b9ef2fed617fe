// SPDX-License-Identifier: Apache-2.0
// A centre made and served by the real verandah-hub, as processes of their own.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/client.hpp"
#include "tests/support/shift.hpp"
#include "tests/support/temporary_folder.hpp"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace verandah::test {

/// What a program that ended said.
struct Ended {
    int status; ///< 128 and the signal's number when one ended it.
    std::string said;
};

/// A running process; killed when it is let go of.
class Process {
public:
    Process(const std::vector<std::string>& words, std::filesystem::path log);
    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    ~Process();

    void send(int signal) const;
    [[nodiscard]] pid_t id() const { return process_; }
    [[nodiscard]] bool is_running();
    [[nodiscard]] Ended wait(); ///< Throws std::runtime_error after 20 seconds.

private:
    pid_t process_{-1}; ///< -1 once waited for, or moved from.
    int status_{0};
    std::filesystem::path log_;
};

class ServedCentre {
public:
    ServedCentre(); ///< Made by `verandah-hub init`, always open; not served yet.

    [[nodiscard]] Ended command(std::vector<std::string> words) const; ///< The folder follows the first word.
    /// Where serve() listens instead of 127.0.0.1: an address of another network namespace. Before the first serve().
    void be_at(const std::string& host)
    {
        host_ = host;
        address_ = host + ":0";
    }
    /// Starts the hub and waits until it serves, always on the same port. Throws std::runtime_error when it does not.
    void serve();
    void serve_locked(); ///< The same with nothing to open its key.
    [[nodiscard]] Ended try_to_serve() const
    {
        return command({"serve", "--listen", "127.0.0.1:0", "--stick", stick()});
    }
    [[nodiscard]] Process& hub() { return *hub_; }
    void cut_off();            ///< kill -9
    [[nodiscard]] Ended end(); ///< SIGTERM

    [[nodiscard]] wire::DeviceBundle let_in(const std::string& kind, const std::string& name) const;
    /// Signs a coordinator in at that console of the running hub, which forgets it when it ends. The first time makes
    /// her account, too.
    void sign_in(const wire::DeviceBundle& console, std::optional<domain::Instant> now = std::nullopt);
    [[nodiscard]] const Credentials& staff() const { return *staff_; } ///< Once somebody was signed in.
    [[nodiscard]] const std::string& words_of_staff() const { return staff_->passphrase; }
    /// The file of a device that was let in.
    [[nodiscard]] std::filesystem::path file_of(const std::string& name) const { return around_ / (name + ".toml"); }
    [[nodiscard]] const hub::FolderPaths& paths() const { return paths_; }
    [[nodiscard]] std::string stick() const { return around_ / "stick.key"; } ///< What opens its hub key.
    /// New words or a new recovery code ("paper") for this centre, as they are shown.
    [[nodiscard]] std::string new_way_in(const std::string& kind) const;
    [[nodiscard]] std::string log() const
    {
        return read_file(around_ / "hub.log");
    } ///< What the hub has said since serve().
    [[nodiscard]] std::filesystem::path checkpoint() const { return paths_.root / "ledger.check"; }

private:
    void serve_with(const std::vector<std::string>& key);

    TemporaryFolder around_;
    hub::FolderPaths paths_{around_ / "centre"};
    std::string host_{"127.0.0.1"};
    std::string address_{"127.0.0.1:0"};
    std::optional<Credentials> staff_;
    std::optional<Process> hub_;
};

[[nodiscard]] std::string fresh_key();

} // namespace verandah::test
