// SPDX-License-Identifier: Apache-2.0
// Whatever is written in a file, in whatever order: what was taken applies, and the file is what its entries say.
#include "care_case.hpp"
#include "shared/domain/record/counted.hpp"
#include "shared/domain/record/next_number.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>

namespace verandah::domain {
namespace {

using test::CareCase;
using test::code;

std::int64_t between(std::int64_t least, std::int64_t most)
{
    return *rc::gen::inRange<std::int64_t>(least, most + 1);
}
bool perhaps()
{
    return between(0, 1) == 1;
}
template <class Value>
Value any_of(std::initializer_list<Value> values)
{
    return *rc::gen::elementOf(std::vector<Value>{values});
}

/// The next number mostly, else one that is taken or too high.
template <class Number, class What>
Number some_number(const File& file, const std::map<Number, What>& known)
{
    return between(0, 3) > 0 ? next_number(file, known) : Number{between(1, 6)};
}

EncounterSaved any_encounter(const File& file)
{
    auto saved = CareCase::encounter(static_cast<std::uint32_t>(between(1, 4)),
                                     perhaps() ? EncounterSaved::State::draft : EncounterSaved::State::done,
                                     perhaps() ? "symptoms" : "none");
    saved.encounter = some_number(file, file.encounters);
    const auto found = file.encounters.find(EncounterId{between(1, 6)});
    if (found != file.encounters.end() && perhaps()) { // goes on with one that is there
        saved.encounter = found->first;
        saved.revision = found->second.saved.revision + 1;
    }
    saved.why = perhaps() ? "" : "the wrong button";
    return saved;
}

TestMoved any_move()
{
    TestMoved moved{TestId{between(1, 4)}, any_of({TestMove::take, TestMove::lose, TestMove::result, TestMove::correct,
                                                   TestMove::tell, TestMove::cancel})};
    if (between(0, 2) > 0) {
        moved.result = TestResult{any_of({TestOutcome::positive, TestOutcome::negative, TestOutcome::inconclusive})};
    }
    return moved;
}

FileEvent any_file_event(const File& file)
{
    switch (between(0, 9)) {
    case 0: return ConsentSaid{perhaps() ? ConsentSaid::Answer::yes : ConsentSaid::Answer::withdrawn, 1};
    case 1:
    case 2: return any_encounter(file);
    case 3:
        return TestOrdered{some_number(file, file.tests), code<TestCode>("syphilis.rapid"),
                           code<SpecimenCode>(perhaps() ? "blood" : "urine")};
    case 4:
    case 5: return any_move();
    case 6:
        return Prescribed{some_number(file, file.prescriptions), {"guide", 1},
                          code<RegimenCode>("penicillin"),       code<FactCode>("syndrome.genital_ulcer"),
                          static_cast<int>(between(0, 3)),       perhaps() ? "" : "she wants it"};
    case 7: return Dispensed{PrescriptionId{between(1, 3)}, static_cast<int>(between(1, 3)), {}};
    case 8: return ChannelAgreed{perhaps() ? Channel::none : Channel::outreach_worker};
    default:
        return ReferralMade{some_number(file, file.referrals),
                            code<ReferralServiceCode>("art"),
                            code<ProviderCode>("clinic-2"),
                            Escort::alone,
                            std::nullopt,
                            perhaps() ? std::optional{ReferralIssue{ReferralGround::consent}} : std::nullopt};
    }
}

/// A file that somebody wrote in, and what was counted of it.
struct FileStory {
    CareCase care;
    std::map<std::string, Counted> counted; ///< The last of each thing.

