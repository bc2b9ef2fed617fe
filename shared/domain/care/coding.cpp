// SPDX-License-Identifier: Apache-2.0
// The check digits of LOINC and SNOMED CT.
#include "shared/domain/care/coding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::domain {
namespace {

constexpr std::array words{std::pair{Coding::System::icd11, std::string_view{"icd11"}},
                           std::pair{Coding::System::icd10, std::string_view{"icd10"}},
                           std::pair{Coding::System::snomed, std::string_view{"snomed"}},
                           std::pair{Coding::System::loinc, std::string_view{"loinc"}}};

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

int digit(char letter)
{
    return letter - '0';
}

// Every second digit from the right is doubled, and the digits of all are added up.
bool is_loinc(std::string_view code)
{
    constexpr std::size_t longest = 8;
    const auto dash = code.find('-');
    if (code.size() > longest || dash == 0 || dash == std::string_view::npos || dash + 2 != code.size() ||
        !is_digit(code.back()) || !std::ranges::all_of(code.substr(0, dash), is_digit)) {
        return false;
    }
    int sum = digit(code.back());
    for (std::size_t i = 0; i < dash; ++i) {
        const int each = digit(code[dash - 1 - i]);
        const int doubled = 2 * each;
        sum += i % 2 != 0 ? each : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

// Verhoeff's: the product in the group D5 of each digit, permuted by its place, is the neutral one.
// The group and the permutation as printed in the SNOMED CT Technical Implementation Guide.
constexpr std::array<std::string_view, 10> product{"0123456789", "1234067895", "2340178956", "3401289567",
                                                   "4012395678", "5987604321", "6598710432", "7659821043",
                                                   "8765932104", "9876543210"};
constexpr std::array<std::string_view, 8> permuted{"0123456789", "1576283094", "5803796142", "8916043527",
                                                   "9453126870", "4286573901", "2793806415", "7046913258"};

bool is_snomed(std::string_view code)
{
    if (code.size() < 6 || code.size() > 18 || code.front() == '0' || !std::ranges::all_of(code, is_digit)) {
        return false;
    }
    char so_far = '0';
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char each = permuted[i % permuted.size()][static_cast<std::size_t>(digit(code[code.size() - 1 - i]))];
        so_far = product[static_cast<std::size_t>(digit(so_far))][static_cast<std::size_t>(digit(each))];
    }
    return so_far == '0';
}

bool is_icd(std::string_view code)
{
    const auto allowed = [](char letter) {
        return is_digit(letter) || (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == '/' || letter == '&';
    };
    return code.size() >= 3 && code.size() <= 20 && std::ranges::all_of(code, allowed);
}

} // namespace

std::string_view word(Coding::System system)
{
    return std::ranges::find(words, system, [](const auto& row) { return row.first; })->second;
}

std::optional<Coding::System> coding_system_from(std::string_view word)
{
    const auto row = std::ranges::find(words, word, [](const auto& each) { return each.second; });
    return row == words.end() ? std::nullopt : std::optional{row->first};
}

bool is_well_formed(const Coding& coding)
{
    switch (coding.system) {
    case Coding::System::icd11:
    case Coding::System::icd10: return is_icd(coding.code);
    case Coding::System::snomed: return is_snomed(coding.code);
    case Coding::System::loinc: return is_loinc(coding.code);
    }
    std::unreachable();
}

} // namespace verandah::domain
