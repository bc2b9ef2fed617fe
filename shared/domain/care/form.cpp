// SPDX-License-Identifier: Apache-2.0
// Walking through a form.
#include "shared/domain/care/form.hpp"

#include <algorithm>

namespace verandah::domain {

std::vector<const Field*> fields_of(const Form& form)
{
    std::vector<const Field*> fields;
    for (const auto& step : form.steps) {
        for (const auto& section : step.sections) {
            for (const auto& field : section.fields) {
                fields.push_back(&field);
            }
        }
    }
    return fields;
}

const Field* find_field(const Form& form, const FieldCode& code)
{
    const auto fields = fields_of(form);
    const auto found = std::ranges::find(fields, code, [](const Field* field) { return field->code; });
    return found == fields.end() ? nullptr : *found;
}

} // namespace verandah::domain
