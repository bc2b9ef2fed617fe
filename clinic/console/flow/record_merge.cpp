// SPDX-License-Identifier: Apache-2.0
// Field by field.
#include "clinic/console/flow/record_merge.hpp"

#include <optional>
#include <set>

namespace verandah::console {

namespace {

std::optional<domain::AnswerValue> in(const domain::Answers& answers, const domain::FieldCode& field)
{
    const auto found = answers.find(field);
    return found == answers.end() ? std::nullopt : std::optional{found->second};
}

} // namespace

Merged merge(const domain::Answers& base, const domain::Answers& mine, const domain::Answers& theirs)
{
    std::set<domain::FieldCode> fields;
    for (const auto* answers : {&base, &mine, &theirs}) {
        for (const auto& [field, answer] : *answers) {
            fields.insert(field);
        }
    }
    Merged merged;
    for (const auto& field : fields) {
        const auto before = in(base, field);
        const auto my_answer = in(mine, field);
        const auto their_answer = in(theirs, field);
        const bool i_changed = my_answer != before;
        if (i_changed && their_answer != before && my_answer != their_answer) {
            merged.clashes.push_back(field);
        }
        if (const auto& answer = i_changed ? my_answer : their_answer) {
            merged.answers.emplace(field, *answer);
        }
    }
    return merged;
}

} // namespace verandah::console
