// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/audit/deed_kind.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

constexpr Instant noon{};

TEST(DeedKind, ComesBackFromItsWord)
{
    for (const auto kind : every_deed_kind) {
        EXPECT_EQ(deed_kind_from(word(kind)), kind);
    }
    EXPECT_EQ(deed_kind_from("everything"), std::nullopt);
}

TEST(DeedKind, TellsTheDayFromTheLine)
{
    EXPECT_EQ(deed_kind_of(LineEvent{DayClosed{{}, noon}}), DeedKind::centre);
    EXPECT_EQ(deed_kind_of(LineEvent{TicketStarted{TicketId{1}, noon}}), DeedKind::line);
}

TEST(DeedKind, CountsAWrongPassphraseAsRefusedAndALookIntoTheListAsALook)
{
    EXPECT_EQ(deed_kind_of(StaffEvent{SignInRefused{std::nullopt, 0, noon}}), DeedKind::refused);
    EXPECT_EQ(deed_kind_of(AuditEvent{AuditRead{AuditRead::Way::exported, noon}}), DeedKind::looks);
}

TEST(DeedKind, CountsTheLockAsOfTheCentreAndWrongWordsAsRefused)
{
    EXPECT_EQ(deed_kind_of(AuditEvent{HubLocked{HubLocked::Way::console, noon}}), DeedKind::centre);
    EXPECT_EQ(deed_kind_of(AuditEvent{HubOpened{WayToOpen::words, noon}}), DeedKind::centre);
    EXPECT_EQ(deed_kind_of(AuditEvent{OpeningRefused{WayToOpen::words, 0, noon}}), DeedKind::refused);
    EXPECT_EQ(deed_kind_of(AuditEvent{RecordRefused{RecordRefused::Reason::another_card, 0, noon}}), DeedKind::refused);
}

TEST(DeedKind, CountsWhatLeftTheCupboardAsStockAndNotAsTheLine)
{
    const auto condoms = CommodityCode::make("condom.male").value();
    EXPECT_EQ(deed_kind_of(StockEvent{SuppliesTaken{condoms, 12, {}, noon}}), DeedKind::stock);
}

} // namespace
} // namespace verandah::domain
