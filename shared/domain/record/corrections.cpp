// SPDX-License-Identifier: Apache-2.0
// Each revision beside the one before it.
#include "shared/domain/record/corrections.hpp"

#include <algorithm>
#include <set>

namespace verandah::domain {

namespace {

std::optional<AnswerValue> answer_in(const Answers& answers, const FieldCode& field)
{
    const auto found = answers.find(field);
    return found == answers.end() ? std::nullopt : std::optional{found->second};
}

} // namespace

std::vector<Correction::Change> changes_between(const Answers& before, const Answers& after)
{
    std::set<FieldCode> fields;
    for (const auto* answers : {&before, &after}) {
        for (const auto& [field, answer] : *answers) {
            fields.insert(field);
        }
    }
    std::vector<Correction::Change> changes;
    for (const auto& field : fields) {
        auto was = answer_in(before, field);
        auto is = answer_in(after, field);
        if (was != is) {
            changes.push_back({field, std::move(was), std::move(is)});
        }
    }
    return changes;
}

std::vector<Correction> corrections_of(const File& file, EncounterId encounter)
{
    std::vector<Correction> corrections;
    const EncounterSaved* done = nullptr; // the last revision that was done
    for (const auto& entry : file.entries) {
        const auto* saved = std::get_if<EncounterSaved>(&entry.event);
        if (saved == nullptr || saved->encounter != encounter || saved->state != EncounterSaved::State::done) {
            continue;
        }
        if (done != nullptr) {
            corrections.push_back({entry.by, entry.at, saved->why, changes_between(done->answers, saved->answers)});
        }
        done = saved;
    }
    return corrections;
}

} // namespace verandah::domain
