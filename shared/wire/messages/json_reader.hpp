// SPDX-License-Identifier: Apache-2.0
// Strict reading of JSON from outside: bounded depth, no duplicate keys, no unknown fields, every refusal with its
// field.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

inline constexpr std::int64_t largest_number = std::int64_t{1} << 53U; ///< What every JSON reader holds exactly.
inline constexpr int deepest_json = 32; ///< nlohmann-json copies recursively, so depth is bounded while parsing.

/// The value in `text`. invalid_input when it is not JSON, is too deep or has a key twice. Never repeats the input.
[[nodiscard]] std::expected<nlohmann::json, domain::Refusal> parse_json(std::string_view text);

/// Reads one object, field by field. The first thing wrong is kept and everything after it answers with a harmless
/// value; whoever reads asks finish() once, at the end.
class ObjectReader {
public:
    explicit ObjectReader(const nlohmann::json& value); ///< Borrowed.

    /// For what came in with a later version, and is not in what was written before.
    [[nodiscard]] bool has(std::string_view field) const;
    [[nodiscard]] std::string text(std::string_view field, std::size_t longest = 200);
    [[nodiscard]] std::optional<std::string> optional_text(std::string_view field, std::size_t longest = 200);
    [[nodiscard]] std::int64_t number(std::string_view field, std::int64_t least, std::int64_t most);
    [[nodiscard]] std::optional<std::int64_t> optional_number(std::string_view field, std::int64_t least,
                                                              std::int64_t most);
    template <class Id>
    [[nodiscard]] Id id(std::string_view field)
    {
        return Id{number(field, 1, largest_number)};
    }
    template <class Id>
    [[nodiscard]] std::optional<Id> optional_id(std::string_view field)
    {
        const auto value = optional_number(field, 1, largest_number);
        return value ? std::optional{Id{*value}} : std::nullopt;
    }
    [[nodiscard]] bool yes_or_no(std::string_view field);
    [[nodiscard]] domain::Instant instant(std::string_view field); ///< Unix milliseconds.
    [[nodiscard]] std::optional<domain::Instant> optional_instant(std::string_view field);
    [[nodiscard]] const nlohmann::json& list(std::string_view field, std::size_t longest);
    [[nodiscard]] const nlohmann::json& object(std::string_view field); ///< An empty object when it is missing.

    template <class Code>
    [[nodiscard]] std::optional<Code> optional_code(std::string_view field)
    {
        const auto word = optional_text(field, Code::longest);
        return word ? std::optional{code_from<Code>(*word, field)} : std::nullopt;
    }
    template <class Code>
    [[nodiscard]] Code code(std::string_view field)
    {
        return code_from<Code>(text(field, Code::longest), field);
    }
    template <class Code>
    [[nodiscard]] std::vector<Code> codes(std::string_view field, std::size_t longest)
    {
        std::vector<Code> codes;
        for (const auto& word : list(field, longest)) {
            codes.push_back(code_from<Code>(word.is_string() ? word.get_ref<const std::string&>() : "", field));
        }
        return codes;
    }
    /// A word that `from` knows, such as a TicketState.
    template <class From>
    [[nodiscard]] auto word(std::string_view field, From from) ->
        typename decltype(from(std::string_view{}))::value_type
    {
        const auto known = from(text(field, 40));
        if (!known) {
            refuse(field, "is not a word known here");
        }
        return known.value_or(typename decltype(from(std::string_view{}))::value_type{});
    }

    /// The same, for a word that may be missing or null.
    template <class From>
    [[nodiscard]] auto optional_word(std::string_view field, From from) -> decltype(from(std::string_view{}))
    {
        const auto word = optional_text(field, 40);
        const auto known = word ? from(*word) : std::nullopt;
        if (word && !known) {
            refuse(field, "is not a word known here");
        }
        return known;
    }

    void refuse(std::string_view field, std::string_view what);
    /// Nothing when all was well and no field is left that nobody asked for.
    [[nodiscard]] std::expected<void, domain::Refusal> finish();

private:
    template <class Code>
    Code code_from(std::string_view word, std::string_view field)
    {
        const auto code = Code::make(word);
        if (!code) {
            refuse(field, "is not a code: 1 to 15 of a-z, 0-9, '-' and '_'");
        }
        return code ? *code : *Code::make("none");
    }
    const nlohmann::json* find(std::string_view field);

    const nlohmann::json* value_;
    std::set<std::string, std::less<>> asked_;
    std::optional<domain::Refusal> refusal_;
};

/// Unix milliseconds, as all times are on the wire.
[[nodiscard]] inline std::int64_t milliseconds(domain::Instant at)
{
    return at.time_since_epoch().count();
}

[[nodiscard]] inline nlohmann::json or_null(std::optional<domain::Instant> at)
{
    return at ? nlohmann::json(milliseconds(*at)) : nlohmann::json(nullptr);
}

} // namespace verandah::wire
