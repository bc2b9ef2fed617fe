// SPDX-License-Identifier: Apache-2.0
// clinical/chosen.toml: which editions are in use.
#pragma once

#include "clinic/hub/clinical/clinical_data.hpp"

namespace verandah::hub {

/// Reads it against the editions that `data` has; one that is not there is a fault.
[[nodiscard]] std::expected<ChosenEditions, std::vector<Fault>> read_chosen(std::string_view text,
                                                                            const ClinicalData& data);

/// "sti_service.1": how an edition is called in chosen.toml, and its file without the ".toml".
[[nodiscard]] std::string name_of(const domain::Edition& edition);

} // namespace verandah::hub
