// SPDX-License-Identifier: Apache-2.0
// The clinic's files behind real routes: opened with the visitor there, written in, read by nobody else.
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::ConsentSaid;
using domain::RecordRead;
using domain::Role;
using test::code;
using enum wire::DeviceKind;
using testing::IsEmpty;
using testing::SizeIs;

class Files : public test::FilesHouse {};

const domain::TestOrdered rapid{domain::TestId{1}, code<domain::TestCode>("syphilis.rapid"),
                                code<domain::SpecimenCode>("blood")};

// Opening.

TEST_F(Files, AreNotBegunBeforeSheWasAsked)
{
    const auto her_card = card('a');
    const auto ticket = serve(her_card);

    const auto view = opened(with_her(ticket, her_card));

    EXPECT_FALSE(view.file);
    EXPECT_THAT(readings(), IsEmpty());
}

TEST_F(Files, BeginWithWhatSheSaid)
{
    const auto her_card = card('a');
    const auto ticket = serve(her_card);

    const auto view = opened(with_her(ticket, her_card, ConsentSaid::Answer::yes));

    ASSERT_TRUE(view.file);
    EXPECT_FALSE(view.is_of_today);
    ASSERT_THAT(view.entries, SizeIs(1));
    EXPECT_EQ(view.entries.front().event, (domain::FileEvent{ConsentSaid{ConsentSaid::Answer::yes, 1}}));
    EXPECT_THAT(readings(), SizeIs(1));
}

TEST_F(Files, AreFoundAgainByTheCardAtTheNextVisit)
{
    const auto her_card = card('a');
    const auto first = opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    ASSERT_EQ(write(*first.file, rapid).status, 201);
    ASSERT_EQ(post(console, "/v1/tickets/1/done").status, 200);

    const auto again = opened(with_her(serve(her_card), her_card));

    EXPECT_EQ(again.file, first.file);
    EXPECT_THAT(again.entries, SizeIs(2));
}

TEST_F(Files, AreNotOpenedByACardAlone)
{
    const auto her_card = card('a');
    opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    ASSERT_EQ(post(console, "/v1/tickets/1/done").status, 200);

    EXPECT_EQ(status_of_opening(with_her(domain::TicketId{1}, her_card)), 403); // not being served any more
    EXPECT_EQ(status_of_opening(with_her(domain::TicketId{99}, her_card)), 403);
}

TEST_F(Files, AreNotBegunWithWordsThatTheCentreNeverHad)
{
    const auto her_card = card('a');
    auto request = with_her(serve(her_card), her_card, ConsentSaid::Answer::yes);
    request.consent->text_version = 2;

    EXPECT_EQ(status_of_opening(request), 400);

    request.consent->text_version = 1;
    EXPECT_EQ(opened(request).entries.size(), 1U);
}

TEST_F(Files, AreNotOpenedByAnothersCard)
{
    const auto her_card = card('a');
    const auto another = card('b');
    const auto ticket = serve(her_card);

    EXPECT_EQ(status_of_opening(with_her(ticket, another, ConsentSaid::Answer::yes)), 403);
}

TEST_F(Files, AreOpenedByACardThatWasNotScannedAtTheKiosk)
{
    const auto her_card = card('a');

    EXPECT_TRUE(opened(with_her(serve(), her_card, ConsentSaid::Answer::yes)).file);
}

TEST_F(Files, AreForTodayOnlyWithoutACard)
{
    const auto ticket = serve();

    const auto view = opened(
        {.way = RecordRead::Way::of_today, .ticket = ticket, .consent = ConsentSaid{ConsentSaid::Answer::yes, 1}});

    EXPECT_TRUE(view.file);
    EXPECT_TRUE(view.is_of_today);
}

TEST_F(Files, AreForTodayOnlyWhenSheSaysSoThoughSheHasACard)
{
    const auto her_card = card('a');

    EXPECT_TRUE(opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::only_today)).is_of_today);
}

TEST_F(Files, AreNotOpenedByACardThatIsNotKnown)
{
    const domain::CardCode stranger{vault::random_bytes<16>(), vault::random_bytes<8>()};

    EXPECT_EQ(status_of_opening(with_her(serve(), stranger.text(), ConsentSaid::Answer::yes)), 404);
}

TEST_F(Files, AreOpenedWithoutHerOnlyForAReasonThatIsWrittenDown)
{
    const auto her_card = card('a');
    const auto first = opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));

    opened({.way = RecordRead::Way::to_tell, .file = first.file});

    ASSERT_THAT(readings(), SizeIs(2));
    EXPECT_EQ(readings().back().way, RecordRead::Way::to_tell);
    EXPECT_EQ(readings().front().record, readings().back().record);
    EXPECT_EQ(status_of_opening({.way = RecordRead::Way::to_trace, .file = domain::FileId{12}}), 404);
    EXPECT_EQ(status_of_opening({.way = RecordRead::Way::to_trace}), 404);
}

TEST_F(Files, AreClosedToWhoeverHasNotTheClinicKey)
{
    const auto her_card = card('a');
    const auto ticket = serve(her_card);
    for (const auto role : domain::every_role) {
        if (!domain::holds_clinic_key(role)) {
            stand("console-1", role);
            EXPECT_EQ(status_of_opening(with_her(ticket, her_card, ConsentSaid::Answer::yes)), 403)
                << domain::word(role);
        }
    }
    stand_without_key("console-1", Role::clinician); // hers was not opened to her yet
    EXPECT_EQ(status_of_opening(with_her(ticket, her_card, ConsentSaid::Answer::yes)), 403);
}

