// SPDX-License-Identifier: Apache-2.0
// Made as a person makes them: by wishes, and by what the hub answers.
#include "counterfoil_states.hpp"

#include "happens.hpp"

namespace verandah::test {

using console::AskCounterfoil;
using console::AskWork;
using console::Console;
using console::TypeWords;
using console::WorkHappening;
using domain::Role;

namespace {

Console after(Console console, const std::string& typed)
{
    wishes(console, TypeWords{typed});
    return console;
}

Console answered(Console console, const WorkHappening& answer)
{
    happens(console, answer);
    return console;
}

Console entered(Console console)
{
    wishes(console, console::Confirm{});
    return console;
}

/// The hub is away, and there is one more than waits for it.
Console full()
{
    auto console = console_with_slip_sheet(Role::reception);
    happens(console, console::LinkWent{console::Link::reconnecting});
    for (std::size_t number = 0; number <= console::CounterfoilSheet::most_to_send; ++number) {
        wishes(console, TypeWords{sample_slip(static_cast<int>(number)).text()});
    }
    return console;
}

Console in_the_store(Role role)
{
    auto console = console_with(busy_line(), signed_in(role));
    wishes(console, console::ShowPage{console::Page::stock});
    wishes(console, AskCounterfoil{});
    return console;
}

} // namespace

domain::CounterfoilCode sample_slip(int number)
{
    domain::CounterfoilCode::Token token{};
    token.fill(static_cast<std::byte>(number));
    return domain::CounterfoilCode{token};
}

Console console_with_slip_sheet(Role role)
{
    auto console = console_with(busy_line(), signed_in(role));
    wishes(console, AskCounterfoil{});
    return console;
}

std::vector<std::pair<std::string, Console>> every_counterfoil_state()
{
    const auto empty = console_with_slip_sheet(Role::reception);
    const auto whole = after(empty, sample_slip().text());
    return {{"desk", console_with(busy_line(), signed_in(Role::reception))},
            {"outreach", console_with(busy_line(), signed_in(Role::outreach_worker))},
            {"empty", empty},
            {"begun", after(empty, "9ABCD-EFGHI-JK")},
            {"half", entered(after(empty, "9ABCD-EFGHI-JK"))},
            {"hidden", after(empty, "ABCDEFGH")},
            {"under-way", whole},
            {"taken", answered(whole, console::WorkAnswered{AskWork::What::counterfoil, 0, files::SecretText{"{}"}})},
            {"away", answered(whole, console::WorkLost{AskWork::What::counterfoil, 0})},
            {"full", full()},
            {"refused",
             answered(whole, console::WorkRefused{AskWork::What::counterfoil, 0, domain::Refusal::Why::not_allowed})},
            {"store", in_the_store(Role::outreach_worker)}};
}

} // namespace verandah::test
