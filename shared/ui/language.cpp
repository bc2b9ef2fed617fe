// SPDX-License-Identifier: Apache-2.0
// Boost.Locale's "std" backend, messages only: it reads the catalogues itself and asks the system for no locale.
#include "shared/ui/language.hpp"

#include <boost/locale.hpp>

#include <algorithm>
#include <array>

namespace verandah::ui {
namespace {

constexpr std::string_view catalogue_name = "verandah";

// Own names are never translated: a reader finds her language by them.
constexpr std::array languages{
    Language{"en", "English"},
    Language{"hi", "हिन्दी"},
    Language{"ar", "العربية", Direction::right_to_left},
    Language{"bn", "বাংলা"},
    Language{"es", "Español"},
    Language{"fr", "Français"},
    Language{"mr", "मराठी"},
    Language{"pt", "Português"},
    Language{"sw", "Kiswahili"},
    Language{"ta", "தமிழ்"},
    Language{"te", "తెలుగు"},
    Language{"th", "ไทย"},
    Language{"tr", "Türkçe"},
    Language{"ur", "اردو", Direction::right_to_left},
};

std::filesystem::path catalogue(const Language& language, const std::filesystem::path& folder)
{
    return folder / language.code / "LC_MESSAGES" / (std::string{catalogue_name} + ".mo");
}

std::locale make_locale(const Language& language, const std::filesystem::path& folder)
{
    auto backends = boost::locale::localization_backend_manager::global();
    backends.select("std");
    boost::locale::generator generator{backends};
    generator.categories(boost::locale::category_t::message);
    generator.characters(boost::locale::char_facet_t::char_f);
    generator.add_messages_path(folder.string());
    generator.add_messages_domain(std::string{catalogue_name});
    return generator(std::string{language.code} + ".UTF-8");
}

std::string with_number(std::string text, long number)
{
    if (const auto place = text.find("{}"); place != std::string::npos) {
        text.replace(place, 2, std::to_string(number));
    }
    return text;
}

} // namespace

std::span<const Language> known_languages()
{
    return languages;
}

std::optional<Language> find_language(std::string_view code)
{
    const auto found = std::ranges::find(languages, code, &Language::code);
    return found == languages.end() ? std::nullopt : std::optional{*found};
}

std::filesystem::path languages_beside_program()
{
    std::error_code fault;
    const auto beside = std::filesystem::read_symlink("/proc/self/exe", fault).parent_path().parent_path();
    const auto built = beside / "languages";
    return std::filesystem::exists(built, fault) ? built : beside / "share/verandah/languages";
}

Translator::Translator(const Language& language, const std::filesystem::path& folder)
    : language_{language}, locale_{make_locale(language, folder)},
      has_catalogue_{std::filesystem::exists(catalogue(language, folder))}
{
}

std::string Translator::translate(std::string_view text) const
{
    return boost::locale::gettext(std::string{text}.c_str(), locale_);
}

std::string Translator::translate_in(std::string_view context, std::string_view text) const
{
    return boost::locale::pgettext(std::string{context}.c_str(), std::string{text}.c_str(), locale_);
}

std::string Translator::translate(std::string_view singular, std::string_view plural, long count) const
{
    const int number = static_cast<int>(std::clamp(count, 0L, 1'000'000L));
    return with_number(
        boost::locale::ngettext(std::string{singular}.c_str(), std::string{plural}.c_str(), number, locale_), count);
}

} // namespace verandah::ui
