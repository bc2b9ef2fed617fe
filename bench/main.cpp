// SPDX-License-Identifier: Apache-2.0
// verandah-bench: measures the real programs, prints a table and writes bench.json. scripts/bench builds and calls it.
#include "bench/machine.hpp"
#include "bench/measurements.hpp"
#include "shared/vault/random.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iterator>
#include <map>

namespace {

using namespace verandah::bench;

struct Options {
    std::filesystem::path out = "out";
    std::vector<std::string> only{"hub", "decision", "care", "kiosk"};
    bool bare_window = false; // CLI11 writes flags into bools
};

int measure(const Options& options)
{
    const Places places{std::filesystem::canonical("/proc/self/exe").parent_path(),
                        std::filesystem::absolute(options.out) / "bench"};
    std::filesystem::remove_all(places.folder);
    std::filesystem::create_directories(places.folder);
    fmt::print("{}\n\n", describe_machine(places.folder));
    std::fflush(stdout);
    const std::map<std::string, std::function<Figures()>> groups{{"hub", [&] { return measure_hub(places); }},
                                                                 {"decision", [] { return measure_decision(); }},
                                                                 {"care", [&] { return measure_care(places); }},
                                                                 {"kiosk", [&] { return measure_kiosk(places); }}};
    Figures figures;
    for (const auto& name : options.only) {
        std::ranges::move(groups.at(name)(), std::back_inserter(figures));
    }
    std::filesystem::remove_all(places.folder); // journals of a million events; kept when something failed
    fmt::print("{}", table_of(figures));
    write_json(options.out / "bench.json", figures);
    return EXIT_SUCCESS;
}

} // namespace

int main(int count, char** arguments)
{
    try {
        verandah::vault::initialise();
        setenv("SDL_VIDEODRIVER", "offscreen", 1); // figures are the same with and without a display
        Options options;
        CLI::App app{"Measures Verandah's programs, each figure beside its reference."};
        app.add_option("--out", options.out, "Where bench.json goes, and what is made on the way (out)");
        app.add_option("--only", options.only, "hub, decision, care or kiosk; everything when left out")
            ->check(CLI::IsMember({"hub", "decision", "care", "kiosk"}));
        app.add_flag("--bare-window", options.bare_window, "Show an empty window: the kiosk's reference")->group("");
        CLI11_PARSE(app, count, arguments);
        return options.bare_window ? show_bare_window() : measure(options);
    } catch (const std::exception& fault) {
        fmt::print(stderr, "verandah-bench: {}\n", fault.what());
        return EXIT_FAILURE;
    }
}
