// SPDX-License-Identifier: Apache-2.0
// Somebody of the clinic at a real console: she touches what is written there, and sees what is on the glass.
#pragma once

#include "tests/support/program.hpp"
#include "tests/support/shift.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::journeys {

class ClinicConsole {
public:
    struct Setup {
        std::string name; ///< "console-1"
        std::filesystem::path program;
        std::filesystem::path device;
        std::string station; ///< "room-1"; empty: none.
        std::filesystem::path out;
    };
    explicit ClinicConsole(Setup setup);

    /// By the console's own screens. `begins_with` is written where she arrives.
    void sign_in(const test::Credentials& who, std::string_view begins_with);

    void press(std::string_view label);
    /// One after another.
    void press_all(const std::vector<std::string>& labels);
    void key(std::string_view key);
    /// Again until these words are there: a console takes no key while what was done before is on its way.
    void key_until(std::string_view key, std::string_view words);
    void type(std::string_view words);
    void scan(std::string_view code);
    void wait(std::string_view words, int seconds = 15);
    void gone(std::string_view words, int seconds = 15);
    /// Whether these words stand there now, or begin some that do.
    [[nodiscard]] bool shows(std::string_view words);
    /// Until the hub has answered: what a record says is no word that a script may wait for (words_shown.cpp).
    void rest();
    /// Numbered in the order in which they are taken.
    void picture(std::string_view screen);
    void quit();

private:
    Setup setup_;
    test::Program program_;
    static inline int pictures{0}; ///< Of all consoles of a story.
};

} // namespace verandah::journeys