TEST_F(Files, AreOpenAtTheConsoleAtWhichTheyWereOpenedOnly)
{
    const auto her_card = card('a');
    const auto view = opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    stand("console-2", Role::clinician);

    EXPECT_EQ(get_at("console-1", path_of(*view.file)).status, 200);
    EXPECT_EQ(get_at("console-2", path_of(*view.file)).status, 410);
    EXPECT_EQ(write(*view.file, rapid, "console-2").status, 410);
    ASSERT_EQ(post(console, path_of(*view.file, "/close")).status, 200);
    EXPECT_EQ(get_at("console-1", path_of(*view.file)).status, 410);
}

TEST_F(Files, OpenOnceForARequestThatIsSentTwice)
{
    const auto her_card = card('a');
    const auto request = wire::encode(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    const auto key = fresh_key();

    const auto first = post_with_key(console, test::files_path, request, key);
    const auto before = events();
    const auto second = post_with_key(console, test::files_path, request, key);

    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(events(), before);
}

// Writing.

TEST_F(Files, TakeAnEntryOnceHoweverOftenItIsSent)
{
    const auto her_card = card('a');
    const auto view = opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    const auto key = fresh_key();
    const auto body = wire::encode(wire::WriteEntryRequest{rapid});

    const auto first = post_with_key(console, path_of(*view.file, "/entries"), body, key);
    const auto second = post_with_key(console, path_of(*view.file, "/entries"), body, key);

    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(first.body, second.body);
    EXPECT_THAT(wire::decode_file_view(get(console, path_of(*view.file)).body).value().entries, SizeIs(2));
}

TEST_F(Files, ShowTwoPeopleWhoWriteTheSameThingThatTheyDo)
{
    const auto her_card = card('a');
    const auto ticket = serve(her_card);
    const auto view = opened(with_her(ticket, her_card, ConsentSaid::Answer::yes));
    stand("console-2", Role::counsellor);
    opened(with_her(ticket, her_card), "console-2");

    EXPECT_EQ(write(*view.file, rapid, "console-1").status, 201);
    EXPECT_EQ(write(*view.file, rapid, "console-2").status, 409);
    const auto hers = wire::decode_file_view(get_at("console-2", path_of(*view.file)).body).value();
    EXPECT_THAT(hers.entries, SizeIs(2)); // and now she sees it
}

TEST_F(Files, RefuseWhatIsNoEntry)
{
    const auto her_card = card('a');
    const auto view = opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    const auto path = path_of(*view.file, "/entries");

    for (const auto* body : {"", "{}", "[]", R"({"event":{}})", R"({"event":{"kind":"sing"}})", R"({"event":3})",
                             R"({"event":{"kind":"test_ordered","test":0,"test_kind":"a","specimen":"b"}})",
                             R"({"event":{"kind":"test_ordered","test":1,"test_kind":"A b","specimen":"b"}})",
                             R"({"event":{"kind":"test_moved","test":1,"move":"tell","dilution":8}})",
                             R"({"event":{"kind":"consent_said","answer":"maybe","text_version":1}})",
                             R"({"event":{"kind":"consent_said","answer":"yes","text_version":1,"more":1}})"}) {
        EXPECT_EQ(post(console, path, body).status, 400) << body;
    }
    EXPECT_EQ(post(console, "/v1/files/x/entries", "{}").status, 404);
    EXPECT_THAT(wire::decode_file_view(get(console, path_of(*view.file)).body).value().entries, SizeIs(1));
}

TEST_F(Files, AreSealedInTheJournal)
{
    const auto her_card = card('a');
    const auto view = opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    ASSERT_EQ(write(*view.file, rapid).status, 201);

    int entries = 0;
    for (const auto& each : recorded()) { // with the hub key, which everybody has who opens the hub
        const auto* of_care = std::get_if<domain::CareEvent>(&each.event);
        const auto* written = of_care == nullptr ? nullptr : std::get_if<domain::FileEntryWritten>(of_care);
        const auto* counted = of_care == nullptr ? nullptr : std::get_if<domain::FactsCounted>(of_care);
        if (written != nullptr || counted != nullptr) {
            const auto& sealed = written != nullptr ? written->sealed : counted->sealed;
            const std::string_view text{reinterpret_cast<const char*>(sealed.data()), sealed.size()};
            EXPECT_EQ(text.find("syphilis"), std::string_view::npos);
            ++entries;
        }
    }
    EXPECT_EQ(entries, 3); // what she said, the test, and that it counts
}

TEST_F(Files, AreLetGoOfWhenNobodyWithTheKeyIsSignedInAnyMore)
{
    const auto her_card = card('a');
    opened(with_her(serve(her_card), her_card, ConsentSaid::Answer::yes));
    ASSERT_EQ(desks().files.files().size(), 1U);

    leave("console-1");

    for (int tries = 0; desks().files.files().size() > 0 && tries < 60; ++tries) {
        std::this_thread::sleep_for(50ms);
    }
    EXPECT_EQ(desks().files.files().size(), 0U);
}

} // namespace
} // namespace verandah::hub
