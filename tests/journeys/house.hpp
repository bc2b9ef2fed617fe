// SPDX-License-Identifier: Apache-2.0
// A centre for one morning: a folder of its own, a real hub on a free port, and the devices it lets in.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "tests/journeys/program.hpp"

#include <filesystem>
#include <optional>
#include <string>

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

    /// Lets a device in while the hub runs. Returns its file.
    std::filesystem::path let_in(const std::string& kind, const std::string& name);

    void cut_off() { hub_->cut_off(); }
    /// Starts the hub again, where it was.
    void start_again();
    /// Ends the hub politely; its exit status.
    int close() { return hub_->end(); }
    /// The exit status of another command of verandah-hub on this centre, such as "rebuild".
    int command(const std::string& name);

private:
    [[nodiscard]] std::filesystem::path stick() const { return places_.folder / "stick.key"; }
    void start(const std::string& listen);

    Places places_;
    std::filesystem::path centre_;
    std::string port_;
    std::optional<Program> hub_;
};

[[nodiscard]] wire::DeviceBundle bundle_in(const std::filesystem::path& file);

} // namespace verandah::journeys
