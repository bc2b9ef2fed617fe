// SPDX-License-Identifier: Apache-2.0
// A centre for one morning: a folder of its own, a real hub on a free port, and the devices it lets in.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shift.hpp"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace verandah::journeys {

class House {
public:
    struct Places {
        std::filesystem::path programs; ///< Where verandah-hub is.
        std::filesystem::path folder;   ///< Where the centre is made; exists and is empty.
        std::filesystem::path logs;
    };
    /// Makes the centre (the usual one, but always open) and starts its hub. Throws StoryBroke.
    explicit House(Places places);

    /// How somebody comes to be signed in at a console: by the requests that a console makes, beside whatever runs
    /// there; or later, by the keys of the console that runs there.
    enum class Shift { by_request, by_its_keys };
    /// Offers enrolment while the hub runs, and lets the device's own program enrol. Returns the device's file.
    std::filesystem::path let_in(const std::string& kind, const std::string& name, Shift shift = Shift::by_request);
    /// The coordinator's account, once somebody is signed in anywhere.
    [[nodiscard]] const test::Credentials& staff() const { return *staff_; }

    void cut_off() { hub_->cut_off(); }
    /// Starts the hub again, where it was; and the shifts that were begun by request.
    void start_again();
    /// Ends the hub politely; its exit status.
    int close() { return hub_->end(); }
    /// The exit status of another command of verandah-hub on this centre, such as "rebuild".
    int command(const std::string& name);

private:
    [[nodiscard]] std::filesystem::path stick() const { return places_.folder / "stick.key"; }
    void start(const std::string& listen);
    struct Offer {
        std::string code;
        std::string address;
    };
    [[nodiscard]] Offer make_offer(const std::string& kind, const std::string& name) const;
    /// Signs a coordinator in at that console by request.
    void begin_shift(const std::filesystem::path& console);
    /// Touches every console now and then, so that none waits for its PIN while nobody happens to press a key there.
    void keep_shifts(const std::stop_token& stop);

    Places places_;
    std::filesystem::path centre_;
    std::string port_;
    std::optional<test::Program> hub_;
    std::mutex mutex_;
    std::optional<test::Credentials> staff_;      ///< Guarded by `mutex_`, as what follows.
    std::vector<std::filesystem::path> consoles_; ///< At which somebody is signed in.
    std::jthread keeper_;                         ///< Last: it uses the others.
};

[[nodiscard]] wire::DeviceBundle bundle_in(const std::filesystem::path& file);

} // namespace verandah::journeys
