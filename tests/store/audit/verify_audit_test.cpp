// SPDX-License-Identifier: Apache-2.0
// Somebody has taken the disk and knows how everything is made. Whatever he changes of the past is found and named.
#include "tests/store/audit/audited_journal.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::store {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

class VerifyAudit : public testing::Test {
protected:
    VerifyAudit()
    {
        for (int checkpoint = 0; checkpoint < 4; ++checkpoint) {
            centre.live(5);
        }
    }
    test::AuditedJournal centre; ///< 20 events, signed at 5, 10, 15 and 20.
};

TEST_F(VerifyAudit, FindsAHonestPastWhole)
{
    EXPECT_THAT(centre.findings(), IsEmpty());
    EXPECT_THAT(centre.verified().notes, Contains(HasSubstr("Up to event 20")));
}

TEST_F(VerifyAudit, FindsACentreWithoutEventsWhole)
{
    EXPECT_THAT(test::AuditedJournal{}.findings(), IsEmpty());
}

TEST_F(VerifyAudit, FindsEventsThatAreNotSignedYetNormalAndCountsThem)
{
    centre.journal().append(test::some_events(7));

    EXPECT_THAT(centre.findings(), IsEmpty());
    EXPECT_THAT(centre.verified().notes, Contains(HasSubstr("7 since")));
}

TEST_F(VerifyAudit, FindsALineThatIsBeingWrittenNormal)
{
    auto text = test::read_file(centre.paths().checkpoints);
    test::write_file(centre.paths().checkpoints, text + "checkpoint 5 event 2");

    EXPECT_THAT(centre.findings(), IsEmpty());
}

TEST_F(VerifyAudit, FindsTheMomentBetweenALineAndTheNextKeyNormal)
{
    const auto key = test::read_file(centre.paths().key);
    centre.live(1);
    test::write_file(centre.paths().key, key);

    EXPECT_THAT(centre.findings(), IsEmpty());
}

TEST_F(VerifyAudit, NamesAnEditedRow)
{
    centre.journal().spoil("UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 8");

    EXPECT_THAT(centre.findings(), HasSubstr("event 8 or the one before it was changed"));
}

TEST_F(VerifyAudit, NamesADeletedRow)
{
    centre.journal().spoil("DELETE FROM journal WHERE sequence = 8");

    EXPECT_THAT(centre.findings(), HasSubstr("event 8 is missing"));
}

constexpr const char* swap_8_and_9 = "UPDATE journal SET sequence = -1 WHERE sequence = 8;"
                                     "UPDATE journal SET sequence = 8 WHERE sequence = 9;"
                                     "UPDATE journal SET sequence = 9 WHERE sequence = -1";

TEST_F(VerifyAudit, NamesReorderedRows)
{
    centre.journal().spoil(swap_8_and_9);

    EXPECT_THAT(centre.findings(), HasSubstr("event 8"));
}

TEST_F(VerifyAudit, NamesTheEventsAmongWhichOneWasEditedThoughTheChainWasWrittenAnew)
{
    centre.rewrite("UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 8");

    EXPECT_THAT(centre.findings(), HasSubstr("the events 6 to 10 are not those that checkpoint 2"));
}

TEST_F(VerifyAudit, NamesTheEventsAmongWhichTwoChangedPlacesThoughTheChainWasWrittenAnew)
{
    centre.rewrite(swap_8_and_9);

    EXPECT_THAT(centre.findings(), HasSubstr("the events 6 to 10 are not those"));
}

TEST_F(VerifyAudit, NamesTheEventsAmongWhichOneWasTakenOutThoughNumbersAndChainWereWrittenAnew)
{
    centre.rewrite(
        "DELETE FROM journal WHERE sequence = 8; UPDATE journal SET sequence = sequence - 1 WHERE sequence > 8");

    EXPECT_THAT(centre.findings(), AllOf(HasSubstr("the events 6 to 10 are not those"), HasSubstr("ends at event 19")));
}

TEST_F(VerifyAudit, FindsTheLastEventsOfTheJournalCutAway)
{
    centre.journal().spoil("DELETE FROM journal WHERE sequence > 12");

    EXPECT_THAT(centre.findings(), AllOf(HasSubstr("ends at event 12"), HasSubstr("the last 8 events were cut away")));
}

TEST_F(VerifyAudit, FindsTheLastCheckpointsCutAway)
{
    centre.cut_checkpoints(2);

    EXPECT_THAT(centre.findings(), AllOf(HasSubstr("has signed 4 checkpoints, and 2 are there"),
                                         HasSubstr("the end of the trail is missing")));
}

TEST_F(VerifyAudit, FindsJournalAndCheckpointsCutAwayTogether)
{
    centre.journal().spoil("DELETE FROM journal WHERE sequence > 10");
    centre.cut_checkpoints(2);

    EXPECT_THAT(centre.findings(), HasSubstr("the end of the trail is missing"));
}

TEST_F(VerifyAudit, FindsAnOldCopyOfJournalCheckpointsAndKeyByTheTrailThatWasExported)
{
    const auto journal = test::read_file(centre.journal().file());
    const auto key = test::read_file(centre.paths().key);
    const auto checkpoints = test::read_file(centre.paths().checkpoints);
    centre.live(5);
    const auto exported = exported_trails(centre.paths()).value();
    test::write_file(centre.journal().file(), journal);
    test::write_file(centre.paths().key, key);
    test::write_file(centre.paths().checkpoints, checkpoints);

    EXPECT_THAT(centre.findings(), IsEmpty()); // nothing here can tell: it is as it was
    EXPECT_THAT(centre.findings(exported), HasSubstr("checkpoint 5, of event 25, was exported, and is missing"));
}

