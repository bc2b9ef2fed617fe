// SPDX-License-Identifier: Apache-2.0
// Roles are counted as domain::every_role has them.
#include "clinic/console/flow/account_steps.hpp"

#include "clinic/console/flow/door.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

std::string account_word(std::string typed)
{
    std::erase(typed, ' ');
    std::ranges::transform(typed, typed.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return typed;
}

std::optional<AccountGap> word_gap(const std::string& typed)
{
    if (typed.empty()) {
        return AccountGap::account;
    }
    return domain::AccountCode::make(typed) ? std::nullopt : std::optional{AccountGap::account_word};
}

struct GapIn {
    const Console& console;

    [[nodiscard]] bool is_taken(const std::string& typed) const
    {
        const auto& staff = console.session.staff;
        return staff &&
               std::ranges::any_of(staff->accounts, [&](const auto& each) { return each.account.view() == typed; });
    }
    std::optional<AccountGap> operator()(const AddAccountSheet& sheet) const
    {
        if (const auto gap = word_gap(sheet.typed)) {
            return gap;
        }
        if (is_taken(sheet.typed)) {
            return AccountGap::account_taken;
        }
        return sheet.role ? std::nullopt : std::optional{AccountGap::role};
    }
    std::optional<AccountGap> operator()(const RoleSheet& sheet) const
    {
        return sheet.role ? std::nullopt : std::optional{AccountGap::role};
    }
    std::optional<AccountGap> operator()(const OpenRecordsSheet& sheet) const { return word_gap(sheet.typed); }
    [[nodiscard]] std::optional<AccountGap> name_gap(const std::string& typed) const
    {
        if (typed.empty()) {
            return AccountGap::device;
        }
        const auto name = wire::DeviceName::make(typed);
        if (!name) {
            return AccountGap::device_word;
        }
        const auto& devices = console.session.devices;
        const bool taken = devices && std::ranges::find(devices->devices, *name, &wire::DevicesView::Listed::name) !=
                                          devices->devices.end();
        return taken ? std::optional{AccountGap::device_taken} : std::nullopt;
    }
    std::optional<AccountGap> operator()(const AddDeviceSheet& sheet) const
    {
        if (!sheet.kind) {
            return AccountGap::device_kind;
        }
        return name_gap(sheet.typed);
    }
    std::optional<AccountGap> operator()(const RenameDeviceSheet& sheet) const { return name_gap(sheet.typed); }
    std::optional<AccountGap> operator()(const RevokeDeviceSheet&) const { return std::nullopt; }
    std::optional<AccountGap> operator()(const MenuSheet&) const { return AccountGap::role; }
    std::optional<AccountGap> operator()(const OwnPassphraseOffer&) const { return std::nullopt; }
    std::optional<AccountGap> operator()(const RevokeSheet&) const { return std::nullopt; }
    std::optional<AccountGap> operator()(const NewWordsSheet&) const { return std::nullopt; }
};

struct ErrandOf {
    std::optional<RunErrand> operator()(const AddAccountSheet& sheet) const
    {
        return add_account_errand(*domain::AccountCode::make(sheet.typed), *sheet.role);
    }
    std::optional<RunErrand> operator()(const RoleSheet& sheet) const
    {
        return change_role_errand(sheet.account, *sheet.role);
    }
    std::optional<RunErrand> operator()(const RevokeSheet& sheet) const
    {
        return account_errand(Errand::revoke, sheet.account);
    }
    std::optional<RunErrand> operator()(const NewWordsSheet& sheet) const
    {
        return account_errand(Errand::new_words, sheet.account);
    }
    std::optional<RunErrand> operator()(const OpenRecordsSheet& sheet) const
    {
        return account_errand(Errand::open_records, *domain::AccountCode::make(sheet.typed));
    }
    std::optional<RunErrand> operator()(const AddDeviceSheet& sheet) const
    {
        return offer_errand(*wire::DeviceName::make(sheet.typed), *sheet.kind);
    }
    std::optional<RunErrand> operator()(const RenameDeviceSheet& sheet) const
    {
        return rename_errand(sheet.device, *wire::DeviceName::make(sheet.typed));
    }
    std::optional<RunErrand> operator()(const RevokeDeviceSheet& sheet) const
    {
        return revoke_device_errand(sheet.device);
    }
    std::optional<RunErrand> operator()(const MenuSheet&) const { return std::nullopt; }
    std::optional<RunErrand> operator()(const OwnPassphraseOffer&) const { return std::nullopt; }
};

} // namespace

std::optional<MenuItem> menu_item(const Console& console, const ChooseOption& option)
{
    const auto items = menu(console);
    return option.group == 0 && option.option < items.size() ? std::optional{items[option.option]} : std::nullopt;
}

void choose_for_account(AccountSheet& sheet, const ChooseOption& option)
{
    if (auto* device = std::get_if<AddDeviceSheet>(&sheet)) {
        if (option.group == 0 && option.option < every_device_kind.size()) {
            device->kind = every_device_kind.at(option.option);
        }
        return;
    }
    if (option.group != 0 || option.option >= domain::every_role.size()) {
        return;
    }
    const auto role = domain::every_role.at(option.option);
    std::visit(
        [&](auto& each) {
            if constexpr (requires { each.role; }) {
                each.role = role;
            }
        },
        sheet);
}

void type_for_account(AccountSheet& sheet, const std::string& words)
{
    std::visit(
        [&](auto& each) {
            if constexpr (requires { each.typed; }) {
                each.typed = account_word(words);
            }
        },
        sheet);
}

std::optional<AccountGap> account_gap(const Console& console)
{
    return console.session.question ? std::visit(GapIn{console}, *console.session.question) : std::nullopt;
}

std::optional<RunErrand> account_errand_of(const AccountSheet& sheet)
{
    return std::visit(ErrandOf{}, sheet);
}

} // namespace verandah::console
