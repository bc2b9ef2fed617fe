// SPDX-License-Identifier: Apache-2.0
// From the clinic to the outreach worker and back: by real routes, with her own key, and by nobody else's.
#include "clinic/hub/care/look_log.hpp"
#include "shared/vault/tracing_seal.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/care/tracing_messages.hpp"
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::test {
namespace {

using domain::Channel;
using domain::DueActed;
using domain::FileId;
using domain::GiveItem;
using domain::Role;
using domain::TracingEnd;
using domain::TracingId;
using domain::TracingOutcome;
using domain::TracingTried;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto tracings_path = "/v1/tracings";
constexpr auto tea_stall = "at the tea stall, in the evening";
const auto worker = code<domain::AccountCode>("out-1");
const auto colleague = code<domain::AccountCode>("out-2");

/// A visitor who agreed to be looked for, for her next check-up; console-2 is the outreach workers'.
class TracingsHouse : public FilesHouse {
protected:
    TracingsHouse()
    {
        make_account(worker, Role::outreach_worker);
        make_account(colleague, Role::outreach_worker);
        make_account(code<domain::AccountCode>("front-1"), Role::reception);
        const auto her_card = card('a');
        file_ = opened(with_her(serve(her_card), her_card, domain::ConsentSaid::Answer::yes)).file.value();
        const auto one = [](std::string_view choice) { return std::vector{code<domain::ChoiceCode>(choice)}; };
        EXPECT_EQ(write(*file_, domain::EncounterSaved{domain::EncounterId{1},
                                                       1,
                                                       {"sti_service", 1},
                                                       domain::EncounterSaved::State::done,
                                                       {{code<domain::FieldCode>("reason"), one("checkup")},
                                                        {code<domain::FieldCode>("visit"), one("first")},
                                                        {code<domain::FieldCode>("allergy"), one("none")},
                                                        {code<domain::FieldCode>("pregnancy"), one("no")}},
                                                       ""})
                      .status,
                  201);
        EXPECT_EQ(write(*file_, domain::ChannelAgreed{Channel::outreach_worker}).status, 201);
    }

    wire::DueList due(const std::string& query = "")
    {
        const auto answer = get_at("console-1", "/v1/care/due" + query);
        return wire::decode_due_list(answer.body).value();
    }
    domain::DueItem item()
    {
        const auto rows = due().rows;
        EXPECT_THAT(rows, Not(IsEmpty()));
        return rows.front().item;
    }
    wire::Response give(const domain::AccountCode& to = worker, const std::string& words = tea_stall)
    {
        return write(*file_, DueActed{item().key, GiveItem{to, words}});
    }
    void stand_worker(const domain::AccountCode& account = worker) { stand_as("console-2", account); }
    wire::TracingList hers()
    {
        const auto answer = get_at("console-2", tracings_path);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return wire::decode_tracing_list(answer.body).value();
    }
    int tell(TracingId tracing, const wire::TracingAnswer& told = {TracingOutcome::reached, TracingEnd::will_come})
    {
        return post_at("console-2", tell_path(tracing), wire::encode(told)).status;
    }
    static std::string tell_path(TracingId tracing)
    {
        return std::string{tracings_path} + "/" + std::to_string(tracing.value()) + "/tell";
    }
    /// As the clinician's console writes down what the worker told.
    TracingTried as_told(const wire::DueRow& row) const
    {
        const auto& told = row.with_worker.value().told.value();
        return {
            row.item.key,        row.item.attempts + 1, Channel::outreach_worker,
            told.answer.outcome, told.answer.end,       domain::TracingAnswerId{row.item.tracing.value(), told.number}};
    }

    std::optional<FileId> file_;
};

TEST_F(TracingsHouse, ShowTheWorkerHowToFindHerAndNeitherWhatForNorHerFile)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();

    const auto list = hers();
    ASSERT_THAT(list.rows, SizeIs(1));
    EXPECT_EQ(list.rows.front().asked.words, tea_stall);
    EXPECT_EQ(list.rows.front().asked.expected_on, item().due);
    const auto body = get_at("console-2", tracings_path).body;
    EXPECT_THAT(body, Not(HasSubstr(item().key.rule.view())));
    EXPECT_THAT(body, Not(HasSubstr(std::to_string(file_->value()))));
}

TEST_F(TracingsHouse, AreSeenByNobodyElse)
{
    ASSERT_EQ(give().status, 201);
    for (const auto role : domain::every_role) {
        stand("console-2", role);
        const bool is_worker = role == Role::outreach_worker;
        EXPECT_EQ(get_at("console-2", tracings_path).status, is_worker ? 200 : 403) << word(role);
    }
    stand_worker(colleague);
    EXPECT_THAT(hers().rows, IsEmpty());
    leave("console-2");
    EXPECT_EQ(get_at("console-2", tracings_path).status, 403);
}

TEST_F(TracingsHouse, BringWhatSheToldToTheClinicsWorkList)
{
    ASSERT_EQ(give().status, 201);
    EXPECT_EQ(due().told, 0);
    stand_worker();
    ASSERT_EQ(tell(hers().rows.front().tracing), 200);

    const auto list = due("?told=waiting");
    EXPECT_EQ(list.told, 1);
    ASSERT_THAT(list.rows, SizeIs(1));
    const auto& told = list.rows.front().with_worker.value().told.value();
    EXPECT_EQ(told.answer, (wire::TracingAnswer{TracingOutcome::reached, TracingEnd::will_come}));
    EXPECT_EQ(hers().rows.front().told->answer, told.answer) << "she does not see what she told";
}

TEST_F(TracingsHouse, AreOverOnceTheClinicWroteDownThatSheWillCome)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto tracing = hers().rows.front().tracing;
    ASSERT_EQ(tell(tracing), 200);
    ASSERT_EQ(write(*file_, as_told(due("?told=waiting").rows.front())).status, 201);

    EXPECT_EQ(due().told, 0);
    EXPECT_EQ(item().tracing_end, TracingEnd::will_come);
    EXPECT_THAT(hers().rows, IsEmpty());
    EXPECT_EQ(tell(tracing), 404);
}

