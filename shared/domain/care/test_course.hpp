// SPDX-License-Identifier: Apache-2.0
// The way of one test: ordered → taken → resulted → told, who moved it and when, and what it amounts to.
#pragma once

#include "shared/domain/care/fact.hpp"
#include "shared/domain/care/test_kind.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/refusal.hpp"

#include <array>
#include <expected>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace verandah::domain {

enum class TestStep { ordered, taken, resulted, told, cancelled };
enum class TestMove { take, lose, result, correct, tell, cancel };

struct TestPassage {
    TestStep from;
    TestMove move;
    TestStep to;
};

// The whole life of a test. Rows not here are refused.
// clang-format off
inline constexpr std::array test_passages{
    TestPassage{TestStep::ordered,  TestMove::take,    TestStep::taken},
    TestPassage{TestStep::ordered,  TestMove::result,  TestStep::resulted},  // done and read beside the visitor
    TestPassage{TestStep::ordered,  TestMove::cancel,  TestStep::cancelled},
    TestPassage{TestStep::taken,    TestMove::lose,    TestStep::ordered},   // spilt, clotted, lost on the way
    TestPassage{TestStep::taken,    TestMove::result,  TestStep::resulted},
    TestPassage{TestStep::taken,    TestMove::cancel,  TestStep::cancelled},
    TestPassage{TestStep::resulted, TestMove::correct, TestStep::resulted},  // the old result stays in the history
    TestPassage{TestStep::resulted, TestMove::tell,    TestStep::told},
    TestPassage{TestStep::told,     TestMove::correct, TestStep::resulted},  // and so has to be told anew
};
// clang-format on

/// The step after `move`; conflict when the table has no such row.
[[nodiscard]] std::expected<TestStep, Refusal> advance(TestStep now, TestMove move);

[[nodiscard]] std::string_view word(TestStep step); ///< Permanent: "ordered", "taken", "resulted", "told", "cancelled".
[[nodiscard]] std::optional<TestStep> test_step_from(std::string_view word);
[[nodiscard]] std::string_view
word(TestMove move); ///< Permanent: "take", "lose", "result", "correct", "tell", "cancel".
[[nodiscard]] std::optional<TestMove> test_move_from(std::string_view word);

/// One move as somebody made it.
struct TestMoveMade {
    TestMove move;
    Instant at;
    AccountCode by;
    std::optional<TestResult> result{}; ///< Of `result` and `correct`.
    friend bool operator==(const TestMoveMade&, const TestMoveMade&) = default;
};

/// One test of one visitor. Invariant: `moves` led from ordered to `step`, oldest first.
struct TestCourse {
    TestCode kind;
    SpecimenCode specimen;
    Instant ordered_at;
    AccountCode ordered_by;
    TestStep step{TestStep::ordered};
    std::vector<TestMoveMade> moves{};
    std::optional<TestResult> result{}; ///< The latest.
    friend bool operator==(const TestCourse&, const TestCourse&) = default;
};

/// The course after `made`. conflict when the table does not have the move; invalid_input when it comes without the
/// result it needs, with one it must not have, or with one that a test of this kind cannot have.
[[nodiscard]] std::expected<TestCourse, Refusal> moved(TestCourse course, const TestKind& kind,
                                                       const TestMoveMade& made);

/// Which of `courses` have a result that nobody told yet: critical ones first, then the longest waiting. Indices into
/// `courses`. A kind that the sheet no longer has counts as not critical.
[[nodiscard]] std::vector<std::size_t> to_tell(std::span<const TestCourse> courses, const TestSheet& sheet);
[[nodiscard]] bool is_critical(const TestKind& kind, const TestResult& result);

/// What being at `step` amounts to: "test.hiv.positive" and, with a titre, "test.syphilis.titre" with its dilution. A
/// cancelled test amounts to nothing.
[[nodiscard]] History facts_of(const TestKind& kind, TestStep step, const std::optional<TestResult>& result,
                               CentreDay day);

} // namespace verandah::domain
