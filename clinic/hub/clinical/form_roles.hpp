// SPDX-License-Identifier: Apache-2.0
// What a field is to the record beside being asked. For form_file.cpp.
#pragma once

#include "clinic/hub/centre/sections.hpp"
#include "clinic/hub/centre/table_reader.hpp"
#include "shared/domain/care/form.hpp"

#include <map>
#include <string>

namespace verandah::hub {

/// Reads the roles of one form's fields.
class FormRoles {
public:
    /// `role` of a field that was read but for it. Refused are a word that is no role, a role that such a field cannot
    /// have, and one that stands already with another field where there can be one only.
    void read(TableReader& section, domain::Field& field);

    /// A form from before there were roles, in which no field has one, gets those that it was read by then: fields by
    /// what their answers amount to, and the first point in time it asks.
    void give_as_before(domain::Form& form) const;

private:
    std::map<domain::Field::Role, Place> first_; ///< Where each stands first.
};

} // namespace verandah::hub
