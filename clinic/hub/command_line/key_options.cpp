// SPDX-License-Identifier: Apache-2.0
// key list, add, change, remove, seal.
#include "clinic/hub/command_line/key_options.hpp"

namespace verandah::hub {
namespace {

std::optional<std::filesystem::path> given(const std::filesystem::path& file)
{
    return file.empty() ? std::nullopt : std::optional{file};
}

template <class File>
void offer_opening_into(CLI::App& command, File& stick_file, File& words_file)
{
    auto* stick = command.add_option("--stick", stick_file, "Open the hub key with this key file on a stick");
    command
        .add_option("--words-file", words_file,
                    "Open it with the words or the recovery code in this file; - is standard input")
        ->excludes(stick);
}

/// A command on a centre's folder that calls `run` when it is chosen.
template <class Run>
CLI::App* offer(CLI::App& parent, const std::string& name, const std::string& purpose, KeyArguments& arguments,
                std::function<int()>& chosen, Run run)
{
    auto* command = parent.add_subcommand(name, purpose);
    command->add_option("DIR", arguments.folder, "The centre's folder")->required();
    command->callback([&arguments, &chosen, run] { chosen = [&arguments, run] { return run(arguments); }; });
    return command;
}

void offer_add(CLI::App& key, KeyArguments& arguments, std::function<int()>& chosen)
{
    auto* add = key.add_subcommand("add", "Add words, a recovery code on paper, or a stick");
    add->require_subcommand(1);
    add->footer("More: verandah-hub key add words --help");
    auto* words = offer(*add, "words", "Make new words that open the hub, beside those there are", arguments, chosen,
                        [](const KeyArguments& said) { return add_words(said.folder, said.opening()); });
    words->footer("Example:\n  verandah-hub key add words /var/lib/verandah/centre");
    auto* paper = offer(*add, "paper", "Make a recovery code for paper", arguments, chosen,
                        [](const KeyArguments& said) { return add_paper(said.folder, said.opening()); });
    paper->footer("Example:\n  verandah-hub key add paper /var/lib/verandah/centre");
    auto* stick = offer(*add, "stick", "Write a key file to a USB stick", arguments, chosen,
                        [](const KeyArguments& said) { return add_stick(said.folder, said.file, said.opening()); });
    stick->add_option("FILE", arguments.file, "The file to write on the stick; nothing is overwritten")->required();
    stick->footer("Example:\n  verandah-hub key add stick /var/lib/verandah/centre /media/stick/verandah.key");
    for (auto* command : {words, paper, stick}) {
        offer_opening(*command, arguments);
    }
}

void offer_change(CLI::App& key, KeyArguments& arguments, std::function<int()>& chosen)
{
    auto* change = key.add_subcommand("change", "Exchange the words for new ones");
    change->require_subcommand(1);
    change->footer("More: verandah-hub key change words --help");
    auto* words = offer(*change, "words", "Make new words; all earlier ones open nothing any more", arguments, chosen,
                        [](const KeyArguments& said) { return change_words(said.folder, said.opening()); });
    offer_opening(*words, arguments);
    words->footer("Example, with the words forgotten and the recovery code at hand:\n"
                  "  verandah-hub key change words /var/lib/verandah/centre");
}

} // namespace

KeyOptions KeyArguments::opening() const
{
    return {.stick = given(stick), .words_file = given(words_file)};
}

NewKeyOptions KeyArguments::making() const
{
    using enum NewKeyOptions::Showing;
    return {.showing = quiet ? nothing : words_and_code, .stick = given(stick)};
}

void offer_opening(CLI::App& command, KeyArguments& arguments)
{
    offer_opening_into(command, arguments.stick, arguments.words_file);
}

void offer_opening(CLI::App& command, KeyOptions& options)
{
    offer_opening_into(command, options.stick, options.words_file);
}

void offer_making(CLI::App& command, KeyArguments& arguments)
{
    command.add_option("--stick", arguments.stick, "Also write a key file that opens the hub; nothing is overwritten");
    command.add_flag("--quiet-keys", arguments.quiet, "Make no words and no recovery code: the stick alone opens it");
}

void offer_key(CLI::App& app, KeyArguments& arguments, std::function<int()>& chosen)
{
    auto* key = app.add_subcommand("key", "Say what opens the hub: words, a recovery code, a stick");
    key->require_subcommand(1);
    key->footer("More: verandah-hub key add --help");
    auto* list = offer(*key, "list", "Show what opens the hub", arguments, chosen,
                       [](const KeyArguments& said) { return list_ways_in(said.folder); });
    list->footer("Example:\n  verandah-hub key list /var/lib/verandah/centre");
    offer_add(*key, arguments, chosen);
    offer_change(*key, arguments, chosen);
    auto* remove = offer(*key, "remove", "Take a way in away, by its number in the list", arguments, chosen,
                         [](const KeyArguments& said) { return remove_way_in(said.folder, said.id, said.opening()); });
    remove->add_option("ID", arguments.id, "Its number in the list")->required();
    remove->footer("Example:\n  verandah-hub key remove /var/lib/verandah/centre 3");
    offer_opening(*remove, arguments);
    auto* seal = offer(*key, "seal", "Seal the key of a centre made before keys were sealed", arguments, chosen,
                       [](const KeyArguments& said) { return seal_key(said.folder, said.making()); });
    seal->footer("Example:\n  verandah-hub key seal /var/lib/verandah/centre");
    offer_making(*seal, arguments);
}

} // namespace verandah::hub