    void go_on()
    {
        if (between(0, 14) == 0) {
            care.newer_version_writes();
            return;
        }
        care.pass(std::chrono::days{between(0, 20) / 4});
        const auto before = care.file();
        const auto event = any_file_event(before);
        if (!care.decide(event)) {
            return;
        }
        const auto entry = care.write(event);
        for (auto& each : counted_by(before, entry, care.rules())) {
            counted.insert_or_assign(each.thing, std::move(each));
        }
        RC_ASSERT(care.file().last == before.last + 1);
        RC_ASSERT(care.file().entries.back() == entry);
    }
};

FileStory any_file_story()
{
    FileStory story;
    story.care.agreed();
    for (auto count = between(0, 80); count > 0; --count) {
        story.go_on();
    }
    return story;
}

template <class Number, class What>
void check_numbers(const File& file, const std::map<Number, What>& known)
{
    const auto next = next_number(file, known);
    RC_ASSERT(!known.contains(next));
    RC_ASSERT(next.value() <= static_cast<std::int64_t>(file.last) + 1);
}

RC_GTEST_PROP(AnyFile, IsTheSameWhenItsEntriesAreReadAgain, ())
{
    const auto story = any_file_story();
    const auto& file = story.care.file();
    File again;
    auto unread = file.unread.begin();
    for (const auto& entry : file.entries) {
        for (; unread != file.unread.end() && *unread < entry.number; ++unread) {
            apply_unread(again, *unread);
        }
        domain::apply(again, entry);
    }
    for (; unread != file.unread.end(); ++unread) {
        apply_unread(again, *unread);
    }
    RC_ASSERT(again == file);
}

RC_GTEST_PROP(AnyFile, NumbersItsEntriesWithoutAGap, ())
{
    const auto story = any_file_story();
    RC_ASSERT(story.care.file().entries.size() + story.care.file().unread.size() == story.care.file().last);
}

RC_GTEST_PROP(AnyFile, GivesNoNumberTwiceAndNoneAboveItsEntries, ())
{
    const auto story = any_file_story();
    const auto& file = story.care.file();
    check_numbers(file, file.encounters);
    check_numbers(file, file.tests);
    check_numbers(file, file.prescriptions);
    check_numbers(file, file.referrals);
}

RC_GTEST_PROP(AnyFile, HoldsTestsWhoseMovesLeadToWhereTheyAre, ())
{
    const auto story = any_file_story();
    for (const auto& [id, test] : story.care.file().tests) {
        auto step = TestStep::ordered;
        for (const auto& move : test.moves) {
            const auto next = advance(step, move.move);
            RC_ASSERT(next.has_value());
            step = *next;
        }
        RC_ASSERT(step == test.step);
    }
}

RC_GTEST_PROP(AnyFile, HoldsNoMoreDosesThanWerePrescribed, ())
{
    const auto story = any_file_story();
    for (const auto& [id, prescription] : story.care.file().prescriptions) {
        RC_ASSERT(std::ssize(prescription.doses) <= prescription.prescribed.doses);
    }
}

RC_GTEST_PROP(AnyFile, CountsOfEachRecordWhatItAmountsToNow, ())
{
    const auto story = any_file_story();
    for (const auto& [id, encounter] : story.care.file().encounters) {
        const auto found = story.counted.find("encounter " + std::to_string(id.value()));
        const auto counted = found == story.counted.end() ? std::vector<Fact>{} : found->second.facts;
        RC_ASSERT(counted == encounter.facts);
    }
}

RC_GTEST_PROP(AnyFile, CountsOfEachTestItsLastResultOnceAndThatItWasToldWhileItStands, ())
{
    const auto story = any_file_story();
    for (const auto& [id, test] : story.care.file().tests) {
        const auto facts_of_step = [&](TestStep step) {
            const auto found = story.counted.find("test " + std::to_string(id.value()) + ' ' + std::string{word(step)});
            return found == story.counted.end() ? std::vector<Fact>{} : found->second.facts;
        };
        const auto result = facts_of_step(TestStep::resulted);
        RC_ASSERT(result.size() == (test.result ? 1U : 0U));
        if (test.result) {
            RC_ASSERT(result.front().code.view().ends_with(word(test.result->outcome)));
        }
        RC_ASSERT(facts_of_step(TestStep::told).empty() == (test.step != TestStep::told));
        RC_ASSERT(facts_of_step(TestStep::ordered).empty() == (test.step == TestStep::cancelled));
    }
}

} // namespace
} // namespace verandah::domain
