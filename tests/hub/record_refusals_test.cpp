// SPDX-License-Identifier: Apache-2.0
// Who asked for a record that she was not to have: written down, sparingly, and with nobody in it.
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using domain::PicturePhrase;
using domain::RecordRead;
using domain::RecordRefused;
using domain::Role;
using enum wire::DeviceKind;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;
using Reason = RecordRefused::Reason;

class RecordRefusals : public test::FilesHouse {
protected:
    static inline const PicturePhrase hers = PicturePhrase::parse("03170422").value();
    static inline const PicturePhrase another = PicturePhrase::parse("03170423").value();

    /// She has a file with pictures in it, and is served again by a number that was given for her card.
    domain::TicketId come_back()
    {
        const auto file = *opened(with_her(serve(card_), card_, domain::ConsentSaid::Answer::yes)).file;
        const auto chosen = post(console, path_of(file, "/pictures"), wire::encode(wire::ChoosePicturesRequest{hers}));
        EXPECT_EQ(chosen.status, 201);
        EXPECT_EQ(post(console, "/v1/tickets/1/done").status, 200);
        return serve(card_);
    }
    static wire::OpenFileRequest by_pictures(domain::TicketId ticket, const PicturePhrase& phrase)
    {
        return {.way = RecordRead::Way::with_her, .ticket = ticket, .pictures = phrase};
    }
    static auto because_of(Reason reason) { return Field(&RecordRefused::reason, reason); }

    std::string card_{card('a')};
};

TEST_F(RecordRefusals, AreWrittenDownForWrongPicturesAndForTooMany)
{
    const auto ticket = come_back();
    for (int wrong = 0; wrong < domain::most_wrong_phrases; ++wrong) {
        ASSERT_EQ(status_of_opening(by_pictures(ticket, another)), 403);
    }
    ASSERT_EQ(status_of_opening(by_pictures(ticket, hers)), 403);

    EXPECT_THAT(refusals(), SizeIs(domain::most_wrong_phrases + 1));
    EXPECT_THAT(refusals(), testing::Each(because_of(Reason::wrong_pictures)));
}

TEST_F(RecordRefusals, AreWrittenDownForAnothersCard)
{
    const auto ticket = come_back();

    ASSERT_EQ(status_of_opening(with_her(ticket, card('b'), domain::ConsentSaid::Answer::yes)), 403);

    EXPECT_THAT(refusals(), ElementsAre(because_of(Reason::another_card)));
}

TEST_F(RecordRefusals, AreWrittenDownForWhoIsNotBeingServed)
{
    const auto ticket = come_back();
    ASSERT_EQ(post(console, "/v1/tickets/2/done").status, 200);

    ASSERT_EQ(status_of_opening(with_her(ticket, card_)), 403);
    ASSERT_EQ(status_of_opening(by_pictures(ticket, hers)), 403);

    EXPECT_THAT(refusals(), ElementsAre(because_of(Reason::not_served), because_of(Reason::not_served)));
}

TEST_F(RecordRefusals, AreWrittenDownForWhoHoldsNoKeyYet)
{
    const auto ticket = come_back();
    stand_without_key("console-1", Role::counsellor);

    ASSERT_EQ(status_of_opening(with_her(ticket, card_)), 403);

    EXPECT_THAT(refusals(), ElementsAre(because_of(Reason::no_clinic_key)));
}

TEST_F(RecordRefusals, SayWhoAskedWhere)
{
    const auto ticket = come_back();
    ASSERT_EQ(status_of_opening(by_pictures(ticket, another)), 403);
    static_cast<void>(events());

    const auto last = recorded().back();

    EXPECT_EQ(last.actor, "console-1");
    EXPECT_TRUE(last.staff);
    EXPECT_EQ(last.key, std::nullopt);
}

TEST_F(RecordRefusals, AreNotMadeByWhatOpensNorByWhatIsOnlyNotThere)
{
    const auto ticket = come_back();
    ASSERT_TRUE(opened(with_her(ticket, card_)).file);
    EXPECT_EQ(status_of_opening({.way = RecordRead::Way::to_tell, .file = domain::FileId{4711}}), 404);

    EXPECT_THAT(refusals(), IsEmpty());
}

TEST_F(RecordRefusals, DoNotFillTheTrailHoweverOftenSomebodyAsks)
{
    const auto ticket = come_back();
    for (int times = 0; times < 50; ++times) {
        ASSERT_EQ(status_of_opening(by_pictures(ticket, another)), 403);
    }
    ASSERT_THAT(refusals(), SizeIs(domain::Sparing::a_minute)); // all written down before the minute is over
    pass(std::chrono::minutes{1});
    ASSERT_EQ(status_of_opening(by_pictures(ticket, another)), 403);

    const auto all = refusals();
    ASSERT_THAT(all, SizeIs(domain::Sparing::a_minute + 1));
    EXPECT_EQ(all.back().left_out, 50 - domain::Sparing::a_minute);
}

} // namespace
} // namespace verandah::hub
