// SPDX-License-Identifier: Apache-2.0
// verandah-clinic: the staff console; with --board, the board of the waiting room.
#include "clinic/console/app/board_app.hpp"
#include "clinic/console/app/console_app.hpp"
#include "clinic/console/app/enrolment.hpp"
#include "clinic/console/app/options.hpp"
#include "shared/files/core_file.hpp"
#include "shared/files/scrub.hpp"
#include "shared/files/swap.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/enrolment/enrol_options.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <utility>

namespace {

using namespace verandah;

int run(const console::Options& options)
{
    const bool is_board = options.show == console::Show::board;
    const auto wanted = is_board ? wire::DeviceKind::board : wire::DeviceKind::console;
    auto bundle = wire::read_bundle(options.device);
    if (!bundle && bundle.error().why == domain::Refusal::Why::not_found) {
        auto enrolled = console::enrol_at_the_screen(options, wanted);
        if (!enrolled) {
            return EXIT_SUCCESS; // closed before it was
        }
        bundle = *std::move(enrolled);
    }
    if (!bundle) {
        fmt::print(stderr, "verandah-clinic: {}\n", bundle.error().detail);
        return EXIT_FAILURE;
    }
    if (bundle->kind != wanted) {
        fmt::print(stderr, "verandah-clinic: {} is for a {}, not for a {}\n", options.device.string(),
                   wire::word_for(bundle->kind), wire::word_for(wanted));
        return EXIT_FAILURE;
    }
    return is_board ? console::BoardApp{options, *bundle}.run() : console::ConsoleApp{options, *bundle}.run();
}

/// What of this program's memory may get to the disk: said to whoever looks after the machine.
void warn_of_memory_on_disk(files::Cores cores)
{
    if (cores != files::Cores::forbidden) {
        fmt::print(stderr, "verandah-clinic: warning: {}\n", files::cores_warning);
    }
    for (const auto& warning : files::swap_warnings()) {
        fmt::print(stderr, "verandah-clinic: warning: {}\n", warning);
    }
}

} // namespace

int main(int count, char** arguments)
{
    const auto cores = files::forbid_core_files();
    files::overwrite_freed_memory(arguments); // passphrases pass through it
    try {
        if (const auto status = wire::enrol_when_asked(
                {"verandah-clinic", "console-1.toml", {wire::DeviceKind::console, wire::DeviceKind::board}}, count,
                arguments)) {
            return *status;
        }
        const auto options = console::read_options(count, arguments);
        if (options) {
            warn_of_memory_on_disk(cores);
        }
        return options ? run(*options) : options.error();
    } catch (const std::exception& fault) {
        fmt::print(stderr, "verandah-clinic: {}\n", fault.what());
        return EXIT_FAILURE;
    }
}
