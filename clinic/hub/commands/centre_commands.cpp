// SPDX-License-Identifier: Apache-2.0
// init and check: making a centre, and looking whether one is whole.
#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/centre/centre_clock.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/clinical/chosen_file.hpp"
#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/new_ways_in.hpp"
#include "clinic/hub/commands/say.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace verandah::hub {
namespace {

std::expected<std::string, std::vector<std::string>> centre_text(const InitOptions& options)
{
    if (!options.centre_file) {
        return std::string{starting_centre()};
    }
    auto text = centre_file_text(*options.centre_file);
    if (!text) {
        return std::unexpected{std::vector{text.error().text(options.centre_file->string())}};
    }
    return std::move(*text);
}

/// What is wrong with a folder and its clinical data, all at once.
template <class Folder, class Clinical>
std::vector<std::string> all_refusals(const Folder& folder, const Clinical& clinical)
{
    auto lines = folder ? std::vector<std::string>{} : folder.error();
    if (!clinical) {
        std::ranges::transform(clinical.error(), std::back_inserter(lines), &FileFault::text);
    }
    return lines;
}

/// What is in use and nobody has confirmed yet.
std::vector<std::string> unconfirmed(const ClinicalData& data)
{
    std::vector<std::string> editions;
    for (const auto* about : {&data.form().about, &data.guideline().about, &data.test_sheet().about}) {
        if (about->standing == domain::ClinicalSource::Standing::to_confirm) {
            editions.push_back(name_of(about->edition));
        }
    }
    return editions;
}

} // namespace

int init(const InitOptions& options)
{
    const auto text = centre_text(options);
    if (!text) {
        return refuse_with(text.error());
    }
    const auto key = vault::HubKey::make();
    const auto ways = NewWaysIn::make(key, options.key);
    if (!ways) {
        return refuse_with(ways.error());
    }
    const auto made = create_centre_folder(options.folder, *text, key, ways->slots(), system_now());
    if (!made) {
        ways->take_back();
        return refuse_with(made.error());
    }
    lay_out_clinical_data(options.folder);
    say("A new centre is in {}:", options.folder.string());
    for (const auto& part : *made) {
        say("  {}", part.string());
    }
    say("  {}", (options.folder / clinical_folder).string());
    say_fingerprint(FolderPaths{options.folder}.audit());
    if (!ways->show()) {
        return refuse_with(
            fmt::format("Whoever has not written them down begins anew: take {} away and run init again.",
                        options.folder.string()));
    }
    say("Keep a copy of {} in a safe place elsewhere: without hub.key and what opens it nobody can ever read the "
        "journal.",
        FolderPaths{options.folder}.keys().string());
    say("Next: fit centre.toml to your house, then\n  verandah-hub check {0}\n  verandah-hub serve {0}",
        options.folder.string());
    return succeeded;
}

int check(const std::filesystem::path& folder)
{
    const auto opened = open_centre_folder(folder, system_now());
    const auto clinical = read_clinical_data(folder);
    if (!opened || !clinical) {
        return refuse_with(all_refusals(opened, clinical));
    }
    std::vector<std::string> faults;
    DeviceList list{opened->paths.devices(), [&faults](const std::string& fault) { faults.push_back(fault); }};
    const auto devices = list.devices();
    if (!faults.empty()) {
        return refuse_with(faults);
    }
    for (const auto& warning : opened->file.warnings) {
        say("warning: {}", warning);
    }
    if (!opened->file.hub.backup) {
        say("warning: centre.toml has no [backup]: nobody makes backups unless you do, with verandah-hub backup");
    }
    const auto& centre = opened->file.centre;
    const CentreClock clock{centre.time_zone, centre.day_boundary};
    say("{} is whole: {} services, {} stations, {} languages, {} devices.", folder.string(), centre.services.size(),
        centre.stations.size(), centre.languages.size(), devices.size());
    say("In use are the form {}, the guideline {} and the tests {}.", name_of(clinical->chosen.form),
        name_of(clinical->chosen.guideline), name_of(clinical->chosen.tests));
    for (const auto& edition : unconfirmed(*clinical)) {
        say("warning: {} is for your clinician to confirm, row by row; then take out its line to_confirm", edition);
    }
    say("Its key is {}.",
        opened->hub_key ? "not sealed: whoever has the disk reads everything; see: key seal --help" : "sealed");
    const auto now = system_now();
    say("It is {} there, and the centre is {}.", clock.time_of_day(now),
        clock.is_open(centre.opening_hours, now) ? "open" : "closed");
    return succeeded;
}

} // namespace verandah::hub
