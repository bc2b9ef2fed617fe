// SPDX-License-Identifier: Apache-2.0
// What a record says she was given leaves the cupboard with it; a dose names what left for it.
#include "shared/domain/record/supplies_given.hpp"
#include "shared/wire/messages/stock_messages.hpp"
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

#include <utility>

namespace verandah::hub {
namespace {

using domain::ConsentSaid;
using domain::EncounterId;
using domain::EncounterSaved;
using domain::MovementId;
using domain::PrescriptionId;
using test::code;
using enum wire::DeviceKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto male_condoms = "condom.male";
constexpr auto tablets = "doxycycline.100mg";

class GivenSupplies : public test::FilesHouse {
protected:
    using Amounts = std::initializer_list<std::pair<const char*, int>>;

    void SetUp() override { file_ = *opened(with_her(serve(card_), card_, ConsentSaid::Answer::yes)).file; }

    void receive(const std::string& commodity, const std::string& batch, int amount,
                 const std::string& expiry = "2028-03-31")
    {
        ASSERT_EQ(post(console, "/v1/stock/receive",
                       R"({"commodity":")" + commodity + R"(","batch":")" + batch + R"(","expiry":")" + expiry +
                           R"(","amount":)" + std::to_string(amount) + "}")
                      .status,
                  201);
    }
    wire::StockView::OfCommodity shelf(const std::string& commodity)
    {
        const auto view = wire::decode_stock_view(get(console, "/v1/stock").body).value();
        return *std::ranges::find(view.commodities, commodity, [](const auto& each) { return each.commodity.text(); });
    }
    static EncounterSaved visit(std::uint32_t revision, EncounterSaved::State state, Amounts given,
                                const std::string& why = "")
    {
        domain::Answers answers;
        for (const auto& [field, choice] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"reason", "checkup"}, {"visit", "first"}, {"allergy", "none"}, {"pregnancy", "no"}}) {
            answers[code<domain::FieldCode>(field)] = std::vector{code<domain::ChoiceCode>(choice)};
        }
        for (const auto& [field, amount] : given) {
            answers[code<domain::FieldCode>(field)] = domain::Measured{std::int64_t{1000} * amount};
        }
        return {EncounterId{1}, revision, {"sti_service", 1}, state, answers, why};
    }
    domain::FileEntry written(const domain::FileEvent& event)
    {
        const auto answer = write(*file_, event);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return wire::decode_entry_receipt(answer.body).value().entry;
    }
    domain::FileEntry done(std::uint32_t revision, Amounts given, const std::string& why = "")
    {
        return written(visit(revision, EncounterSaved::State::done, given, why));
    }
    std::vector<domain::Movement> movements()
    {
        return wire::decode_movements_view(get(console, "/v1/stock/movements").body).value().movements;
    }

    /// Fourteen days of it, for an ulcer.
    void prescribe()
    {
        written(domain::Prescribed{PrescriptionId{1},
                                   {"syndromic", 2},
                                   code<domain::RegimenCode>("ulcer.2"),
                                   code<domain::FactCode>("syndrome.genital_ulcer"),
                                   1,
                                   ""});
    }
    MovementId dispense(int amount, const std::string& commodity = tablets)
    {
        const auto answer = post(console, "/v1/stock/dispense",
                                 R"({"commodity":")" + commodity + R"(","amount":)" + std::to_string(amount) + "}");
        return wire::decode_stock_receipt(answer.body).value().movements.front().movement;
    }
    int status_of_dose(std::vector<MovementId> movements)
    {
        return write(*file_, domain::Dispensed{PrescriptionId{1}, 1, std::move(movements)}).status;
    }

    std::string card_{card('a')};
    std::optional<domain::FileId> file_;
};

TEST_F(GivenSupplies, LeaveTheCupboardWhenTheRecordIsDoneFirstExpiredFirst)
{
    receive(male_condoms, "LATE", 100);
    receive(male_condoms, "SOON", 30, "2026-06-30");

    written(visit(1, EncounterSaved::State::draft, {{"condoms", 50}}));
    EXPECT_EQ(shelf(male_condoms).balance, 130); // she may still change her mind

    const auto entry = done(2, {{"condoms", 50}});

    EXPECT_EQ(shelf(male_condoms).balance, 80);
    EXPECT_EQ(movements().at(1).batch.view(), "SOON");
    EXPECT_EQ(movements().at(1).amount, -30);
    EXPECT_EQ(movements().at(0).amount, -20);
    ASSERT_THAT(entry.supplies, SizeIs(1));
    EXPECT_THAT(entry.supplies.front().movements, ElementsAre(movements().at(1).id, movements().at(0).id));
}

