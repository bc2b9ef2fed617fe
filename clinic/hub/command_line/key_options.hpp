// SPDX-License-Identifier: Apache-2.0
// The part of the command line that has to do with keys. For main.cpp only.
#pragma once

#include "clinic/hub/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>

namespace verandah::hub {

/// What the command line said about keys. Lives as long as the CLI::App that fills it.
struct KeyArguments {
    std::filesystem::path folder;
    std::filesystem::path stick;
    std::filesystem::path words_file;
    std::filesystem::path file;
    int id{0};
    bool quiet{false};

    [[nodiscard]] KeyOptions opening() const;
    [[nodiscard]] NewKeyOptions making() const;
};

/// Offers --stick and --words-file, to open the hub key with.
void offer_opening(CLI::App& command, KeyArguments& arguments);
void offer_opening(CLI::App& command, KeyOptions& options);
/// Offers --stick and --quiet-keys, for a key that is sealed for the first time.
void offer_making(CLI::App& command, KeyArguments& arguments);

/// Offers `key` and everything below it; what was chosen is put into `chosen`.
void offer_key(CLI::App& app, KeyArguments& arguments, std::function<int()>& chosen);

} // namespace verandah::hub
