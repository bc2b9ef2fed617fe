// SPDX-License-Identifier: Apache-2.0
// The kiosk's command line.
#include "kiosk/app/options.hpp"

#include "shared/ui/language.hpp"

#include <CLI/CLI.hpp>

#include <charconv>

namespace verandah::kiosk {
namespace {

constexpr const char* examples = R"(
Examples:
  verandah-kiosk --device kiosk-1.toml
      Full screen, as a visitor uses it. `verandah-kiosk enrol` makes the device file.
  verandah-kiosk --device kiosk-1.toml --glass 344x194
      Tells the true size of the screen in millimetres: touch targets and letters are cut to it.
  verandah-kiosk --device kiosk-1.toml --size 1280x800
      In a window of that size.
  SDL_VIDEODRIVER=offscreen verandah-kiosk --device kiosk-1.toml --size 1280x800 --play script.txt
      Without any display, pressed by a script: press "I have no card", wait "Your number", picture out/x.png, quit.

Every option may stand in a TOML file given with --config, under its own name.)";

std::optional<ui::Size> size_in(const std::string& text)
{
    float width = 0;
    float height = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') {
        return std::nullopt;
    }
    const auto second = std::from_chars(first.ptr + 1, end, height);
    const bool sensible = width >= 100 && height >= 100 && width <= 16'384 && height <= 16'384;
    return second.ec == std::errc{} && second.ptr == end && sensible ? std::optional{ui::Size{width, height}}
                                                                     : std::nullopt;
}

const CLI::Validator two_lengths{[](const std::string& text) {
                                     return size_in(text) ? std::string{}
                                                          : "must be width and height, such as 1280x800";
                                 },
                                 "WIDTHxHEIGHT"};

} // namespace

std::expected<Options, int> read_options(int count, char** arguments)
{
    Options options{.device = {}, .languages = ui::languages_beside_program()};
    std::string size;
    std::string glass;
    CLI::App app{"Verandah's kiosk: visitors check in without a name."};
    app.footer(examples);
    app.set_version_flag("--version", "verandah-kiosk " VERANDAH_VERSION);
    app.set_config("--config", "", "A TOML file with any of these options");
    app.add_option("--device", options.device, "The device file that `verandah-kiosk enrol` made")
        ->required()
        ->type_name("FILE");
    app.add_option("--size", size, "Run in a window of so many pixels instead of full screen")->check(two_lengths);
    app.add_option("--glass", glass, "The visible screen in millimetres (336x597 standing, 518x324 lying)")
        ->check(two_lengths);
    bool window = false; // CLI11 writes flags into bools
    bool stats = false;
    app.add_flag("--window", window, "Run in a window instead of full screen");
    app.add_option("--language", options.language, "The language shown at first, such as hi (the centre's first)");
    app.add_option("--languages", options.languages, "The folder of the languages' words");
    app.add_option("--play", options.script, "Play this script: a file, a FIFO, or - for standard input")
        ->type_name("FILE");
    app.add_flag("--stats", stats, "Print frame times and memory at the end");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& end) {
        return std::unexpected{app.exit(end)};
    }
    options.size = size_in(size).value_or(options.size);
    if (const auto millimetres = size_in(glass)) {
        options.glass = Glass{*millimetres};
    }
    options.cover = !size.empty() || window ? ui::Cover::window : ui::Cover::full_screen;
    options.statistics = stats ? Statistics::printed : Statistics::silent;
    return options;
}

} // namespace verandah::kiosk
