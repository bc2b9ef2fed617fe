// SPDX-License-Identifier: Apache-2.0
// Gathering the files of clinical/, each kind by its own reader.
#include "clinic/hub/clinical/clinical_data.hpp"

#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/unfinished_folder.hpp"
#include "clinic/hub/clinical/built_in_files.hpp"
#include "clinic/hub/clinical/chosen_file.hpp"
#include "clinic/hub/clinical/commodities_file.hpp"
#include "clinic/hub/clinical/consent_file.hpp"
#include "clinic/hub/clinical/followup_file.hpp"
#include "clinic/hub/clinical/form_file.hpp"
#include "clinic/hub/clinical/guideline_file.hpp"
#include "clinic/hub/clinical/partner_file.hpp"
#include "clinic/hub/clinical/referral_file.hpp"
#include "clinic/hub/clinical/tests_file.hpp"
#include "shared/files/private_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace verandah::hub {
namespace {

using std::filesystem::path;

constexpr std::string_view chosen_name = "chosen.toml";
constexpr std::string_view providers_name = "providers.toml";

/// A file of clinical/, from the disk or from the program.
struct FoundFile {
    std::string shown; ///< "clinical/forms/sti_service.1.toml".
    std::string name;  ///< "sti_service.1.toml".
    std::string text;
};

/// What is being gathered.
struct Gathering {
    ClinicalData data{};
    std::vector<FileFault> faults{};

    void refuse(const FoundFile& file, Fault fault) { faults.push_back({file.shown, std::move(fault)}); }
};

/// Reads `file` with `read` and puts what it says to `things`, when it is called as it calls itself.
template <class Thing, class Read>
void gather(Gathering& gathering, std::vector<Thing>& things, const FoundFile& file, Read read)
{
    auto thing = read(file.text);
    if (!thing) {
        for (auto& fault : thing.error()) {
            gathering.refuse(file, std::move(fault));
        }
        return;
    }
    if (const auto name = name_of(thing->about.edition) + ".toml"; name != file.name) {
        gathering.refuse(file,
                         {{}, "the file is not called after its id and version", fmt::format("Call it {}.", name)});
        return;
    }
    things.push_back(*std::move(thing));
    std::ranges::sort(things, {}, [](const Thing& each) { return each.about.edition; });
}

/// A folder of clinical/, and what reads its files. Whoever adds a kind adds its row, its assets' folder to
/// clinic/hub/CMakeLists.txt, and its place in ClinicalData.
struct Kind {
    std::string_view folder;
    void (*take)(Gathering& gathering, const FoundFile& file);
};
constexpr std::array kinds{
    Kind{"forms", [](Gathering& to, const FoundFile& file) { gather(to, to.data.forms, file, read_form); }},
    Kind{"regimens",
         [](Gathering& to, const FoundFile& file) { gather(to, to.data.guidelines, file, read_guideline); }},
    Kind{"tests", [](Gathering& to, const FoundFile& file) { gather(to, to.data.tests, file, read_tests); }},
    Kind{"followup",
         [](Gathering& to, const FoundFile& file) { gather(to, to.data.followup, file, read_followup_rules); }},
    Kind{"referrals",
         [](Gathering& to, const FoundFile& file) { gather(to, to.data.referrals, file, read_referral_clocks); }},
    Kind{"partners",
         [](Gathering& to, const FoundFile& file) { gather(to, to.data.partners, file, read_partner_rules); }},
    Kind{"stock", [](Gathering& to, const FoundFile& file) { gather(to, to.data.stock, file, read_commodities); }},
    Kind{"consent",
         [](Gathering& to, const FoundFile& file) { gather(to, to.data.consents, file, read_consent_text); }},
};

std::vector<FoundFile> built_in(std::string_view folder)
{
    std::vector<FoundFile> found;
    for (const auto& file : built_in_files()) {
        if (file.folder == folder) {
            found.push_back({fmt::format("{}/{}{}{}", clinical_folder, folder, folder.empty() ? "" : "/", file.name),
                             std::string{file.name}, std::string{file.text}});
        }
    }
    return found;
}

bool is_passed_over(const std::string& name)
{
    return name.starts_with('.') || name.ends_with('~');
}

/// The files of a folder on the disk, by name; each that cannot be one is noted.
std::vector<FoundFile> files_in(const path& folder, const std::string& shown, Gathering& gathering)
{
    std::vector<FoundFile> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        FoundFile file{
            fmt::format("{}/{}", shown, entry.path().filename().string()), entry.path().filename().string(), {}};
        if (is_passed_over(file.name)) {
            continue;
        }
        if (!file.name.ends_with(".toml")) {
            gathering.refuse(file, {{}, "this is no *.toml", "Take it out of the folder, or call it .toml."});
            continue;
        }
        auto text = centre_file_text(entry.path());
        if (!text) {
            gathering.refuse(file, {{}, text.error().what, "Put a file of this kind in its place, of at most 1 MB."});
            continue;
        }
        file.text = *std::move(text);
        found.push_back(std::move(file));
    }
    std::ranges::sort(found, {}, &FoundFile::name);
    return found;
}

