// SPDX-License-Identifier: Apache-2.0
// audit verify, export and renew: what each may be told.
#include "clinic/hub/command_line/audit_options.hpp"

#include "clinic/hub/command_line/key_options.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/store/event_codec.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace verandah::hub {
namespace {

struct AuditArguments {
    std::filesystem::path folder;
    std::filesystem::path file;
};
using Shared = std::shared_ptr<AuditArguments>; // by the options that fill it and the command that reads it

CLI::App* offer(CLI::App& audit, const char* name, const char* purpose, const Shared& arguments)
{
    auto* command = audit.add_subcommand(name, purpose);
    command->add_option("DIR", arguments->folder, "The centre's folder")->required();
    return command;
}

void offer_verify(CLI::App& audit, std::function<int()>& command)
{
    const auto arguments = std::make_shared<AuditArguments>();
    auto* verify =
        offer(audit, "verify", "Prove that nothing in the centre's past was changed, or say where", arguments);
    verify->add_option("--against", arguments->file, "A trail exported earlier: all of it has to be there still");
    verify->footer("Needs no key and may run while the hub serves. Examples:\n"
                   "  verandah-hub audit verify /var/lib/verandah/centre\n"
                   "  verandah-hub audit verify /var/lib/verandah/centre --against /media/stick/2026-03.trail");
    verify->callback([arguments, &command] {
        command = [arguments] {
            const auto& file = arguments->file;
            return verify_audit(arguments->folder, file.empty() ? std::nullopt : std::optional{file});
        };
    });
}

std::string check_day(const std::string& text)
{
    return day_in(text) ? std::string{} : "\"" + text + "\" is no day, such as 2026-03-03";
}

std::string check_kind(const std::string& text)
{
    const auto kinds = store::kinds_of_event();
    return std::ranges::find(kinds, text) != kinds.end() ? std::string{}
                                                         : "\"" + text + "\" is no kind of event; audit list --help";
}

std::string every_kind()
{
    std::string text = "Kinds:";
    for (const auto kind : store::kinds_of_event()) {
        text += " " + std::string{kind};
    }
    return text;
}

void offer_list(CLI::App& audit, std::function<int()>& command)
{
    struct Words {
        std::string from, to, who, kind;
    };
    const auto options = std::make_shared<AuditListOptions>();
    const auto words = std::make_shared<Words>();
    auto* list = audit.add_subcommand("list", "Show who did what and when, and never to whom");
    list->add_option("DIR", options->folder, "The centre's folder")->required();
    list->add_option("--from", words->from, "The first of the centre's days, such as 2026-03-01")->check(check_day);
    list->add_option("--to", words->to, "The last one")->check(check_day);
    list->add_option("--who", words->who, "An account or a device");
    list->add_option("--kind", words->kind, "A kind of event, such as record_read")->check(check_kind);
    list->add_option("--csv", options->csv, "Write a file for a spreadsheet instead; nothing is overwritten");
    offer_opening(*list, options->key);
    list->footer("Example:\n  verandah-hub audit list /var/lib/verandah/centre --from 2026-03-01 --kind record_read\n" +
                 every_kind());
    list->callback([options, words, &command] {
        const auto said = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; };
        options->filter = {
            .from = day_in(words->from), .to = day_in(words->to), .who = said(words->who), .kind = said(words->kind)};
        command = [options] { return list_audit(*options); };
    });
}

void offer_export(CLI::App& audit, std::function<int()>& command)
{
    const auto arguments = std::make_shared<AuditArguments>();
    auto* to_file = offer(audit, "export", "Write the signed checkpoints to a file to be kept elsewhere", arguments);
    to_file->add_option("FILE", arguments->file, "The file to write; nothing is overwritten")->required();
    to_file->footer("The file tells how many events there were when, and nothing of what they were. Example:\n"
                    "  verandah-hub audit export /var/lib/verandah/centre /media/stick/2026-03.trail");
    to_file->callback(
        [arguments, &command] { command = [arguments] { return export_audit(arguments->folder, arguments->file); }; });
}

void offer_renew(CLI::App& audit, std::function<int()>& command)
{
    const auto arguments = std::make_shared<AuditArguments>();
    auto* renew =
        offer(audit, "renew", "Put a trail that cannot go on aside and begin another, with a new key", arguments);
    renew->footer(
        "Only when `serve` or `audit verify` found the trail or its key damaged. The hub must not be serving.\n"
        "Example:\n  verandah-hub audit renew /var/lib/verandah/centre");
    renew->callback([arguments, &command] { command = [arguments] { return renew_audit(arguments->folder); }; });
}

} // namespace

void offer_audit(CLI::App& app, std::function<int()>& command)
{
    auto* audit = app.add_subcommand("audit", "Prove what happened, and that nobody changed it since");
    audit->require_subcommand(1);
    audit->footer("More: verandah-hub audit verify --help");
    offer_verify(*audit, command);
    offer_list(*audit, command);
    offer_export(*audit, command);
    offer_renew(*audit, command);
}

} // namespace verandah::hub
