// SPDX-License-Identifier: Apache-2.0
// A counterfoil's code, written one way and read as people type it.
#include "shared/domain/referral/counterfoil_code.hpp"

#include "shared/domain/enrolment/base32.hpp"

namespace verandah::domain {
namespace {

using enum Refusal::Why;

constexpr char mark = '9'; // permanent; no character of base32, nor what people type for one
constexpr std::size_t token_characters = 26;
constexpr std::size_t check_size = 2;
constexpr std::size_t group_size = 5;
constexpr std::size_t longest_typed = 200;
static_assert(1 + token_characters + check_size == CounterfoilCode::text_size);

} // namespace

std::expected<CounterfoilCode, Refusal> CounterfoilCode::parse(std::string_view text)
{
    const auto characters = text.size() <= longest_typed ? as_base32(text) : std::string{};
    if (characters.size() != text_size || characters.front() != mark) {
        return refuse(invalid_input, "a counterfoil has a 9 and 28 characters of A to Z and 2 to 7");
    }
    const std::string_view body{characters.data(), text_size - check_size};
    if (check_characters(body) != std::string_view{characters}.substr(body.size())) {
        return refuse(conflict, "the check of this counterfoil says that a character in it is wrong");
    }
    Token token;
    if (!read_base32(body.substr(1), token)) {
        return refuse(invalid_input, "a counterfoil has a 9 and 28 characters of A to Z and 2 to 7");
    }
    return CounterfoilCode{token};
}

std::string CounterfoilCode::text() const
{
    const auto body = mark + base32(token_);
    return body + check_characters(body);
}

std::string CounterfoilCode::grouped() const
{
    const auto whole = text();
    std::string groups;
    for (std::size_t from = 0; from < whole.size(); from += group_size) {
        groups += (from == 0 ? "" : "-") + whole.substr(from, group_size);
    }
    return groups;
}

bool looks_like_counterfoil(std::string_view scanned)
{
    const auto first = scanned.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && scanned[first] == mark;
}

} // namespace verandah::domain