TEST_F(GivenSupplies, OfSeveralKindsAllLeaveIt)
{
    receive(male_condoms, "A", 100);
    receive("lubricant.sachet", "B", 100);
    receive("needle", "C", 100);
    receive("syringe.1ml", "D", 100);

    done(1, {{"condoms", 20}, {"lubricant", 10}, {"needles", 5}});

    EXPECT_EQ(shelf(male_condoms).balance, 80);
    EXPECT_EQ(shelf("lubricant.sachet").balance, 90);
    EXPECT_EQ(shelf("needle").balance, 95);
    EXPECT_EQ(shelf("syringe.1ml").balance, 95); // a needle goes with its syringe
}

TEST_F(GivenSupplies, ThatACorrectionAddsLeaveItAndNoMore)
{
    receive(male_condoms, "A", 100);
    done(1, {{"condoms", 20}});

    const auto entry = done(2, {{"condoms", 30}}, "I gave her ten more");

    EXPECT_EQ(shelf(male_condoms).balance, 70);
    EXPECT_EQ(movements().front().amount, -10);
    EXPECT_THAT(entry.supplies, SizeIs(1));
}

TEST_F(GivenSupplies, ThatACorrectionTakesAwayComeBackToTheirBatches)
{
    receive(male_condoms, "LATE", 100);
    receive(male_condoms, "SOON", 30, "2026-06-30");
    done(1, {{"condoms", 50}});

    done(2, {{"condoms", 5}}, "It was five");

    EXPECT_EQ(shelf(male_condoms).balance, 125);
    EXPECT_EQ(shelf(male_condoms).batches.at(0).balance, 25); // the one that expires first
    EXPECT_EQ(shelf(male_condoms).batches.at(1).balance, 100);
    EXPECT_EQ(movements().front().reason, domain::why_given_back);
}

TEST_F(GivenSupplies, AreMovedOnceThoughTheRecordIsCorrectedInSomethingElse)
{
    receive(male_condoms, "A", 100);
    done(1, {{"condoms", 20}});

    const auto entry = done(2, {{"condoms", 20}, {"lubricant", 0}}, "The wrong button");

    EXPECT_EQ(shelf(male_condoms).balance, 80);
    EXPECT_THAT(entry.supplies, IsEmpty());
}

TEST_F(GivenSupplies, OfWhichTheBookHasTooFewAreWrittenDownAndTheRecordIsKept)
{
    receive(male_condoms, "A", 10);

    const auto entry = done(1, {{"condoms", 20}});

    EXPECT_EQ(shelf(male_condoms).balance, 10);
    EXPECT_EQ(shelf(male_condoms).taken_beyond, 20);
    ASSERT_THAT(entry.supplies, SizeIs(1));
    EXPECT_EQ(entry.supplies.front().beyond, 20);
}

TEST_F(GivenSupplies, ThatWereBeyondTheBookAreNotTakenAgainWhenMoreCame)
{
    done(1, {{"condoms", 20}});
    receive(male_condoms, "A", 100);

    done(2, {{"condoms", 25}}, "Five more");

    EXPECT_EQ(shelf(male_condoms).balance, 95);
    EXPECT_EQ(shelf(male_condoms).taken_beyond, 20);
}

TEST_F(GivenSupplies, WhoseMovementSomebodyTookBackByHandAreMovedByTheNextCorrection)
{
    receive(male_condoms, "A", 100);
    const auto entry = done(1, {{"condoms", 20}});
    const auto movement = std::to_string(entry.supplies.front().movements.front().value());
    ASSERT_EQ(post(console, "/v1/stock/counter", R"({"movement":)" + movement + R"(,"reason":"By mistake"})").status,
              201);

    done(2, {{"condoms", 20}}, "She had them");

    EXPECT_EQ(shelf(male_condoms).balance, 80);
}

TEST_F(GivenSupplies, AreToldToWhoeverOpensTheFile)
{
    receive(male_condoms, "A", 100);
    const auto entry = done(1, {{"condoms", 20}});

    const auto view = wire::decode_file_view(get(console, path_of(*file_)).body).value();

    EXPECT_EQ(wire::file_in(view).encounters.at(EncounterId{1}).supplies, entry.supplies);
}

TEST_F(GivenSupplies, AreMovedOnceByARequestThatIsAskedTwice)
{
    receive(male_condoms, "A", 100);
    const auto body = wire::encode(wire::WriteEntryRequest{visit(1, EncounterSaved::State::done, {{"condoms", 20}})});
    const auto key = fresh_key();
    for (int time = 0; time < 2; ++time) {
        EXPECT_EQ(post_with_key(console, path_of(*file_, "/entries"), body, key).status, 201);
    }

    EXPECT_EQ(shelf(male_condoms).balance, 80);
}