std::vector<FoundFile> files_of(const path& clinical, std::string_view folder, Gathering& gathering)
{
    const auto place = clinical / folder;
    return std::filesystem::is_directory(place)
               ? files_in(place, fmt::format("{}/{}", clinical_folder, folder), gathering)
               : built_in(folder);
}

FoundFile built_in_one(std::string_view name)
{
    auto all = built_in("");
    return std::move(*std::ranges::find(all, name, &FoundFile::name));
}

/// A file of clinical/ itself, or the built-in one.
FoundFile one_file(const path& clinical, std::string_view name, Gathering& gathering)
{
    FoundFile file{fmt::format("{}/{}", clinical_folder, name), std::string{name}, {}};
    if (!std::filesystem::exists(clinical / name)) {
        return built_in_one(name);
    }
    auto text = centre_file_text(clinical / name);
    if (text) {
        file.text = *std::move(text);
    } else {
        gathering.refuse(file, {{}, text.error().what, fmt::format("Put a {} in its place.", name)});
    }
    return file;
}

/// In a folder that was made a moment ago nothing can be in the way, so a refusal there is the program's own fault.
void must(const std::expected<void, domain::Refusal>& written)
{
    if (!written) {
        throw std::logic_error{written.error().detail};
    }
}

void make_folder(const path& folder)
{
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

template <class Thing>
const Thing& edition_of(const std::vector<Thing>& things, const domain::Edition& edition)
{
    return *std::ranges::find(things, edition, [](const Thing& each) { return each.about.edition; });
}

/// Reads `file` with `read`, or notes what is wrong in it.
template <class Thing, class Read>
void read_into(Gathering& gathering, Thing& thing, const FoundFile& file, Read read)
{
    auto what = read(file.text);
    if (what) {
        thing = *std::move(what);
        return;
    }
    for (auto& fault : what.error()) {
        gathering.refuse(file, std::move(fault));
    }
}

std::expected<ClinicalData, std::vector<FileFault>> choose(Gathering gathering, const FoundFile& chosen,
                                                           const FoundFile& providers)
{
    if (gathering.faults.empty()) { // otherwise what it names may be one of the faulty ones
        read_into(gathering, gathering.data.chosen, chosen,
                  [&](std::string_view text) { return read_chosen(text, gathering.data); });
    }
    if (gathering.faults.empty()) {
        read_into(gathering, gathering.data.providers, providers,
                  [&](std::string_view text) { return read_providers(text, gathering.data.referral_clocks()); });
    }
    if (!gathering.faults.empty()) {
        return std::unexpected{std::move(gathering.faults)};
    }
    return std::move(gathering.data);
}

} // namespace

const domain::Form& ClinicalData::form() const
{
    return edition_of(forms, chosen.form);
}

const domain::Guideline& ClinicalData::guideline() const
{
    return edition_of(guidelines, chosen.guideline);
}

const domain::TestSheet& ClinicalData::test_sheet() const
{
    return edition_of(tests, chosen.tests);
}

const domain::FollowupRules& ClinicalData::followup_rules() const
{
    return edition_of(followup, chosen.followup);
}

const domain::ReferralClocks& ClinicalData::referral_clocks() const
{
    return edition_of(referrals, chosen.referrals);
}

const domain::PartnerRules& ClinicalData::partner_rules() const
{
    return edition_of(partners, chosen.partners);
}

const domain::Catalogue& ClinicalData::catalogue() const
{
    return edition_of(stock, chosen.stock);
}

const domain::ConsentText& ClinicalData::consent_text() const
{
    return edition_of(consents, chosen.consent);
}

domain::CareRules rules_of(const ClinicalData& data)
{
    return {.forms = data.forms,
            .tests = data.tests,
            .guidelines = data.guidelines,
            .followup = data.followup_rules(),
            .referrals = data.referral_clocks(),
            .providers = data.providers,
            .partners = data.partner_rules(),
            .consents = data.consents,
            .cupboard = &data.catalogue()};
}

std::expected<ClinicalData, std::vector<FileFault>> read_clinical_data(const path& root)
{
    Gathering gathering;
    const auto clinical = root / clinical_folder;
    for (const auto& kind : kinds) {
        for (const auto& file : files_of(clinical, kind.folder, gathering)) {
            kind.take(gathering, file);
        }
    }
    const auto chosen = one_file(clinical, chosen_name, gathering);
    const auto providers = one_file(clinical, providers_name, gathering);
    return choose(std::move(gathering), chosen, providers);
}

ClinicalData built_in_clinical_data()
{
    Gathering gathering;
    for (const auto& kind : kinds) {
        for (const auto& file : built_in(kind.folder)) {
            kind.take(gathering, file);
        }
    }
    auto data = choose(std::move(gathering), built_in_one(chosen_name), built_in_one(providers_name));
    if (!data) {
        throw std::logic_error{data.error().front().text()};
    }
    return *std::move(data);
}

void lay_out_clinical_data(const path& root)
{
    const auto place = place_of(root / clinical_folder);
    if (!check_place(place)) {
        return;
    }
    const UnfinishedFolder unfinished{place};
    for (const auto& kind : kinds) {
        make_folder(unfinished.folder() / kind.folder);
    }
    for (const auto& file : built_in_files()) {
        must(files::write_private_file(unfinished.folder() / file.folder / file.name, file.text));
    }
    unfinished.move_to(place);
}

} // namespace verandah::hub
