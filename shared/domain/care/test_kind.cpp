// SPDX-License-Identifier: Apache-2.0
// The words of tests, and what each can come out as.
#include "shared/domain/care/test_kind.hpp"

#include "shared/domain/care/word_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::domain {
namespace {

constexpr std::array outcome_words{std::pair{TestOutcome::negative, std::string_view{"negative"}},
                                   std::pair{TestOutcome::positive, std::string_view{"positive"}},
                                   std::pair{TestOutcome::inconclusive, std::string_view{"inconclusive"}}};

constexpr std::array method_words{std::pair{TestMethod::naat, std::string_view{"naat"}},
                                  std::pair{TestMethod::point_of_care, std::string_view{"point_of_care"}},
                                  std::pair{TestMethod::microscopy, std::string_view{"microscopy"}},
                                  std::pair{TestMethod::culture, std::string_view{"culture"}},
                                  std::pair{TestMethod::treponemal, std::string_view{"treponemal"}},
                                  std::pair{TestMethod::non_treponemal, std::string_view{"non_treponemal"}},
                                  std::pair{TestMethod::laboratory, std::string_view{"laboratory"}}};

} // namespace

std::string_view word(TestOutcome outcome)
{
    return word_in(outcome_words, outcome);
}

std::optional<TestOutcome> test_outcome_from(std::string_view word)
{
    return value_in(outcome_words, word);
}

std::string_view word(TestMethod method)
{
    return word_in(method_words, method);
}

std::optional<TestMethod> test_method_from(std::string_view word)
{
    return value_in(method_words, word);
}

bool is_dilution(std::int64_t number)
{
    constexpr std::int64_t highest = 4096;
    return number >= 1 && number <= highest && (number & (number - 1)) == 0;
}

const TestKind* find_test(const TestSheet& sheet, const TestCode& code)
{
    const auto found = std::ranges::find(sheet.kinds, code, &TestKind::code);
    return found == sheet.kinds.end() ? nullptr : &*found;
}

std::vector<TestResult> possible_results(const TestKind& kind)
{
    std::vector<TestResult> results;
    for (const auto outcome : kind.outcomes) {
        if (outcome != TestOutcome::positive || kind.titre == TestKind::Titre::none) {
            results.push_back({outcome});
            continue;
        }
        for (const std::int32_t dilution : {1, 2, 4, 8, 16, 32, 64}) {
            results.push_back({outcome, dilution});
        }
    }
    return results;
}

bool can_result_in(const TestKind& kind, const TestResult& result)
{
    const bool has_titre = result.dilution.has_value();
    return std::ranges::find(kind.outcomes, result.outcome) != kind.outcomes.end() &&
           (!has_titre || (kind.titre == TestKind::Titre::told && result.outcome == TestOutcome::positive &&
                           is_dilution(*result.dilution)));
}

} // namespace verandah::domain
