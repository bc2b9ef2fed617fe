// SPDX-License-Identifier: Apache-2.0
// The parts that messages of care share: words in several languages, codes of other systems, editions. For
// shared/wire/messages/care/*.cpp only.
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/coding.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/wire/messages/json_reader.hpp"
#include "shared/wire/messages/parts.hpp"

#include <string_view>
#include <vector>

namespace verandah::wire {

inline constexpr std::size_t longest_words = 400; ///< Of one text in one language, in bytes times four at most.
inline constexpr std::size_t most_listed = 400;   ///< Of anything in one list.

[[nodiscard]] domain::Words read_words_at(ObjectReader& reader, std::string_view field);
[[nodiscard]] nlohmann::json codings_json(const std::vector<domain::Coding>& codings);
[[nodiscard]] std::vector<domain::Coding> read_codings(ObjectReader& reader, std::string_view field = "codes");
[[nodiscard]] nlohmann::json edition_json(const domain::Edition& edition); ///< {"id":"tests","version":1}
[[nodiscard]] domain::Edition read_edition(ObjectReader& outer, std::string_view field);
/// Puts "id", "version", "source" and "to_confirm" into `json`.
void put_source(nlohmann::json& json, const domain::ClinicalSource& about);
[[nodiscard]] domain::ClinicalSource read_source(ObjectReader& reader);

} // namespace verandah::wire
