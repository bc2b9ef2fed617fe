// SPDX-License-Identifier: Apache-2.0
// The conditions of a form: read with each field, checked once all fields are known. For form_file.cpp only.
#pragma once

#include "clinic/hub/clinical/clinical_reading.hpp"
#include "shared/domain/care/form.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace verandah::hub {

/// Every condition of a form, and where it stands.
class FormConditions {
public:
    /// The conditions under `key` of the field that is the `owner`th of the form; `key` says what may be named.
    [[nodiscard]] std::vector<domain::Condition> read(TableReader& field, std::string_view key, std::size_t owner);

    /// Notes each condition that can never be right in `form`.
    void check(TableReader& root, const domain::Form& form) const;

private:
    struct Standing {
        domain::Condition condition;
        Located<std::string> field;
        Place choices;
        std::size_t owner;
        enum class Of { shown_when, required_when };
        Of of;
    };
    static domain::Condition read_one(TableReader& section, const Located<std::string>& field);
    static void check_choices(TableReader& root, const Standing& standing, const domain::Field& named);
    static void check_one(TableReader& root, const Standing& standing, const std::vector<const domain::Field*>& fields);

    std::vector<Standing> all_;
};

} // namespace verandah::hub
