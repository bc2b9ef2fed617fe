// SPDX-License-Identifier: Apache-2.0
// verandah-morning OUT: plays a morning with the programs beside it and leaves pictures, logs and a summary in OUT.
// Exit status 0 when everything held. Called by scripts/demo.
#include "tests/journeys/morning.hpp"
#include "tests/journeys/summary.hpp"

#include <fmt/format.h>
#include <stdlib.h> // setenv and mkdtemp are not in <cstdlib>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace verandah::journeys;
namespace fs = std::filesystem;

/// A folder for the centre, gone when the morning is over.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = fs::temp_directory_path() / "verandah-morning-XXXXXX";
        if (mkdtemp(name.data()) == nullptr) {
            throw StoryBroke{"no folder for the centre in " + name};
        }
        path_ = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

int play(const fs::path& out)
{
    const auto programs = fs::read_symlink("/proc/self/exe").parent_path();
    fs::create_directories(out / "logs");
    const TemporaryFolder folder;
    Morning morning{
        {.programs = programs, .languages = programs.parent_path() / "languages", .folder = folder.path(), .out = out}};
    morning.open();
    morning.rush();
    const auto given = morning.given();
    const auto findings = morning.look_back();
    write_summary(out / "summary.md", given, morning.onlooker().seen(), findings);
    return report(findings) ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::fputs("usage: verandah-morning OUT\n", stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN); // a program that ended is told of by its name
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    setenv("SDL_AUDIODRIVER", "dummy", 0);
    try {
        return play(fs::absolute(words[1]));
    } catch (const std::exception& broke) {
        fmt::print(stderr, "verandah-morning: {}\n", broke.what());
        return EXIT_FAILURE;
    }
}
