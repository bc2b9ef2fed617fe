// SPDX-License-Identifier: Apache-2.0
// verandah-hub: reads the command line, prepares the process, and hands over to one command.
#include "clinic/hub/command_line/audit_options.hpp"
#include "clinic/hub/command_line/backup_options.hpp"
#include "clinic/hub/command_line/key_options.hpp"
#include "clinic/hub/command_line/offer_options.hpp"
#include "clinic/hub/command_line/retention_options.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/serve.hpp"
#include "shared/files/core_file.hpp"
#include "shared/files/scrub.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>

namespace {

using namespace verandah;

/// What the command line said, and the command it chose. Lives as long as the CLI::App that fills it.
struct Arguments {
    std::filesystem::path folder;
    std::filesystem::path file;
    std::string kind;
    std::string name;
    std::string new_name;
    std::string address;
    std::string listen;
    std::filesystem::path port_file;
    hub::KeyArguments keys;
    std::function<int()> command;
};

/// What has to hold before the first file is touched or the first key read.
void prepare_process()
{
    std::signal(SIGPIPE, SIG_IGN); // a client that hangs up is an error code of one write, not the end of the hub
    umask(077);                    // whatever is written here is nobody else's to read, SQLite's files included
    if (files::forbid_core_files() != files::Cores::forbidden) {
        fmt::print(stderr, "verandah-hub: warning: {}\n", files::cores_warning);
    }
}

std::string check_host_and_port(const std::string& text)
{
    const auto colon = text.rfind(':');
    const auto port = colon == std::string::npos ? std::string{} : text.substr(colon + 1);
    const bool digits = !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string::npos;
    const bool right = digits && colon > 0 && std::stoi(port) >= 1 && std::stoi(port) <= 65535;
    return right ? std::string{} : fmt::format("\"{}\" is no HOST:PORT, such as 192.168.1.10:8443", text);
}

std::string check_device_name(const std::string& text)
{
    const auto name = wire::DeviceName::make(text);
    return name ? std::string{} : fmt::format("\"{}\" is no device name: 1 to 32 of a-z, 0-9 and -", text);
}

CLI::App* offer(CLI::App& parent, const std::string& name, const std::string& purpose, Arguments& arguments)
{
    auto* command = parent.add_subcommand(name, purpose);
    command->add_option("DIR", arguments.folder, "The centre's folder")->required();
    return command;
}

void offer_init(CLI::App& app, Arguments& arguments)
{
    auto* command =
        offer(app, "init", "Make a new centre: its centre.toml, keys, authority and certificate", arguments);
    command->add_option("--centre", arguments.file, "Start with this centre.toml instead of the usual one");
    hub::offer_making(*command, arguments.keys);
    command->footer("Examples:\n"
                    "  verandah-hub init /var/lib/verandah/centre\n"
                    "  verandah-hub init /var/lib/verandah/centre --centre our-centre.toml\n"
                    "  verandah-hub init /var/lib/verandah/centre --stick /media/stick/verandah.key");
    command->callback([&arguments] {
        arguments.command = [&arguments] {
            const auto& file = arguments.file;
            return hub::init(
                {arguments.folder, file.empty() ? std::nullopt : std::optional{file}, arguments.keys.making()});
        };
    });
}

void offer_check(CLI::App& app, Arguments& arguments)
{
    auto* command = offer(app, "check", "Look whether a centre is whole, and list everything that is not", arguments);
    command->footer("Example:\n  verandah-hub check /var/lib/verandah/centre");
    command->callback([&arguments] { arguments.command = [&arguments] { return hub::check(arguments.folder); }; });
}

std::string check_listen_address(const std::string& text)
{
    const auto address = hub::ListenAddress::make(text);
    return address ? std::string{} : fmt::format("\"{}\" is no ADDR:PORT, such as 0.0.0.0:8443", text);
}

void offer_serve(CLI::App& app, Arguments& arguments)
{
    auto* command = offer(app, "serve", "Run the hub until it is told to stop (Ctrl-C or SIGTERM)", arguments);
    command
        ->add_option("--listen", arguments.listen,
                     "ADDR:PORT instead of the one in centre.toml; port 0 takes a free one")
        ->check(check_listen_address);
    command->add_option("--port-file", arguments.port_file, "Write the port here once the hub serves");
    hub::offer_opening(*command, arguments.keys);
    command->footer(
        "Given nothing to open its key with, the hub starts locked: the line goes on, and a console opens it.\n"
        "Signals: USR1 locks it, USR2 opens it with the stick it was started with.\n"
        "Examples:\n"
        "  verandah-hub serve /var/lib/verandah/centre\n"
        "  verandah-hub serve /var/lib/verandah/centre --stick /media/stick/verandah.key\n"
        "  verandah-hub serve /var/lib/verandah/centre --listen 127.0.0.1:0 --port-file port.txt");
    command->callback([&arguments] {
        arguments.command = [&arguments] {
            hub::ServeOptions options{.key = arguments.keys.opening()};
            if (!arguments.listen.empty()) {
                options.listen = *hub::ListenAddress::make(arguments.listen);
            }
            if (!arguments.port_file.empty()) {
                options.port_file = arguments.port_file;
            }
            return hub::serve_folder(arguments.folder, options);
        };
    });
}

void offer_rebuild(CLI::App& app, Arguments& arguments)
{
    auto* command =
        offer(app, "rebuild", "Replay the whole journal and prove that it gives the same ledger", arguments);
    hub::offer_opening(*command, arguments.keys);
    command->footer("Example:\n  verandah-hub rebuild /var/lib/verandah/centre");
    command->callback([&arguments] {
        arguments.command = [&arguments] { return hub::rebuild_folder(arguments.folder, arguments.keys.opening()); };
    });
}

int add_device(const Arguments& arguments)
{
    const auto& [folder, file, kind, name, new_name, address, listen, port_file, keys, command] = arguments;
    return hub::add_device({.folder = folder,
                            .kind = *wire::parse_device_kind(kind),
                            .name = name.empty() ? std::nullopt : std::optional{*wire::DeviceName::make(name)},
                            .out = file,
                            .address = address.empty() ? std::nullopt : std::optional{address}});
}

void offer_device_add(CLI::App& device, Arguments& arguments)
{
    auto* command =
        offer(device, "add", "Let a device in: make its key and certificate, and the file to carry to it", arguments);
    command->add_option("--kind", arguments.kind, "kiosk, console or board")
        ->required()
        ->check(CLI::IsMember({"kiosk", "console", "board"}));
    command->add_option("--out", arguments.file, "The file to write; nothing is overwritten")->required();
    command->add_option("--name", arguments.name, "What it is called (next free one when left out: kiosk-2)")
        ->check(check_device_name);
    command
        ->add_option("--address", arguments.address, "HOST:PORT at which it finds the hub (this machine when left out)")
        ->check(check_host_and_port);
    command->footer("Examples:\n"
                    "  verandah-hub device add /var/lib/verandah/centre --kind kiosk --out kiosk-1.toml --address "
                    "192.168.1.10:8443\n"
                    "  verandah-hub device add /var/lib/verandah/centre --kind board --name hall --out hall.toml\n"
                    "A running hub lets the device in at once. To shut it out: verandah-hub device revoke DIR NAME");
    command->callback([&arguments] { arguments.command = [&arguments] { return add_device(arguments); }; });
}

void offer_device_list(CLI::App& device, Arguments& arguments)
{
    auto* command = offer(device, "list", "Show the devices that may come in", arguments);
    command->footer("Example:\n  verandah-hub device list /var/lib/verandah/centre");
    command->callback(
        [&arguments] { arguments.command = [&arguments] { return hub::list_devices(arguments.folder); }; });
}

void offer_device_rename(CLI::App& device, Arguments& arguments)
{
    auto* command = offer(device, "rename", "Call a device something else; it keeps its key", arguments);
    command->add_option("NAME", arguments.name, "What it is called")->required()->check(check_device_name);
    command->add_option("NEW", arguments.new_name, "What it shall be called")->required()->check(check_device_name);
    command->footer("Example:\n  verandah-hub device rename /var/lib/verandah/centre kiosk-2 kiosk-door");
    command->callback([&arguments] {
        arguments.command = [&arguments] {
            return hub::rename_device(arguments.folder, *wire::DeviceName::make(arguments.name),
                                      *wire::DeviceName::make(arguments.new_name));
        };
    });
}

void offer_device_revoke(CLI::App& device, Arguments& arguments)
{
    auto* command = offer(device, "revoke", "Let a device in no more: stolen, broken or given away", arguments);
    command->add_option("NAME", arguments.name, "What it is called")->required()->check(check_device_name);
    command->footer("Example:\n  verandah-hub device revoke /var/lib/verandah/centre kiosk-2\n"
                    "A hub that serves cuts it off within a second. To let it in again, add it anew.");
    command->callback([&arguments] {
        arguments.command = [&arguments] {
            return hub::revoke_device(arguments.folder, *wire::DeviceName::make(arguments.name));
        };
    });
}

void offer_device(CLI::App& app, Arguments& arguments)
{
    auto* device = app.add_subcommand("device", "Let kiosks, consoles and boards in, list, rename and revoke them");
    device->require_subcommand(1);
    device->footer("More: verandah-hub device offer --help");
    hub::offer_enrolment_offers(*device, arguments.command);
    offer_device_add(*device, arguments);
    offer_device_list(*device, arguments);
    offer_device_rename(*device, arguments);
    offer_device_revoke(*device, arguments);
}

int run(int count, char** words)
{
    CLI::App app{"The hub of a centre: the one place that holds it together.", "verandah-hub"};
    app.set_version_flag("--version", "verandah-hub " VERANDAH_VERSION);
    app.require_subcommand(1);
    app.footer("A new centre, in three steps:\n"
               "  verandah-hub init /var/lib/verandah/centre\n"
               "  verandah-hub serve /var/lib/verandah/centre\n"
               "  verandah-hub device offer /var/lib/verandah/centre --kind console\n"
               "Each command has its own --help. Exit status: 0 done, 1 refused, 2 wrong usage.");
    Arguments arguments;
    offer_init(app, arguments);
    offer_device(app, arguments);
    offer_serve(app, arguments);
    offer_check(app, arguments);
    offer_rebuild(app, arguments);
    hub::offer_audit(app, arguments.command);
    hub::offer_retention(app, arguments.command);
    hub::offer_backups(app, arguments.command);
    hub::offer_key(app, arguments.keys, arguments.command);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& said) { // CLI11 throws for --help and --version too
        if (said.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            return app.exit(said);
        }
        fmt::print(stderr, "verandah-hub: {}. See: verandah-hub --help\n", said.what());
        return hub::wrong_usage;
    }
    return arguments.command();
}

} // namespace

int main(int count, char** words)
{
    files::overwrite_freed_memory(words); // so that a hub that locks itself has nothing left lying about
    try {
        prepare_process();
        return run(count, words);
    } catch (const std::exception& breakage) {
        fmt::print(stderr, "verandah-hub: {}\n", breakage.what());
        return hub::refused;
    }
}
