// SPDX-License-Identifier: Apache-2.0
// The rules as tables and small questions.
#include "shared/domain/staff/secret_rule.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>

namespace verandah::domain {

namespace {

using Why = Refusal::Why;

constexpr std::size_t fewest_different_characters = 6;

/// Ways across the keypad, and what else is often chosen and no rule below catches. The first two are among the ten
/// most common of the study named in the header.
constexpr std::array<std::string_view, 20> often_chosen{
    "159753", "789456", "147258", "258147", "147852", "741852", "852741", "963852", "369258", "258369",
    "456123", "321654", "654987", "123789", "147369", "357159", "951357", "246810", "520131", "112358"};

/// Different bytes, which for scripts of several bytes a character says less, but never too little: refusing "aaaa…"
/// is all it is for.
std::size_t different_bytes(std::string_view text)
{
    std::bitset<256> seen;
    for (const char byte : text) {
        seen.set(static_cast<unsigned char>(byte));
    }
    return seen.count();
}

/// Characters of UTF-8: every byte but those that only continue one.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

bool repeats(std::string_view pin)
{
    const auto has_period = [pin](std::size_t period) {
        return pin.substr(period) == pin.substr(0, pin.size() - period);
    };
    return has_period(1) || has_period(2) || has_period(3);
}

/// The same step from each digit to the next, beyond 9 from 0 on: 123456, 890123, 987654, 024680.
bool steps(std::string_view pin)
{
    const auto step = [pin](std::size_t index) { return (pin[index] - pin[index - 1] + 10) % 10; };
    for (std::size_t index = 2; index < pin.size(); ++index) {
        if (step(index) != step(1)) {
            return false;
        }
    }
    return true;
}

bool doubles(std::string_view pin)
{
    return pin[0] == pin[1] && pin[2] == pin[3] && pin[4] == pin[5];
}

bool mirrors(std::string_view pin)
{
    return std::equal(pin.begin(), pin.begin() + pin_digits / 2, pin.rbegin());
}

int two_digits(std::string_view pin, std::size_t from)
{
    return (pin[from] - '0') * 10 + (pin[from + 1] - '0');
}

bool is_day_and_month(int one, int other)
{
    const auto both = [](int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; };
    return both(one, other) || both(other, one);
}

bool is_date(std::string_view pin)
{
    const std::array pairs{two_digits(pin, 0), two_digits(pin, 2), two_digits(pin, 4)};
    return is_day_and_month(pairs[0], pairs[1]) || is_day_and_month(pairs[1], pairs[2]); // 310299, 022999, 990231
}

bool has_year(std::string_view pin)
{
    const auto is_year = [](std::string_view digits) { return digits.starts_with("19") || digits.starts_with("20"); };
    return is_year(pin.substr(0, 4)) || is_year(pin.substr(2, 4));
}

} // namespace

std::expected<void, Refusal> check_passphrase(std::string_view passphrase)
{
    if (characters(passphrase) < shortest_passphrase) {
        return refuse(Why::invalid_input, "a passphrase has at least 15 characters");
    }
    if (passphrase.size() > longest_passphrase) {
        return refuse(Why::invalid_input, "a passphrase has at most 256 bytes");
    }
    if (different_bytes(passphrase) < fewest_different_characters) {
        return refuse(Why::invalid_input, "a passphrase has at least 6 different characters");
    }
    return {};
}

std::expected<void, Refusal> check_pin(std::string_view pin)
{
    const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
    if (pin.size() != pin_digits || !std::ranges::all_of(pin, is_digit)) {
        return refuse(Why::invalid_input, "a PIN is six digits");
    }
    const bool is_common = repeats(pin) || steps(pin) || doubles(pin) || mirrors(pin) || is_date(pin) ||
                           has_year(pin) || std::ranges::find(often_chosen, pin) != often_chosen.end();
    if (is_common) {
        return refuse(Why::invalid_input, "a PIN that many people choose");
    }
    return {};
}

} // namespace verandah::domain
