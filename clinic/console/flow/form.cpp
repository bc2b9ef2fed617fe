// SPDX-License-Identifier: Apache-2.0
// What each form needs, in the order in which it is asked.
#include "clinic/console/flow/form.hpp"

#include "shared/domain/code.hpp"
#include "shared/domain/staff/secret_rule.hpp"
#include "shared/files/secret_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::console {

namespace {

constexpr std::size_t strong_characters = 20;
constexpr std::size_t very_strong_characters = 28;

/// Characters of UTF-8: every byte but those that only continue one.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::optional<FormGap> account_gap(const std::string& account)
{
    if (account.empty()) {
        return FormGap::account;
    }
    return domain::AccountCode::make(account) ? std::nullopt : std::optional{FormGap::account_word};
}

std::optional<FormGap> new_passphrase_gap(const Form& form)
{
    const auto typed = form.new_passphrase.view();
    if (typed.empty()) {
        return FormGap::passphrase;
    }
    if (!domain::check_passphrase(typed)) {
        return characters_missing(typed) > 0               ? FormGap::too_short
               : typed.size() > domain::longest_passphrase ? FormGap::too_long
                                                           : FormGap::too_alike;
    }
    if (form.kind == Form::Kind::own_passphrase && typed == form.passphrase.view()) {
        return FormGap::same_as_before;
    }
    if (form.repeated.empty()) {
        return FormGap::repeat;
    }
    return form.repeated == form.new_passphrase ? std::nullopt : std::optional{FormGap::repeated_differently};
}

std::optional<FormGap> pin_gap(const Form& form)
{
    if (form.pin.view().size() < domain::pin_digits) {
        return FormGap::pin;
    }
    // The one that unlocks was taken when she signed in; the hub alone says whether this is it.
    const bool is_new = form.kind != Form::Kind::pin;
    return is_new && !domain::check_pin(form.pin.view()) ? std::optional{FormGap::pin_often_chosen} : std::nullopt;
}

std::optional<FormGap> unless_empty(const files::SecretText& secret, FormGap gap)
{
    return secret.empty() ? std::optional{gap} : std::nullopt;
}

std::optional<FormGap> first_of(std::initializer_list<std::optional<FormGap>> gaps)
{
    const auto* const found = std::ranges::find_if(gaps, [](const auto& each) { return each.has_value(); });
    return found == gaps.end() ? std::nullopt : *found;
}

} // namespace

std::optional<FormGap> gap(const Form& form)
{
    switch (form.kind) {
    case Form::Kind::first_account:
        return first_of({account_gap(form.account), new_passphrase_gap(form), pin_gap(form)});
    case Form::Kind::sign_in:
        return first_of({account_gap(form.account), unless_empty(form.passphrase, FormGap::passphrase), pin_gap(form)});
    case Form::Kind::pin: return pin_gap(form);
    case Form::Kind::own_passphrase:
        return first_of({unless_empty(form.passphrase, FormGap::passphrase), new_passphrase_gap(form)});
    case Form::Kind::unlock_hub: return unless_empty(form.words, FormGap::words);
    }
    std::unreachable();
}

Strength strength_of(std::string_view passphrase)
{
    if (passphrase.empty()) {
        return Strength::nothing;
    }
    if (characters_missing(passphrase) > 0) {
        return Strength::too_short;
    }
    if (!domain::check_passphrase(passphrase)) {
        return Strength::too_alike;
    }
    const auto count = characters(passphrase);
    return count >= very_strong_characters ? Strength::very_strong
           : count >= strong_characters    ? Strength::strong
                                           : Strength::good;
}

std::size_t characters_missing(std::string_view passphrase)
{
    return domain::shortest_passphrase - std::min(domain::shortest_passphrase, characters(passphrase));
}

void type(Form& form, Entry entry, const files::SecretText& typed)
{
    switch (entry) {
    case Entry::account:
        form.account = typed.view();
        std::erase(form.account, ' ');
        std::ranges::transform(form.account, form.account.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        break;
    case Entry::passphrase: form.passphrase = typed; break;
    case Entry::new_passphrase: form.new_passphrase = typed; break;
    case Entry::repeated: form.repeated = typed; break;
    case Entry::pin: {
        auto digits = digits_in(typed.view());
        if (digits.size() > domain::pin_digits) {
            std::fill(digits.begin() + domain::pin_digits, digits.end(), '\0');
            digits.resize(domain::pin_digits);
        }
        form.pin = files::SecretText{std::move(digits)};
        break;
    }
    case Entry::words: form.words = typed; break;
    }
}

std::string digits_in(std::string_view text)
{
    // UTF-8 of the zeros: U+0660, U+06F0, U+0966. None of their digits crosses into another lead byte.
    constexpr std::array<std::string_view, 3> zeros{"\u0660", "\u06F0", "\u0966"};
    std::string digits;
    digits.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] >= '0' && text[at] <= '9') {
            digits += text[at];
        }
        for (const auto zero : zeros) {
            const auto lead = zero.substr(0, zero.size() - 1);
            if (!text.substr(at).starts_with(lead) || at + lead.size() >= text.size()) {
                continue;
            }
            const int value =
                static_cast<unsigned char>(text[at + lead.size()]) - static_cast<unsigned char>(zero.back());
            if (value >= 0 && value <= 9) {
                digits += static_cast<char>('0' + value);
            }
        }
    }
    return digits;
}

} // namespace verandah::console
