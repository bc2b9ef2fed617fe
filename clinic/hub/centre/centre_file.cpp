// SPDX-License-Identifier: Apache-2.0
// From bytes to TOML to a centre, each step refusing what the next one could not bear.
#include "clinic/hub/centre/centre_file.hpp"

#include "clinic/hub/centre/nearest_word.hpp"
#include "clinic/hub/centre/sections.hpp"
#include "clinic/hub/centre/time_zone.hpp"
#include "clinic/hub/centre/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

namespace verandah::hub {
namespace {

constexpr Place whole_file{};

std::string read_time_zone(TableReader& root)
{
    auto zone = root.text("time_zone", {"Asia/Kolkata"});
    if (zone.empty() || is_time_zone(zone)) {
        return zone;
    }
    const auto known = time_zones();
    const auto nearest = nearest_word(zone, known);
    root.refuse(root.place("time_zone"), fmt::format("\"{}\" is no time zone of this machine", zone),
                known.empty() ? "Its list of time zones is missing: install the package tzdata."
                : nearest
                    ? fmt::format("Did you mean \"{}\"?", *nearest)
                    : "Write continent and city, such as \"Asia/Kolkata\"; `timedatectl list-timezones` has them all.");
    return zone;
}

bool is_language(std::string_view code)
{
    const auto small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const auto large = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto country = code.find('_');
    const auto language = code.substr(0, country);
    const bool country_right = country == std::string_view::npos ||
                               (code.size() == country + 3 && std::ranges::all_of(code.substr(country + 1), large));
    return (language.size() == 2 || language.size() == 3) && std::ranges::all_of(language, small) && country_right;
}

std::vector<std::string> read_languages(TableReader& root)
{
    std::vector<std::string> languages;
    OnlyOnce once{"the language"};
    for (const auto& word : root.some_texts("languages", {"en"})) {
        once.take(root, word);
        if (is_language(word.value)) {
            languages.push_back(word.value);
        } else if (!word.value.empty()) {
            root.refuse(word.place, fmt::format("\"{}\" is no language code", word.value),
                        "Write codes such as \"en\", \"hi\", \"ar\" or \"pt_BR\".");
        }
    }
    return languages;
}

CentreFile read_sections(Reading& reading)
{
    auto& root = reading.root;
    CentreFile file;
    file.centre.name = root.text("name", {"Our centre", 80});
    file.centre.time_zone = read_time_zone(root);
    file.centre.day_boundary = std::chrono::hours{root.number("day_boundary", {.least = 0, .most = 23, .usual = 4})};
    file.centre.languages = reading.languages = read_languages(root);
    file.hub = read_hub_settings(reading);
    file.hub.backup = read_backup_settings(reading);
    file.hub.retention = read_retention_settings(reading);
    file.hub.publishing = read_publishing_settings(reading);
    file.keys = read_key_settings(reading);
    file.centre.limits = read_limits(reading);
    file.centre.classes = read_classes(reading);
    file.centre.services = read_services(reading);
    file.centre.stations = read_stations(reading);
    file.centre.opening_hours = read_opening_hours(reading);
    file.centre.roster = read_roster(reading);
    root.refuse_other_keys();
    file.warnings = std::move(reading.warnings);
    return file;
}

} // namespace

std::expected<CentreFile, std::vector<Fault>> read_centre_text(std::string_view text, std::string_view file)
{
    const auto root = parse_toml(text);
    if (!root) {
        return std::unexpected{std::vector{root.error()}};
    }
    std::vector<Fault> faults;
    Reading reading{
        .root{*root, "the file", faults}, .names = given_names(*root), .languages{}, .file = file, .warnings{}};
    auto centre = read_sections(reading);
    if (!faults.empty()) {
        std::ranges::stable_sort(faults, {}, &Fault::place);
        return std::unexpected{std::move(faults)};
    }
    return centre;
}

std::expected<std::string, Fault> centre_file_text(const std::filesystem::path& file)
{
    const auto status = std::filesystem::status(file);
    if (!std::filesystem::exists(status)) {
        return std::unexpected{
            Fault{whole_file, "there is no such file", "Make a centre with: verandah-hub init DIR."}};
    }
    if (!std::filesystem::is_regular_file(status)) {
        return std::unexpected{Fault{whole_file, "this is not a file", "Put a centre.toml in its place."}};
    }
    if (std::filesystem::file_size(file) > largest_centre_file) {
        return std::unexpected{Fault{whole_file, "the file is larger than 1 MB",
                                     "A centre takes a few thousand bytes; is it the right file?"}};
    }
    std::ifstream stream{file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream.good() && !stream.eof()) {
        throw std::system_error{errno, std::generic_category(), "cannot read " + file.string()};
    }
    return text;
}

std::expected<CentreFile, std::vector<Fault>> read_centre(const std::filesystem::path& file)
{
    const auto text = centre_file_text(file);
    if (!text) {
        return std::unexpected{std::vector{text.error()}};
    }
    return read_centre_text(*text, file.string());
}

} // namespace verandah::hub
