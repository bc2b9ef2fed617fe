// SPDX-License-Identifier: Apache-2.0
// What a file amounts to now: of each thing as it stands, whatever was written of it before.
#include "shared/domain/record/file.hpp"

#include <algorithm>
#include <map>

namespace verandah::domain {

namespace {

/// Which entries of tests no longer hold: a result that was corrected, a specimen that was lost, a cancelled test.
class TestEntries {
public:
    explicit TestEntries(const std::vector<FileEntry>& entries) : holds_(entries.size(), true)
    {
        for (std::size_t index = 0; index < entries.size(); ++index) {
            if (const auto* ordered = std::get_if<TestOrdered>(&entries[index].event)) {
                stands_[ordered->test][TestStep::ordered] = index;
            } else if (const auto* moved = std::get_if<TestMoved>(&entries[index].event)) {
                take(*moved, index);
            }
        }
    }
    [[nodiscard]] bool holds(std::size_t index) const { return holds_[index]; }

private:
    using Stands = std::map<TestStep, std::size_t>; ///< The entry by which a test got to a step.

    void take(const TestMoved& moved, std::size_t index)
    {
        auto& stands = stands_[moved.test];
        switch (moved.move) {
        case TestMove::take: stands[TestStep::taken] = index; break;
        case TestMove::lose:
            drop(stands, TestStep::taken);
            holds_[index] = false; // it is ordered as it was
            break;
        case TestMove::correct:
            drop(stands, TestStep::resulted);
            drop(stands, TestStep::told); // and has to be told anew
            stands[TestStep::resulted] = index;
            break;
        case TestMove::result: stands[TestStep::resulted] = index; break;
        case TestMove::tell: stands[TestStep::told] = index; break;
        case TestMove::cancel:
            drop(stands, TestStep::ordered);
            drop(stands, TestStep::taken);
            break;
        }
    }
    void drop(Stands& stands, TestStep step)
    {
        if (const auto found = stands.find(step); found != stands.end()) {
            holds_[found->second] = false;
            stands.erase(found);
        }
    }

    std::vector<bool> holds_;
    std::map<TestId, Stands> stands_;
};

} // namespace

History history_of(const File& file)
{
    History history;
    const TestEntries tests{file.entries};
    for (std::size_t index = 0; index < file.entries.size(); ++index) {
        const auto& entry = file.entries[index];
        if (!std::holds_alternative<EncounterSaved>(entry.event) && tests.holds(index)) {
            history.insert(history.end(), entry.facts.begin(), entry.facts.end());
        }
    }
    for (const auto& [id, encounter] : file.encounters) {
        history.insert(history.end(), encounter.facts.begin(), encounter.facts.end());
    }
    std::ranges::stable_sort(history, {}, &Fact::on);
    return history;
}

} // namespace verandah::domain
