// SPDX-License-Identifier: Apache-2.0
// What is prescribed is held against the answers on the page: they reach the hub first.
#include "record_room.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::Room;

TEST(Prescribing, ComesAfterTheAnswersItIsHeldAgainst)
{
    Room room;
    room.answer_first_step(); // an ulcer, in somebody who bears no penicillin; a moment ago

    room.does(PrescribeThis{domain::FactCode::make("syndrome.genital_ulcer").value(),
                            domain::RegimenCode::make("ulcer.2").value()});

    const auto& entries = room.hub.file().entries;
    ASSERT_GE(entries.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<domain::Prescribed>(entries.back().event));
    const auto* saved = std::get_if<domain::EncounterSaved>(&entries[entries.size() - 2].event);
    ASSERT_NE(saved, nullptr);
    EXPECT_EQ(saved->answers, room.record().answers);
    EXPECT_TRUE(room.hub.refusals().empty());
}

TEST(Prescribing, GoesOnWhenAColleagueAnsweredOtherQuestionsMeanwhile)
{
    Room room;
    room.answer_first_step();
    room.pass(std::chrono::seconds{3});
    auto theirs = room.hub.file().encounters.at(room.record().encounter).saved;
    ++theirs.revision;
    theirs.answers[test::field("note")] = std::string{"Speaks softly"};
    room.hub.colleague_writes(theirs);
    room.does(test::choose("visit", "first"));

    room.does(PrescribeThis{domain::FactCode::make("syndrome.genital_ulcer").value(),
                            domain::RegimenCode::make("ulcer.2").value()});
    room.pass(std::chrono::seconds{3});

    EXPECT_EQ(room.hub.file().prescriptions.size(), 1U);
    EXPECT_TRUE(room.record().to_write.empty());
}

} // namespace
} // namespace verandah::console
