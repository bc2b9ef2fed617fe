// SPDX-License-Identifier: Apache-2.0
// The head and the codes of a clinical file.
#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace verandah::hub {

domain::ClinicalSource read_source(TableReader& root)
{
    using Standing = domain::ClinicalSource::Standing;
    constexpr int most_versions = 9999;
    domain::ClinicalSource about;
    about.edition.id = root.code_from<domain::FormCode>(root.word("id", {"sti_service", 48})).text();
    if (!root.has("version")) {
        root.refuse(root.place(), "the file has no \"version\"", "Add version = 1.");
    }
    about.edition.version = root.number("version", {.least = 1, .most = most_versions, .usual = 1});
    about.source = root.text("source", {"Ministry of Health, guideline of 2024", 400});
    about.standing = root.is_true("to_confirm") ? Standing::to_confirm : Standing::confirmed;
    return about;
}

std::vector<domain::Coding> read_codings(TableReader& section, std::string_view key)
{
    using domain::Coding;
    constexpr std::array systems{Coding::System::icd11, Coding::System::icd10, Coding::System::snomed,
                                 Coding::System::loinc};
    std::vector<Coding> codings;
    auto codes = section.table(key);
    if (!codes) {
        return codings;
    }
    codes->rename(fmt::format("the codes of {}", section.title()));
    for (const auto system : systems) {
        const auto code = codes->optional_text(domain::word(system), {"A53.9", 20});
        if (!code || code->empty()) {
            continue;
        }
        codings.push_back({system, *code});
        if (!is_well_formed(codings.back())) {
            codes->refuse(codes->place(domain::word(system)),
                          fmt::format("\"{}\" is no code of {}", *code, domain::word(system)),
                          "Compare it with where it is from; one character is wrong, or it is another system's.");
        }
    }
    codes->refuse_other_keys();
    return codings;
}

std::vector<domain::FactCode> read_facts(TableReader& section, std::string_view key)
{
    std::vector<domain::FactCode> facts;
    for (const auto& word : section.texts(key, {"syndrome.genital_ulcer", domain::FactCode::longest})) {
        facts.push_back(section.code_from<domain::FactCode>(word));
    }
    return facts;
}

} // namespace verandah::hub
