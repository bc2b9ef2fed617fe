// SPDX-License-Identifier: Apache-2.0
// The command line of verandah-clinic.
#include "clinic/console/app/options.hpp"

#include "shared/ui/language.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <optional>

namespace verandah::console {

namespace {

constexpr const char* examples = R"(
Examples:
  verandah-clinic --device console-1.toml
      The staff console, full screen. `verandah-clinic enrol` makes the device file.
  verandah-clinic --device console-1.toml --station room-2 --language hi
      Begins in room 2, in Hindi.
  verandah-clinic --device board-1.toml --board
      The waiting-room board: numbers and doors, spoken aloud.
  verandah-clinic --device board-1.toml --board --silent
      The same without sound.
  SDL_VIDEODRIVER=offscreen verandah-clinic --device console-1.toml --size 1366x768 --play script.txt
      Without any display, pressed by a script: wait "Waiting", key Space, picture out/console.png, quit.

Every option may stand in a TOML file given with --config, under its own name.)";

std::optional<ui::Size> size_in(const std::string& text)
{
    int width = 0;
    int height = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') {
        return std::nullopt;
    }
    const auto second = std::from_chars(first.ptr + 1, end, height);
    const bool sensible = width >= 320 && height >= 240 && width <= 16'384 && height <= 16'384;
    return second.ec == std::errc{} && second.ptr == end && sensible
               ? std::optional{ui::Size{static_cast<float>(width), static_cast<float>(height)}}
               : std::nullopt;
}

const CLI::Validator width_and_height{[](const std::string& text) {
                                          return size_in(text) ? std::string{}
                                                               : "must be width and height, such as 1366x768";
                                      },
                                      "WIDTHxHEIGHT"};

/// CLI11 writes flags into bools; nobody else sees them.
struct Flags {
    bool board = false;
    bool window = false;
    bool stats = false;
    bool silent = false;
};

} // namespace

std::expected<Options, int> read_options(int count, char** arguments)
{
    Options options{.device = {}, .languages = ui::languages_beside_program()};
    Flags flags;
    std::string size;
    CLI::App app{"Verandah's staff console, and the board of the waiting room."};
    app.footer(examples);
    app.set_version_flag("--version", "verandah-clinic " VERANDAH_VERSION);
    app.set_config("--config", "", "A TOML file with any of these options");
    app.add_option("--device", options.device, "The device file that `verandah-clinic enrol` made")
        ->required()
        ->type_name("FILE");
    app.add_flag("--board", flags.board, "Show the waiting-room board instead of the console");
    app.add_option("--station", options.station,
                   "The room this console calls to, such as room-2 (asked when not told)");
    app.add_option("--language", options.language, "The language at first, such as hi (the centre's first)");
    app.add_option("--languages", options.languages, "The folder of the languages' words");
    app.add_option("--size", size, "Run in a window of so many pixels instead of full screen")->check(width_and_height);
    app.add_flag("--window", flags.window, "Run in a window instead of full screen");
    app.add_flag("--silent", flags.silent, "No sound at all");
    app.add_option("--sound-file", options.sound_file, "Write everything that is played to a WAV file at the end")
        ->type_name("FILE");
    app.add_option("--save-to", options.save_to, "The folder that lists are saved to (a stick, else the home folder)")
        ->type_name("FOLDER");
    app.add_option("--play", options.script, "Play this script: a file, a FIFO, or - for standard input")
        ->type_name("FILE");
    app.add_flag("--stats", flags.stats, "Print frame times at the end");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& end) {
        return std::unexpected{app.exit(end)};
    }
    options.show = flags.board ? Show::board : Show::console;
    options.size = size_in(size).value_or(flags.board ? ui::Size{1920, 1080} : options.size);
    options.cover = !size.empty() || flags.window ? ui::Cover::window : ui::Cover::full_screen;
    options.statistics = flags.stats ? Statistics::printed : Statistics::silent;
    options.loudness = flags.silent ? Loudness::silent : Loudness::aloud;
    return options;
}

} // namespace verandah::console
