// SPDX-License-Identifier: Apache-2.0
// One table of options for every program.
#include "shared/wire/enrolment/enrol_options.hpp"

#include "shared/wire/enrolment/enrol_command.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string_view>

namespace verandah::wire {

namespace {

std::string examples(const EnrolProgram& program)
{
    return fmt::format(R"(
Examples:
  {0} enrol --device {1} --hub 192.168.1.10:8444 --code "ABCDE FGHIJ KLMNO PQRST UVWXYZ"
      The code and the address are shown by the console's page of devices, or by `verandah-hub device offer`.
  {0} enrol --device {1} --code VERANDAH/1/192.168.1.10/8444/…
      What its QR code says holds the address, too.

The key is made here and stays here. Exit status: 0 enrolled, 1 refused, 2 wrong usage.)",
                       program.name, program.example);
}

} // namespace

std::optional<int> enrol_when_asked(const EnrolProgram& program, int count, char** arguments)
{
    if (count < 2 || std::string_view{arguments[1]} != "enrol") {
        return std::nullopt;
    }
    EnrolWords words;
    bool replace = false; // CLI11 writes flags into bools
    CLI::App app{"Makes this device known to its hub.", program.name + " enrol"};
    app.footer(examples(program));
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
        words.present = EnrolmentPlace::Present::replaced;
    }
    return enrol_by_words(program.name, words, program.kinds);
}

} // namespace verandah::wire
