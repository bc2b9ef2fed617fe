// SPDX-License-Identifier: Apache-2.0
// The command line of `verandah-kiosk enrol`.
#include "kiosk/app/enrol_options.hpp"

#include "shared/wire/enrolment/enrol_command.hpp"

#include <CLI/CLI.hpp>

#include <string_view>

namespace verandah::kiosk {

namespace {

constexpr const char* examples = R"(
Examples:
  verandah-kiosk enrol --device kiosk-1.toml --hub 192.168.1.10:8444 --code "ABCDE FGHIJ KLMNO PQRST UVWXYZ"
      The code and the address are shown by the console's page of devices, or by `verandah-hub device offer`.
  verandah-kiosk enrol --device kiosk-1.toml --code VERANDAH/1/192.168.1.10/8444/…
      What its QR code says holds the address, too.

The key is made here and stays here. Exit status: 0 enrolled, 1 refused, 2 wrong usage.)";

} // namespace

std::optional<int> enrol_when_asked(int count, char** arguments)
{
    if (count < 2 || std::string_view{arguments[1]} != "enrol") {
        return std::nullopt;
    }
    wire::EnrolWords words;
    bool replace = false; // CLI11 writes flags into bools
    CLI::App app{"Makes this device known to its hub.", "verandah-kiosk enrol"};
    app.footer(examples);
    app.add_option("--device", words.device, "The device file to write")->required()->type_name("FILE");
    app.add_option("--code", words.code, "The code with its 26 characters, or what the QR code says")->required();
    app.add_option("--hub", words.hub, "HOST:PORT of the hub's enrolment door, as it is shown with the code");
    app.add_flag("--replace", replace, "Overwrite the device file that is there, once enrolled");
    try {
        app.parse(count - 1, arguments + 1);
    } catch (const CLI::ParseError& end) {
        return app.exit(end) == 0 ? 0 : 2;
    }
    if (replace) {
        words.present = wire::EnrolmentPlace::Present::replaced;
    }
    return wire::enrol_by_words("verandah-kiosk", words, {wire::DeviceKind::kiosk});
}

} // namespace verandah::kiosk
