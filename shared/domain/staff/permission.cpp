// SPDX-License-Identifier: Apache-2.0
// The table's words, and that it is whole.
#include "shared/domain/staff/permission.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

consteval bool is_whole()
{
    std::size_t place = 0;
    for (const auto& row : permission_table) {
        if (static_cast<std::size_t>(row.right) != place++ || row.answer.size() != kinds_of_who * 2 - 1) {
            return false;
        }
        for (std::size_t at = 0; at < row.answer.size(); ++at) {
            const char letter = row.answer[at];
            if (at % 2 == 0 ? letter != 'x' && letter != '.' : letter != ' ') {
                return false;
            }
        }
    }
    return place == static_cast<std::size_t>(Right::tracing_tell) + 1;
}
static_assert(is_whole(), "every right has one row, in its order, with one letter for each column");
static_assert(who_in(Role::committee_member) == Who::committee_member, "roles stand in the table's order");

} // namespace

std::string_view word(Right right)
{
    return permission_table.at(static_cast<std::size_t>(right)).word;
}

std::optional<Right> right_from(std::string_view text)
{
    const auto* const row = std::ranges::find(permission_table, text, &Permission::word);
    return row == permission_table.end() ? std::nullopt : std::optional{row->right};
}

} // namespace verandah::domain
