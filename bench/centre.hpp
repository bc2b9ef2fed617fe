// SPDX-License-Identifier: Apache-2.0
// A centre made for measuring, its devices, and its hub as a real process.
#pragma once

#include "bench/process_figures.hpp"
#include "shared/wire/http/client.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shift.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verandah::bench {

/// Where things are.
struct Places {
    std::filesystem::path programs; ///< verandah-hub and verandah-kiosk.
    std::filesystem::path folder;   ///< On the disk to be measured; emptied by the bench.
};

/// usual: the centre a new hub starts with, always open. vast: with so many rooms for so many people at once that
/// calling can be asked over and over, and nothing but calling has to be.
enum class Size { usual, vast };

class Centre {
public:
    static constexpr int rooms = 190;          ///< Of a vast centre: "hall-1" and so on …
    static constexpr int people_at_once = 100; ///< … each with so many people at once.

    /// Makes the centre with the real `verandah-hub init`. Throws BenchFailure.
    Centre(const Places& places, const std::string& name, Size size);

    [[nodiscard]] std::filesystem::path folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path journal() const { return folder_ / "journal.db"; }
    /// What opens its hub key.
    [[nodiscard]] std::filesystem::path stick() const { return folder_.string() + ".stick"; }
    [[nodiscard]] std::filesystem::path log() const { return log_; }
    [[nodiscard]] std::filesystem::path program(const std::string& name) const { return places_.programs / name; }

    /// Lets a device in with the real `verandah-hub device add`; its file.
    std::filesystem::path let_in(const std::string& kind, const std::string& name, const std::string& address) const;
    /// `count` devices of one kind, who they are to the hub. Made once, whatever the port.
    const std::vector<wire::TlsIdentity>& devices(const std::string& kind, std::size_t count);
    /// How any of the devices made so far knows the hub, serving at `port`.
    [[nodiscard]] wire::HubAddress hub_at(std::uint16_t port) const;

    /// Signs a coordinator in at each of the first `count` consoles of the hub serving at `port`, once a hub. Whoever
    /// is first at a new centre makes the accounts.
    void sign_in_at(std::uint16_t port, std::size_t count);
    void everybody_went() { signed_in_ = 0; } ///< The hub has ended.

private:
    Places places_;
    std::filesystem::path folder_;
    std::filesystem::path log_;
    std::map<std::string, std::vector<wire::TlsIdentity>> devices_;
    wire::HubAddress hub_{};
    std::optional<test::Credentials> staff_;
    std::size_t signed_in_ = 0; ///< Consoles.
};

/// A hub that serves a centre until the object ends.
class RunningHub {
public:
    /// Returns once the hub has answered GET /v1/centre. Borrows the centre.
    explicit RunningHub(Centre& centre);

    [[nodiscard]] wire::HubAddress address() const { return centre_.hub_at(port_); }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::chrono::duration<double> start_time() const { return start_time_; } ///< From exec to the answer.
    /// Returns when it has nothing of its own to do any more: it looks back through its journal once it is started.
    void wait_for_rest() const;
    [[nodiscard]] double resident_megabytes() const { return bench::resident_megabytes(program_.id()); }

private:
    Centre& centre_;
    std::filesystem::path port_file_;
    std::chrono::steady_clock::time_point begun_;
    test::Program program_;
    std::uint16_t port_ = 0;
    std::chrono::duration<double> start_time_{};
};

} // namespace verandah::bench
