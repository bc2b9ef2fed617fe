// SPDX-License-Identifier: Apache-2.0
// How the questions about accounts are filled in and what they ask for. For flow/*.cpp, and for their words.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <string>

namespace verandah::console {

/// A press on an option of the menu.
[[nodiscard]] std::optional<MenuItem> menu_item(const Console& console, const ChooseOption& option);
/// A press on an option of any other question.
void choose_for_account(AccountSheet& sheet, const ChooseOption& option);
void type_for_account(AccountSheet& sheet, const std::string& words);

/// What stands in the way of confirming; nullopt when the question says enough.
enum class AccountGap { account, account_word, account_taken, role, device, device_word, device_taken, device_kind };
[[nodiscard]] std::optional<AccountGap> account_gap(const Console& console);

/// What the question asks of the hub; nullopt when it asks nothing. Precondition: there is a question, without a gap.
[[nodiscard]] std::optional<RunErrand> account_errand_of(const AccountSheet& sheet);

} // namespace verandah::console
