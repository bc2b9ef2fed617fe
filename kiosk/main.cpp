// SPDX-License-Identifier: Apache-2.0
// verandah-kiosk: where visitors check in without a name.
#include "kiosk/app/enrolment.hpp"
#include "kiosk/app/kiosk.hpp"
#include "kiosk/app/options.hpp"
#include "shared/files/core_file.hpp"
#include "shared/files/scrub.hpp"
#include "shared/files/swap.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/enrolment/enrol_options.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <utility>

namespace {

using namespace verandah;

int run(const kiosk::Options& options)
{
    auto bundle = wire::read_bundle(options.device);
    if (!bundle && bundle.error().why == domain::Refusal::Why::not_found) {
        auto enrolled = kiosk::enrol_at_the_screen(options);
        if (!enrolled) {
            return EXIT_SUCCESS; // closed before it was
        }
        bundle = *std::move(enrolled);
    }
    if (!bundle) {
        fmt::print(stderr, "verandah-kiosk: {}\n", bundle.error().detail);
        return EXIT_FAILURE;
    }
    if (bundle->kind != wire::DeviceKind::kiosk) {
        fmt::print(stderr, "verandah-kiosk: {} is for a {}, not for a kiosk\n", options.device.string(),
                   wire::word_for(bundle->kind));
        return EXIT_FAILURE;
    }
    kiosk::Kiosk kiosk{options, *bundle};
    return kiosk.run();
}

/// What of this program's memory may get to the disk: said to whoever looks after the machine.
void warn_of_memory_on_disk(files::Cores cores)
{
    if (cores != files::Cores::forbidden) {
        fmt::print(stderr, "verandah-kiosk: warning: {}\n", files::cores_warning);
    }
    for (const auto& warning : files::swap_warnings()) {
        fmt::print(stderr, "verandah-kiosk: warning: {}\n", warning);
    }
}

} // namespace

int main(int count, char** arguments)
{
    const auto cores = files::forbid_core_files();
    files::overwrite_freed_memory(arguments);
    try {
        vault::initialise();
        if (const auto status = wire::enrol_when_asked({"verandah-kiosk", "kiosk-1.toml", {wire::DeviceKind::kiosk}},
                                                       count, arguments)) {
            return *status;
        }
        const auto options = kiosk::read_options(count, arguments);
        if (options) {
            warn_of_memory_on_disk(cores);
        }
        return options ? run(*options) : options.error();
    } catch (const std::exception& fault) {
        fmt::print(stderr, "verandah-kiosk: {}\n", fault.what());
        return EXIT_FAILURE;
    }
}