TEST_F(GivenSupplies, AreMovedByWhoeverMayWriteTheRecord)
{
    for (const auto role : {domain::Role::clinician, domain::Role::counsellor}) {
        EXPECT_TRUE(domain::may(domain::who_in(role), domain::Right::record_write));
        EXPECT_TRUE(domain::may(domain::who_in(role), domain::Right::stock_give));
    }
    receive(male_condoms, "A", 100);
    done(1, {{"condoms", 20}});
    stand("console-2", domain::Role::counsellor); // who may not change stock otherwise
    opened(with_her(domain::TicketId{1}, card_), "console-2");

    EXPECT_EQ(write(*file_, visit(2, EncounterSaved::State::done, {{"condoms", 10}}, "It was ten"), "console-2").status,
              201);

    EXPECT_EQ(shelf(male_condoms).balance, 90);
}

// What a dose names.

TEST_F(GivenSupplies, OfADoseAreWhatLeftTheCupboardForIt)
{
    receive(tablets, "A", 100);
    prescribe();

    EXPECT_EQ(status_of_dose({dispense(28)}), 201);
}

TEST_F(GivenSupplies, OfADoseAreRefusedWhenNoSuchMovementIsInTheBook)
{
    prescribe();

    EXPECT_EQ(status_of_dose({MovementId{99}}), 404);
}

TEST_F(GivenSupplies, OfADoseAreRefusedWhenTheyAreOfSomethingElse)
{
    receive(tablets, "A", 100);
    receive(male_condoms, "B", 100);
    prescribe();

    EXPECT_EQ(status_of_dose({dispense(28, male_condoms)}), 400);
    EXPECT_EQ(status_of_dose({dispense(27)}), 400);  // not what fourteen days take
    EXPECT_EQ(status_of_dose({MovementId{1}}), 400); // which is a delivery
}

TEST_F(GivenSupplies, OfADoseAreRefusedWhenTheyWereTakenBackMeanwhile)
{
    receive(tablets, "A", 100);
    prescribe();
    const auto movement = dispense(28);
    ASSERT_EQ(post(console, "/v1/stock/counter",
                   R"({"movement":)" + std::to_string(movement.value()) + R"(,"reason":"Not given"})")
                  .status,
              201);

    EXPECT_EQ(status_of_dose({movement}), 409);
}

TEST_F(GivenSupplies, OfADoseAreNoOthersAsWell)
{
    receive(tablets, "A", 100);
    prescribe();
    const auto movement = dispense(28);

    EXPECT_EQ(status_of_dose({movement, movement}), 400);
    ASSERT_EQ(status_of_dose({movement}), 201);
    written(domain::Prescribed{PrescriptionId{2},
                               {"syndromic", 2},
                               code<domain::RegimenCode>("ulcer.2"),
                               code<domain::FactCode>("syndrome.genital_ulcer"),
                               1,
                               ""});
    EXPECT_EQ(write(*file_, domain::Dispensed{PrescriptionId{2}, 1, {movement}}).status, 400);
}

TEST_F(GivenSupplies, OfADoseFromElsewhereAreNone)
{
    prescribe();

    EXPECT_EQ(status_of_dose({}), 201);
}

/// Five days of it, for something that no row was written for.
domain::Prescribed own_tablets(std::int64_t units = 15)
{
    return {.prescription = PrescriptionId{1},
            .guideline = {"syndromic", 3},
            .regimen = code<domain::RegimenCode>("own"),
            .for_what = code<domain::FactCode>("syndrome.genital_warts"),
            .doses = 1,
            .against = "It helped her before",
            .own = domain::OwnTreatment{
                code<domain::CommodityCode>("aciclovir.400mg"), units,
                domain::OwnDose{code<domain::DrugCode>("aciclovir"), "400 mg", domain::Frequency::three_daily, 5}, ""}};
}

TEST_F(GivenSupplies, WhatWasWrittenDownOutsideTheTableNamesWhatLeftForIt)
{
    receive("aciclovir.400mg", "A", 100);
    receive(tablets, "B", 100);
    written(own_tablets());

    EXPECT_EQ(status_of_dose({dispense(14, "aciclovir.400mg")}), 400); // one too few
    EXPECT_EQ(status_of_dose({dispense(15)}), 400);                    // another medicine
    EXPECT_EQ(status_of_dose({dispense(15, "aciclovir.400mg")}), 201);
}

TEST_F(GivenSupplies, WhatWasWrittenDownOutsideTheTableMayComeFromElsewhere)
{
    written(own_tablets());

    EXPECT_EQ(status_of_dose({}), 201);
}

TEST_F(GivenSupplies, OutsideTheTableTakeWhatTheCatalogueSays)
{
    EXPECT_EQ(write(*file_, own_tablets(16)).status, 400);
    auto unknown = own_tablets();
    unknown.own->commodity = code<domain::CommodityCode>("podophyllotoxin");
    EXPECT_EQ(write(*file_, unknown).status, 404);
    auto unsaid = own_tablets();
    unsaid.against.clear();
    EXPECT_EQ(write(*file_, unsaid).status, 400);
}

} // namespace
} // namespace verandah::hub
