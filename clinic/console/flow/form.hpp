// SPDX-License-Identifier: Apache-2.0
// What is typed to come in, and about one's own secrets. Everything secret in a form is overwritten when it is let go.
#pragma once

#include "shared/files/secret_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace verandah::console {

/// A line of a form.
enum class Entry { account, passphrase, new_passphrase, repeated, pin, words };

struct Form {
    enum class Kind {
        first_account,  ///< The house's first administrator: account, new passphrase twice, PIN.
        sign_in,        ///< Account, passphrase, a PIN for this shift.
        pin,            ///< The PIN of whoever is signed in here.
        own_passphrase, ///< The old one, the new one twice.
        unlock_hub,     ///< Words of the hub, or its recovery code.
    };
    Kind kind;
    std::string account{};
    files::SecretText passphrase{};
    files::SecretText new_passphrase{};
    files::SecretText repeated{};
    files::SecretText pin{};
    files::SecretText words{};
    enum class Typed { as_dots, readable };
    Typed typed{Typed::as_dots};
};

/// What a form still needs before it can be sent.
enum class FormGap {
    account,        ///< Nothing typed.
    account_word,   ///< Not a word an account can have.
    passphrase,     ///< Nothing typed.
    too_short,      ///< Fewer than 15 characters.
    too_long,       ///< More than 256 bytes.
    too_alike,      ///< Fewer than 6 different ones.
    same_as_before, ///< The new one is the old one.
    repeat,         ///< The second time is missing.
    repeated_differently,
    pin, ///< Fewer than six digits.
    pin_often_chosen,
    words,
};
[[nodiscard]] std::optional<FormGap> gap(const Form& form);

/// How good a new passphrase is, for a word beside it.
enum class Strength { nothing, too_short, too_alike, good, strong, very_strong };
[[nodiscard]] Strength strength_of(std::string_view passphrase);
/// How many characters a passphrase still lacks.
[[nodiscard]] std::size_t characters_missing(std::string_view passphrase);

/// Puts what was typed into its place: account words in small letters, PINs as up to six digits.
void type(Form& form, Entry entry, const files::SecretText& typed);

/// The digits in `text`, those of Arabic and Devanagari keyboards as 0 to 9.
[[nodiscard]] std::string digits_in(std::string_view text);

} // namespace verandah::console
