// SPDX-License-Identifier: Apache-2.0
// A visitor's own second secret: it opens her file in place of her card, to whom she is with, and to nobody else.
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using domain::PicturePhrase;
using domain::RecordRead;
using domain::Role;
using enum wire::DeviceKind;
using testing::HasSubstr;
using testing::Not;

const auto hers = PicturePhrase::parse("03170422").value();
const auto another = PicturePhrase::parse("03170423").value();

class Pictures : public test::FilesHouse {
protected:
    /// She has a file, and is served again by a number that was given for her card.
    domain::TicketId come_back(const std::optional<PicturePhrase>& chosen)
    {
        const auto file = *opened(with_her(serve(card_), card_, domain::ConsentSaid::Answer::yes)).file;
        if (chosen) {
            EXPECT_EQ(choose(file, *chosen).status, 201);
        }
        EXPECT_EQ(post(console, path_of(file, "/close")).status, 200);
        EXPECT_EQ(post(console, "/v1/tickets/1/done").status, 200);
        return serve(card_);
    }
    wire::Response choose(domain::FileId file, const PicturePhrase& phrase)
    {
        return post(console, path_of(file, "/pictures"), wire::encode(wire::ChoosePicturesRequest{phrase}));
    }
    static wire::OpenFileRequest by_pictures(domain::TicketId ticket, const PicturePhrase& phrase)
    {
        return {.way = RecordRead::Way::with_her, .ticket = ticket, .pictures = phrase};
    }

    std::string card_{card('a')};
};

TEST_F(Pictures, OpenHerFileInPlaceOfTheCard)
{
    const auto ticket = come_back(hers);
    const auto view = opened(by_pictures(ticket, hers));

    ASSERT_TRUE(view.file);
    EXPECT_FALSE(view.is_of_today);
    EXPECT_EQ(readings().back().way, RecordRead::Way::with_her);
}

TEST_F(Pictures, OfSomebodyElseOpenNothingAndNothingIsSeen)
{
    const auto ticket = come_back(hers);
    const auto before = readings().size();

    EXPECT_EQ(status_of_opening(by_pictures(ticket, another)), 403);
    EXPECT_EQ(readings().size(), before);
}

TEST_F(Pictures, AreHeardAFewTimesAndThenOnlyTheCardOpens)
{
    const auto ticket = come_back(hers);
    for (int wrong = 0; wrong < domain::most_wrong_phrases; ++wrong) {
        EXPECT_EQ(status_of_opening(by_pictures(ticket, another)), 403);
    }

    EXPECT_EQ(status_of_opening(by_pictures(ticket, hers)), 403);
    EXPECT_TRUE(opened(with_her(ticket, card_)).file);
}

TEST_F(Pictures, OpenNothingWhenSheChoseNone)
{
    EXPECT_EQ(status_of_opening(by_pictures(come_back(std::nullopt), hers)), 404);
}

TEST_F(Pictures, FindNobodyWhoseNumberWasNotGivenForACard)
{
    come_back(hers);
    ASSERT_EQ(post(console, "/v1/tickets/2/done").status, 200);
    const auto without_card = serve();

    EXPECT_EQ(status_of_opening(by_pictures(without_card, hers)), 404);
}

TEST_F(Pictures, OpenNothingWhileSheIsNotServed)
{
    const auto ticket = come_back(hers);
    ASSERT_EQ(post(console, "/v1/tickets/2/done").status, 200);

    EXPECT_EQ(status_of_opening(by_pictures(ticket, hers)), 403);
    EXPECT_EQ(status_of_opening(by_pictures(domain::TicketId{99}, hers)), 403);
}

TEST_F(Pictures, AreExchangedForOthers)
{
    const auto ticket = come_back(hers);
    const auto file = *opened(by_pictures(ticket, hers)).file;
    ASSERT_EQ(choose(file, another).status, 201);

    EXPECT_EQ(status_of_opening(by_pictures(ticket, hers)), 403);
    EXPECT_TRUE(opened(by_pictures(ticket, another)).file);
}

TEST_F(Pictures, AreToldToNobodyNorByWhatTheyAreKnown)
{
    const auto file = *opened(with_her(serve(card_), card_, domain::ConsentSaid::Answer::yes)).file;
    const auto receipt = choose(file, hers).body;
    const auto view = get(console, path_of(file)).body;

    for (const auto& told : {receipt, view}) {
        EXPECT_THAT(told, HasSubstr("pictures_chosen"));
        EXPECT_THAT(told, Not(HasSubstr("digest")));
        EXPECT_THAT(told, Not(HasSubstr("03170422")));
    }
}

TEST_F(Pictures, AreChosenOnlyByTheirOwnRequestInAFileThatIsOpen)
{
    const auto file = *opened(with_her(serve(card_), card_, domain::ConsentSaid::Answer::yes)).file;
    const domain::PicturesChosen forged{domain::PictureLock{}};
    EXPECT_EQ(write(file, forged).status, 400);
    EXPECT_EQ(write(file, domain::PicturesChosen{}).status, 400);
    ASSERT_EQ(post(console, path_of(file, "/close")).status, 200);

    EXPECT_EQ(choose(file, hers).status, 410);
}

TEST_F(Pictures, AreRefusedInAnyOtherShape)
{
    const auto file = *opened(with_her(serve(card_), card_, domain::ConsentSaid::Answer::yes)).file;
    for (const auto* body : {R"({})", R"({"pictures":""})", R"({"pictures":"0317042"})", R"({"pictures":"031704221"})",
                             R"({"pictures":"00170422"})", R"({"pictures":"03170425"})", R"({"pictures":"0317042a"})",
                             R"({"pictures":"03030303"})", R"({"pictures":[3,17,4,22]})", R"({"pictures":3170422})",
                             R"({"pictures":"03170422","card":"x"})", R"({"pictures":"-3170422"})"}) {
        EXPECT_EQ(post(console, path_of(file, "/pictures"), body).status, 400) << body;
    }
}

TEST_F(Pictures, AreNotTakenTogetherWithACard)
{
    const auto ticket = come_back(hers);
    auto both = with_her(ticket, card_);
    both.pictures = hers;
    EXPECT_EQ(status_of_opening(both), 400);
}

TEST_F(Pictures, OpenNothingToWhoMayNotReadRecords)
{
    const auto ticket = come_back(hers);
    for (const auto role : domain::every_role) {
        if (!domain::may(role, domain::Right::record_read)) {
            stand("console-1", role);
            EXPECT_EQ(status_of_opening(by_pictures(ticket, hers)), 403) << domain::word(role);
        }
    }
}

} // namespace
} // namespace verandah::hub