TEST_F(TracingsHouse, GoOnAfterAnAttemptThatReachedNobody)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto tracing = hers().rows.front().tracing;
    for (int attempt = 1; attempt <= domain::most_tracing_attempts; ++attempt) {
        ASSERT_THAT(hers().rows, SizeIs(1));
        EXPECT_EQ(hers().rows.front().asked.attempts, attempt - 1);
        EXPECT_FALSE(hers().rows.front().told);
        ASSERT_EQ(tell(tracing, {TracingOutcome::not_reached}), 200);
        ASSERT_EQ(write(*file_, as_told(due("?told=waiting").rows.front())).status, 201);
    }
    EXPECT_THAT(hers().rows, IsEmpty()) << "nobody is looked for a fourth time";
}

TEST_F(TracingsHouse, LetHerThinkBetterOfItAndTheClinicWriteDownTheLastOnly)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto tracing = hers().rows.front().tracing;
    ASSERT_EQ(tell(tracing, {TracingOutcome::not_reached}), 200);
    const auto seen = due("?told=waiting").rows.front();
    ASSERT_EQ(tell(tracing), 200);

    EXPECT_EQ(write(*file_, as_told(seen)).status, 409) << "she told something else meanwhile";
    const auto now = due("?told=waiting").rows.front();
    EXPECT_EQ(now.with_worker->told->answer.outcome, TracingOutcome::reached);
    EXPECT_EQ(write(*file_, as_told(now)).status, 201);
    EXPECT_EQ(write(*file_, as_told(now)).status, 409) << "it is written down already";
}

TEST_F(TracingsHouse, TellOnceWhateverTheLineToTheHubRepeats)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto path = tell_path(hers().rows.front().tracing);
    const wire::Request request{.method = "POST",
                                .target = path,
                                .idempotency_key = fresh_key(),
                                .body = wire::encode(wire::TracingAnswer{TracingOutcome::not_reached})};
    EXPECT_EQ(ask_at("console-2", request).status, 200);
    EXPECT_EQ(ask_at("console-2", request).status, 200);
    EXPECT_EQ(hers().rows.front().told->number, 1U);
}

