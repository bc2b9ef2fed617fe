// SPDX-License-Identifier: Apache-2.0
// The tests a centre has: what each looks for, how, in which specimen, and what can come out.
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/coding.hpp"
#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/centre/centre.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace verandah::domain {

using TargetCode = DottedCode<struct TargetTag>; ///< "hiv", "syphilis", "ng": the middle of a fact's code.

enum class TestOutcome { negative, positive, inconclusive };
[[nodiscard]] std::string_view word(TestOutcome outcome); ///< Permanent: "negative", "positive", "inconclusive".
[[nodiscard]] std::optional<TestOutcome> test_outcome_from(std::string_view word);

/// What came out. A titre is told as its dilution: 8 is 1:8. Invariant of a dilution: a power of two up to 4096.
struct TestResult {
    TestOutcome outcome;
    std::optional<std::int32_t> dilution{};
    friend auto operator<=>(const TestResult&, const TestResult&) = default;
};
[[nodiscard]] bool is_dilution(std::int64_t number);

/// How a test is done.
enum class TestMethod { naat, point_of_care, microscopy, culture, treponemal, non_treponemal, laboratory };
[[nodiscard]] std::string_view word(TestMethod method); ///< Permanent: "naat", "point_of_care", …
[[nodiscard]] std::optional<TestMethod> test_method_from(std::string_view word);

struct Specimen {
    SpecimenCode code;
    Words label;
    friend bool operator==(const Specimen&, const Specimen&) = default;
};

struct TestKind {
    enum class Titre { none, told };
    TestCode code; ///< "syphilis.rapid".
    Words label;
    TargetCode target;
    TestMethod method{TestMethod::point_of_care};
    std::vector<SpecimenCode> specimens; ///< Those it may be done in, the usual one first.
    std::vector<TestOutcome> outcomes;   ///< What can come out.
    Titre titre{Titre::none};
    std::vector<TestOutcome> critical; ///< What has to be told first of all.
    /// Assays in a row that lead to one result (hiv_testing.hpp); the others are read at once.
    enum class Strategy { none, hiv_three_assays };
    Strategy strategy{Strategy::none};
    std::vector<Coding> codings;
    std::vector<Coding> titre_codings{};    ///< Of the test where its titre is told; none: as the test.
    std::vector<Coding> positive_codings{}; ///< Of what somebody has in whom it is positive.
    friend bool operator==(const TestKind&, const TestKind&) = default;
};

/// Tests that are chosen with one touch, because one cartridge or one strip does them all: each has its own result.
struct TestPanel {
    Words label;
    std::vector<TestCode> tests;
    friend bool operator==(const TestPanel&, const TestPanel&) = default;
};

/// Every code that a kind names is here, and each code is there once. Made by the reader in clinic/hub/clinical.
struct TestSheet {
    ClinicalSource about;
    std::vector<Specimen> specimens;
    std::vector<TestKind> kinds;
    std::vector<TestPanel> panels;
    friend bool operator==(const TestSheet&, const TestSheet&) = default;
};

[[nodiscard]] const TestKind* find_test(const TestSheet& sheet, const TestCode& code); ///< Borrowed; none: nullptr.

/// Everything that can come out of a test of this kind, as it is offered: a positive titre once for each usual
/// dilution.
[[nodiscard]] std::vector<TestResult> possible_results(const TestKind& kind);
/// Whether `result` can come out of a test of this kind.
[[nodiscard]] bool can_result_in(const TestKind& kind, const TestResult& result);

} // namespace verandah::domain
