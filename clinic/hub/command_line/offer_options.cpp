// SPDX-License-Identifier: Apache-2.0
// device offer DIR [NAME] --kind KIND
#include "clinic/hub/command_line/offer_options.hpp"

#include "clinic/hub/commands/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <string>

namespace verandah::hub {
namespace {

struct Arguments {
    std::filesystem::path folder;
    std::string name;
    std::string kind;
};

std::string check_name(const std::string& text)
{
    return wire::DeviceName::make(text) ? std::string{}
                                        : fmt::format("\"{}\" is no device name: 1 to 32 of a-z, 0-9 and -", text);
}

} // namespace

void offer_enrolment_offers(CLI::App& device, std::function<int()>& command)
{
    const auto arguments = std::make_shared<Arguments>();
    auto* offer = device.add_subcommand("offer", "Let a device enrol at the hub that serves, within ten minutes");
    offer->add_option("DIR", arguments->folder, "The centre's folder")->required();
    offer->add_option("NAME", arguments->name, "What it shall be called (next free one when left out: kiosk-2)")
        ->check(check_name);
    offer->add_option("--kind", arguments->kind, "kiosk, console or board")
        ->required()
        ->check(CLI::IsMember({"kiosk", "console", "board"}));
    offer->footer("Shows a code, and the same as a QR code, for the device to be shown or told. The usual way is the\n"
                  "console's page of devices; this is for the first console of a house. Examples:\n"
                  "  verandah-hub device offer /var/lib/verandah/centre --kind console\n"
                  "  verandah-hub device offer /var/lib/verandah/centre hall --kind board");
    offer->callback([arguments, &command] {
        command = [arguments] {
            return offer_device({.folder = arguments->folder,
                                 .kind = *wire::parse_device_kind(arguments->kind),
                                 .name = arguments->name.empty()
                                             ? std::nullopt
                                             : std::optional{*wire::DeviceName::make(arguments->name)}});
        };
    });
}

} // namespace verandah::hub