TEST_F(TracingsHouse, AreNotToldOfByAKeyThatWasUsedForSomethingElse)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto path = tell_path(hers().rows.front().tracing);
    wire::Request request{.method = "POST",
                          .target = "/v1/check-ins",
                          .idempotency_key = fresh_key(),
                          .body = R"({"services":["nurse"]})"};
    ASSERT_EQ(ask_at("console-2", request).status, 201);
    request.target = path;
    request.body = wire::encode(wire::TracingAnswer{TracingOutcome::reached});
    EXPECT_EQ(ask_at("console-2", request).status, 409);
    EXPECT_FALSE(hers().rows.front().told);
}

TEST_F(TracingsHouse, EndWhenWhatWasDueIsDoneGivenToAnotherOrTakenBack)
{
    const auto key = item().key;
    stand_worker();
    for (const domain::DueAct& act : std::initializer_list<domain::DueAct>{
             domain::CompleteItem{domain::CompletedBecause::done}, GiveItem{colleague, ""}, domain::ReopenItem{}}) {
        if (item().state == domain::DueState::done) {
            ASSERT_EQ(write(*file_, DueActed{key, domain::ReopenItem{}}).status, 201);
        }
        ASSERT_EQ(write(*file_, DueActed{key, GiveItem{worker, tea_stall}}).status, 201);
        ASSERT_THAT(hers().rows, SizeIs(1));
        ASSERT_EQ(write(*file_, DueActed{key, act}).status, 201);
        EXPECT_THAT(hers().rows, IsEmpty()) << act.index();
        if (act.index() == 0) { // so that there is something to give again
            ASSERT_EQ(write(*file_, DueActed{key, domain::ReopenItem{}}).status, 201);
        }
    }
}

TEST_F(TracingsHouse, AreGivenAnewWhenSheSaidThatSheWouldComeAndDidNot)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    ASSERT_EQ(tell(hers().rows.front().tracing), 200);
    ASSERT_EQ(write(*file_, as_told(due("?told=waiting").rows.front())).status, 201);
    ASSERT_THAT(hers().rows, IsEmpty());

    ASSERT_EQ(give().status, 201);
    ASSERT_EQ(write(*file_, domain::ChannelAgreed{Channel::outreach_worker}).status, 201) << "something else";
    ASSERT_THAT(hers().rows, SizeIs(1));
    EXPECT_EQ(hers().rows.front().asked.attempts, 1);
}

TEST_F(TracingsHouse, EndWhenSheDoesNotWantToBeLookedForAnyMore)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto tracing = hers().rows.front().tracing;
    ASSERT_EQ(write(*file_, domain::ChannelAgreed{Channel::none}).status, 201);

    EXPECT_THAT(hers().rows, IsEmpty());
    EXPECT_EQ(tell(tracing), 404);
}

TEST_F(TracingsHouse, EndWhenSheWithdrawsHerConsent)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    ASSERT_EQ(write(*file_, domain::ConsentSaid{domain::ConsentSaid::Answer::withdrawn, 1}).status, 201);

    EXPECT_THAT(hers().rows, IsEmpty());
}

TEST_F(TracingsHouse, AreGivenToNobodyWhoWouldNotSeeThem)
{
    EXPECT_EQ(give(code<domain::AccountCode>("nobody")).status, 404);
    EXPECT_EQ(give(code<domain::AccountCode>("front-1")).status, 404);
    EXPECT_THAT(due().workers, testing::ElementsAre(worker, colleague));
}

TEST_F(TracingsHouse, AreNumberedByTheHubAndNobodyElse)
{
    const auto answer = write(*file_, DueActed{item().key, GiveItem{worker, tea_stall, TracingId{5}}});
    EXPECT_EQ(answer.status, 400);
    ASSERT_EQ(give().status, 201);
    EXPECT_NE(item().tracing, TracingId{5});
}

TEST_F(TracingsHouse, AreRefusedWithWordsThatAreNoSentence)
{
    EXPECT_EQ(give(worker, std::string(GiveItem::longest_words + 1, 'x')).status, 400);
    EXPECT_EQ(give(worker, "one\nother").status, 400);
    EXPECT_EQ(give(worker, std::string(GiveItem::longest_words, '"')).status, 201) << "each takes two bytes";
    stand_worker();
    EXPECT_EQ(hers().rows.front().asked.words.size(), GiveItem::longest_words);
}

