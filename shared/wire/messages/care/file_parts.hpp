// SPDX-License-Identifier: Apache-2.0
// What is written in a file, as JSON: the same inside its sealed entries and on the wire. Its words are permanent.
#pragma once

#include "shared/domain/record/file_event.hpp"
#include "shared/wire/messages/json_reader.hpp"

#include <string>
#include <string_view>

namespace verandah::wire {

inline constexpr std::size_t most_answers = 400;                      ///< Fields of one form.
inline constexpr std::size_t longest_answer = std::size_t{16} * 1024; ///< Bytes of one text.
inline constexpr std::size_t most_facts = 1'000;                      ///< Of one entry.
inline constexpr std::size_t most_supplies = 100;                     ///< Commodities that one entry moves.

[[nodiscard]] nlohmann::json as_json(const domain::Answers& answers);
[[nodiscard]] domain::Answers read_answers(ObjectReader& reader, std::string_view field);

[[nodiscard]] nlohmann::json as_json(const domain::Fact& fact); ///< {"code":"…","on":"2026-11-24","value":…}
[[nodiscard]] domain::Fact read_fact(ObjectReader& reader);

[[nodiscard]] nlohmann::json as_json(const domain::FileEvent& event);   ///< {"kind":"…",…}
[[nodiscard]] domain::FileEvent read_event_within(ObjectReader& outer); ///< In its field "event".

[[nodiscard]] nlohmann::json as_json(const domain::FileEntry& entry);
[[nodiscard]] domain::FileEntry read_file_entry(ObjectReader& reader);

} // namespace verandah::wire
