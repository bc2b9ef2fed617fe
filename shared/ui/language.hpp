// SPDX-License-Identifier: Apache-2.0
// The words of the house in many languages, by gettext catalogues, changed at run time. Needs no system locale.
#pragma once

#include "shared/ui/text.hpp"

#include <filesystem>
#include <locale>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::ui {

/// A language as people know it. `code` is what centre.toml and folders use.
struct Language {
    std::string_view code;     ///< "en", "hi", "ar".
    std::string_view own_name; ///< "English", "हिन्दी", "العربية": never translated.
    Direction direction = Direction::left_to_right;
};

/// The languages the house knows by name; whether it has words for them is the catalogues' affair.
[[nodiscard]] std::span<const Language> known_languages();
[[nodiscard]] std::optional<Language> find_language(std::string_view code);

/// The folder of the languages' words for the program that runs: `../languages` beside its own folder in a build,
/// `../share/verandah/languages` where it is installed.
[[nodiscard]] std::filesystem::path languages_beside_program();

/// One language's words. Digits stay Latin: a number on the kiosk must match the board.
class Translator {
public:
    /// Reads `folder`/<code>/LC_MESSAGES/verandah.mo. With no such catalogue every text stays as it is in the source
    /// (English).
    Translator(const Language& language, const std::filesystem::path& folder);

    [[nodiscard]] const Language& language() const { return language_; }
    [[nodiscard]] bool has_catalogue() const { return has_catalogue_; }
    [[nodiscard]] std::string translate(std::string_view text) const;
    [[nodiscard]] std::string translate_in(std::string_view context, std::string_view text) const;
    /// The form for `count`; "{}" in it is replaced by the number.
    [[nodiscard]] std::string translate(std::string_view singular, std::string_view plural, long count) const;

private:
    Language language_;
    std::locale locale_; ///< Held: Boost.Locale loads catalogues once for each std::locale.
    bool has_catalogue_ = false;
};

} // namespace verandah::ui