TEST_F(TracingsHouse, RefuseAnAnswerToWhatIsNotAskedOfHer)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    const auto tracing = hers().rows.front().tracing;
    EXPECT_EQ(tell(TracingId{tracing.value() + 1}), 404);
    EXPECT_EQ(post_at("console-2", tell_path(tracing), R"({"outcome":"reached","end":"died"})").status, 400);
    EXPECT_EQ(post_at("console-2", tell_path(tracing), "{}").status, 400);
    EXPECT_EQ(post_at("console-2", "/v1/tracings/-1/tell", R"({"outcome":"reached"})").status, 404);
    stand_worker(colleague);
    EXPECT_EQ(tell(tracing), 404);
    EXPECT_EQ(due().told, 0);
}

TEST_F(TracingsHouse, AreOutOfReachOnceAnotherPassphraseWasMadeForHer)
{
    ASSERT_EQ(give().status, 201);
    make_new_key(worker);
    stand_worker();

    const auto list = hers();
    EXPECT_THAT(list.rows, IsEmpty());
    EXPECT_EQ(list.out_of_reach, 1);
    EXPECT_EQ(due().rows.front().with_worker->reach, wire::DueRow::WithWorker::Reach::out_of_reach);

    ASSERT_EQ(give().status, 201);
    EXPECT_THAT(hers().rows, SizeIs(1)) << "given anew, she reads it";
    EXPECT_EQ(hers().out_of_reach, 0);
}

TEST_F(TracingsHouse, WriteDownThatSheLookedOnceInAWhile)
{
    const auto looks = [this] {
        static_cast<void>(events());
        const auto all = recorded();
        return std::ranges::count_if(all, [](const domain::Recorded& each) {
            const auto* audit = std::get_if<domain::AuditEvent>(&each.event);
            const auto* look = audit == nullptr ? nullptr : std::get_if<domain::CareListRead>(audit);
            return look != nullptr && look->list == domain::CareListRead::List::tracings && each.staff == worker;
        });
    };
    stand_worker();
    static_cast<void>(hers());
    static_cast<void>(hers());
    EXPECT_EQ(looks(), 1);
    pass(hub::LookLog::one_look);
    stand("console-1", Role::clinician);
    stand_worker();
    static_cast<void>(hers());
    EXPECT_EQ(looks(), 2);
}

TEST_F(TracingsHouse, LeaveNothingOfWhatWasSaidInTheJournalForWhoeverHasItsKey)
{
    ASSERT_EQ(give().status, 201);
    stand_worker();
    ASSERT_EQ(tell(hers().rows.front().tracing), 200);
    static_cast<void>(events());
    int of_tracings = 0;
    for (const auto& each : recorded()) {
        const auto* care = std::get_if<domain::CareEvent>(&each.event);
        const auto* given = care == nullptr ? nullptr : std::get_if<domain::TracingGiven>(care);
        const auto* told = care == nullptr ? nullptr : std::get_if<domain::TracingTold>(care);
        for (const auto* sealed :
             {given == nullptr ? nullptr : &given->sealed, told == nullptr ? nullptr : &told->sealed}) {
            if (sealed != nullptr) {
                ++of_tracings;
                const std::string text{reinterpret_cast<const char*>(sealed->data()), sealed->size()};
                EXPECT_THAT(text, Not(HasSubstr("tea stall")));
                EXPECT_THAT(text, Not(HasSubstr("reached")));
            }
        }
    }
    EXPECT_EQ(of_tracings, 2);
}

TEST(WhatAWorkerIsAsked, FitsIntoWhatIsSealedWhateverItsWords)
{
    const wire::TracingAsked longest{.words = std::string(GiveItem::longest_words, '"'),
                                     .expected_on = std::chrono::year{2026} / 12 / 31,
                                     .until = std::chrono::year{2026} / 12 / 31,
                                     .attempts = domain::most_tracing_attempts};
    const auto text = wire::encode(longest);

    EXPECT_LE(text.size(), vault::longest_tracing_content);
    EXPECT_EQ(wire::decode_tracing_asked(text), longest);
}

} // namespace
} // namespace verandah::test