TEST_F(VerifyAudit, FindsAnOlderKeyPutBackToSignThePastAnew)
{
    test::AuditedJournal other;
    other.live(5);
    const auto old_key = test::read_file(other.paths().key);
    other.live(5);
    other.live(5);
    test::write_file(other.paths().key, old_key);

    EXPECT_THAT(other.findings(), HasSubstr("an older key was put in its place"));
}

TEST_F(VerifyAudit, FindsTheSigningKeyExchanged)
{
    const test::AuditedJournal other;
    test::write_file(centre.paths().key, test::read_file(other.paths().key));
    centre.cut_checkpoints(0);

    EXPECT_THAT(centre.findings(), HasSubstr("one of the two was exchanged"));
}

TEST_F(VerifyAudit, FindsTheFirstPublicKeyExchanged)
{
    const test::AuditedJournal other;
    test::write_file(centre.paths().first_key, test::read_file(other.paths().first_key));

    EXPECT_THAT(centre.findings(), HasSubstr("is not the first key"));
}

TEST_F(VerifyAudit, FindsAMissingKey)
{
    std::filesystem::remove(centre.paths().key);

    EXPECT_THAT(centre.findings(), HasSubstr("audit.key: no such file"));
}

TEST_F(VerifyAudit, FindsAMissingTrail)
{
    std::filesystem::remove(centre.paths().checkpoints);

    EXPECT_THAT(centre.findings(), HasSubstr("checkpoints: no such file"));
}

TEST_F(VerifyAudit, FindsAnotherCentresJournal)
{
    test::AuditedJournal other;
    other.live(25);
    std::filesystem::copy_file(other.journal().file(), centre.journal().file(),
                               std::filesystem::copy_options::overwrite_existing);

    EXPECT_THAT(centre.findings(), HasSubstr("It is another centre's"));
}

TEST_F(VerifyAudit, FindsAForgedLineByItsSignature)
{
    const test::AuditedJournal thief;
    auto forged = centre.lines();
    const auto key = vault::AuditKey::make().next().next(); // of epoch 3, but nobody's
    auto line = text_of(sign_checkpoint(key, {15, {}}, domain::Instant{}));
    line.pop_back();
    forged[3] = line;
    centre.write_lines(forged);

    EXPECT_THAT(centre.findings(), HasSubstr("the signature of checkpoint 3 does not hold"));
}

TEST_F(VerifyAudit, FindsAnyCharacterOfALineChanged)
{
    const auto whole = test::read_file(centre.paths().checkpoints);
    const auto start = whole.find('\n') + 1;
    const auto end = whole.find('\n', start);
    for (auto at = start; at < end; ++at) {
        auto changed = whole;
        changed[at] = changed[at] == '1' ? '2' : '1';
        test::write_file(centre.paths().checkpoints, changed);
        EXPECT_FALSE(centre.verified().is_whole()) << at << ": " << changed.substr(start, end - start);
    }
}

TEST_F(VerifyAudit, FindsALineTakenOut)
{
    auto lines = centre.lines();
    lines.erase(lines.begin() + 2);
    centre.write_lines(lines);

    EXPECT_THAT(centre.findings(), HasSubstr("checkpoint 2 should stand where checkpoint 3 stands"));
}

TEST_F(VerifyAudit, FindsTwoLinesInAnotherOrder)
{
    auto lines = centre.lines();
    std::swap(lines[2], lines[3]);
    centre.write_lines(lines);

    EXPECT_THAT(centre.findings(), HasSubstr("checkpoint 2 should stand where checkpoint 3 stands"));
}

TEST_F(VerifyAudit, FindsAWholePastWrittenAnewByThePaperAndByTheExportedTrail)
{
    const auto exported = exported_trails(centre.paths()).value();
    const auto on_paper = centre.verified().notes.back();
    test::AuditedJournal forged;
    forged.live(20);

    EXPECT_THAT(forged.findings(), IsEmpty());
    EXPECT_NE(forged.verified().notes.back(), on_paper);
    EXPECT_THAT(forged.findings(exported), HasSubstr("the audit key was exchanged, or this is another centre"));
}

TEST_F(VerifyAudit, HoldsWhatWasExportedAgainstALaterPast)
{
    const auto exported = exported_trails(centre.paths()).value();
    centre.live(5);

    EXPECT_THAT(centre.findings(exported), IsEmpty());
    EXPECT_THAT(centre.findings(exported.substr(0, exported.size() - 5)), HasSubstr("cut short"));
    EXPECT_THAT(centre.findings(""), HasSubstr("cannot be read"));
}

TEST_F(VerifyAudit, GoesOnThroughATrailThatWasPutAside)
{
    const auto exported = exported_trails(centre.paths()).value();
    begin_trail(centre.paths());
    centre.live(5);

    EXPECT_THAT(centre.findings(exported), IsEmpty());
    EXPECT_THAT(centre.verified().notes, Contains(HasSubstr("Up to event 25")));
    centre.rewrite("UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 8");
    EXPECT_THAT(centre.findings(), HasSubstr("the events 6 to 10 are not those"));
}

TEST_F(VerifyAudit, DoesNotWriteToWhatItLooksAt)
{
    const auto before = centre.journal().bytes();
    const auto checkpoints = test::read_file(centre.paths().checkpoints);

    static_cast<void>(centre.verified());

    EXPECT_TRUE(centre.journal().bytes() == before);
    EXPECT_EQ(test::read_file(centre.paths().checkpoints), checkpoints);
}

} // namespace
} // namespace verandah::store
