// SPDX-License-Identifier: Apache-2.0
// Staff in a room, at a real console: every move is one key, and the live feed tells whether it has happened.
#pragma once

#include "tests/journeys/onlooker.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shift.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace verandah::journeys {

class Room {
public:
    struct Setup {
        std::string name; ///< "console-1"; pictures begin with it.
        std::filesystem::path program;
        std::filesystem::path device;
        std::string station;               ///< "room-1"
        std::vector<std::string> services; ///< What it gives, by code.
        std::filesystem::path out;
        test::Credentials staff; ///< Who signs in there.
    };
    /// Somebody signs in at the console, by its own screens. `onlooker` is borrowed for the room's whole life.
    Room(Setup setup, const Onlooker& onlooker);

    /// The ticket now called here; nullopt when nobody was, or the hub is away just now.
    std::optional<domain::Ticket> call_next();
    void start(int number);
    void done(int number);
    void away(int number);
    void undo(int number); ///< Takes a call back.
    void send_on(int number);

    /// No key is pressed here until the lock is let go of: for a hub that is cut off, which forgets who is signed in.
    [[nodiscard]] std::unique_lock<std::mutex> rest() { return std::unique_lock{hands_}; }
    /// By the keys of the console. Somebody who rests here, or nobody else, may call it.
    void sign_in();

    /// How many wait for what this room gives.
    [[nodiscard]] std::size_t people_waiting() const;
    void picture(const std::string& screen);
    [[nodiscard]] test::Program& program() { return program_; }

private:
    using Holds = std::function<bool(const domain::Ticket&)>;
    void press(const std::string& key, int number, const std::string& what, const Holds& afterwards);
    [[nodiscard]] bool is_here(const domain::Ticket& ticket) const;

    Setup setup_;
    std::mutex hands_; ///< On the keys.
    const Onlooker& onlooker_;
    test::Program program_;
};

} // namespace verandah::journeys
