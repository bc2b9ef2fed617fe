// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/clinic/clinic_console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace verandah::journeys {

namespace {

std::vector<std::string> words_for(const ClinicConsole::Setup& setup)
{
    std::vector<std::string> words{"--device",  setup.device.string(),         "--size", "1366x768", "--silent",
                                   "--save-to", (setup.out / "saved").string()};
    if (!setup.station.empty()) {
        words.insert(words.end(), {"--station", setup.station});
    }
    words.insert(words.end(), {"--play", "-"});
    return words;
}

} // namespace

ClinicConsole::ClinicConsole(Setup setup)
    : setup_{std::move(setup)}, program_{setup_.program, words_for(setup_),
                                         setup_.out / "logs" / (setup_.name + ".log"), test::Program::Output::heard}
{
}

void ClinicConsole::sign_in(const test::Credentials& who, std::string_view begins_with)
{
    wait("Passphrase, or your four words", 30);
    type(who.account);
    key("Enter");
    type(who.passphrase);
    key("Enter");
    type(test::shift_pin);
    key("Enter");
    wait("Choose a passphrase of your own?", 30);
    key("Escape"); // later
    wait(begins_with, 30);
}

void ClinicConsole::press(std::string_view label)
{
    program_.play(fmt::format("press \"{}\"", label));
}

void ClinicConsole::press_all(const std::vector<std::string>& labels)
{
    for (const auto& label : labels) {
        press(label);
    }
}

void ClinicConsole::key(std::string_view key)
{
    program_.play(fmt::format("key {}", key));
}

void ClinicConsole::key_until(std::string_view key, std::string_view words)
{
    for (int attempt = 0; attempt < 20 && !shows(words); ++attempt) {
        this->key(key);
        rest();
    }
    wait(words);
}

void ClinicConsole::type(std::string_view words)
{
    program_.play(fmt::format("type {}", words));
}

void ClinicConsole::scan(std::string_view code)
{
    program_.play(fmt::format("scan {}", code));
}

void ClinicConsole::wait(std::string_view words, int seconds)
{
    program_.play(fmt::format("wait \"{}\" {}", words, seconds));
}

void ClinicConsole::gone(std::string_view words, int seconds)
{
    program_.play(fmt::format("gone \"{}\" {}", words, seconds));
}

bool ClinicConsole::shows(std::string_view words)
{
    const auto shown = program_.play("words");
    return std::ranges::any_of(shown, [words](const std::string& each) { return each.starts_with(words); });
}

void ClinicConsole::rest()
{
    program_.play("pause 0.8");
}

void ClinicConsole::picture(std::string_view screen)
{
    program_.play("pause 0.3"); // whatever moves has come to rest
    program_.play("picture " + (setup_.out / fmt::format("clinic-{:02}-{}-en.png", ++pictures, screen)).string());
}

void ClinicConsole::quit()
{
    program_.play("quit");
    program_.wait(std::chrono::seconds{10});
}

} // namespace verandah::journeys
