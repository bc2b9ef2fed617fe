// SPDX-License-Identifier: Apache-2.0
// A first day at the real hub, by the screens of the real console alone.
#include "tests/support/running_programs.hpp"

#include <gtest/gtest.h>

#include <string>

namespace verandah::console {
namespace {

const std::string passphrase = "quagga lantern riverbed";

void fill_in_the_first_account(test::RunningConsole& console)
{
    console.play({R"(wait "Welcome to a new house" 30)", "type lead-1", "key Enter", "type " + passphrase, "key Enter",
                  "type " + passphrase, "key Enter", "type 482915"});
}

TEST(FirstDay, LetsAnAdministratorInAndHerColleagueAfterHer)
{
    const test::RunningHub hub;
    hub.add_device("console", hub.folder() / "console-1.toml");
    test::RunningConsole console{hub.folder() / "console-1.toml"};
    fill_in_the_first_account(console);
    console.play({R"(press "Make the account")", R"(wait "lead-1" 20)", "key 2", R"(wait "No account chosen")", "key N",
                  R"(press "Coordinator")", R"(press "Account, such as desk-2")", "type desk-1", "key Enter",
                  R"(wait "I have written them down")", "key Enter", R"(wait "desk-1")"});
    console.play({"key Ctrl L", R"(wait "Locked")", "type 111112", R"(wait "That was not it. 4 tries are left.")",
                  "type 482915", R"(wait "Accounts")", "key W", R"(press "Sign out")",
                  R"(wait "Passphrase, or your four words")"});
}

} // namespace
} // namespace verandah::console
