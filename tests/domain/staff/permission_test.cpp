// SPDX-License-Identifier: Apache-2.0
// What the permission table promises, whatever else is changed in it.
#include "shared/domain/staff/permission.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

TEST(PermissionTable, GivesNobodyWhoIsNotSignedInAnythingOfTheLine)
{
    for (const auto right : {Right::line_see, Right::line_services, Right::line_alerts, Right::line_add,
                             Right::line_class, Right::line_call, Right::day_turn}) {
        EXPECT_FALSE(may(Who::nobody, right)) << word(right);
    }
}

TEST(PermissionTable, OpensRecordsToClinicalRolesOnly)
{
    for (const auto role : every_role) {
        const bool is_clinical = role == Role::clinician || role == Role::counsellor;
        EXPECT_EQ(may(role, Right::record_read), is_clinical) << word(role);
        EXPECT_EQ(may(role, Right::record_write), is_clinical) << word(role);
        EXPECT_EQ(may(role, Right::clinic_grant), is_clinical) << word(role);
        EXPECT_EQ(holds_clinic_key(role), is_clinical) << word(role);
    }
}

TEST(PermissionTable, OpensNoRecordInALockedHub)
{
    EXPECT_FALSE(may(Who::locked_hub, Right::record_read));
    EXPECT_FALSE(may(Who::locked_hub, Right::record_write));
    EXPECT_FALSE(may(Who::locked_hub, Right::staff_list));
    EXPECT_FALSE(may(Who::locked_hub, Right::audit_read));
}

TEST(PermissionTable, LetsWhoeverStandsAtAConsoleLockTheHub)
{
    for (std::size_t who = 0; who < kinds_of_who; ++who) {
        EXPECT_TRUE(may(static_cast<Who>(who), Right::hub_lock)) << who;
    }
}

TEST(PermissionTable, LetsOnlyAdministratorsChangeAccounts)
{
    for (const auto role : every_role) {
        EXPECT_EQ(may(role, Right::staff_change), role == Role::administrator) << word(role);
    }
}

TEST(PermissionTable, LetsOnlyAdministratorsLetDevicesIn)
{
    for (std::size_t who = 0; who < kinds_of_who; ++who) {
        const bool is_administrator = static_cast<Who>(who) == Who::administrator;
        EXPECT_EQ(may(static_cast<Who>(who), Right::device_change), is_administrator) << who;
        EXPECT_EQ(may(static_cast<Who>(who), Right::device_list), is_administrator) << who;
    }
}

TEST(PermissionTable, ShowsCommitteeMembersTotalsAndNothingOfAnybody)
{
    const auto member = Role::committee_member;
    EXPECT_TRUE(may(member, Right::totals_read));
    for (const auto right : {Right::line_see, Right::line_alerts, Right::line_call, Right::record_read,
                             Right::staff_list, Right::audit_read, Right::alert_raise}) {
        EXPECT_FALSE(may(member, right)) << word(right);
    }
}

TEST(PermissionTable, ShowsWhatSomebodyCameForOnlyToThoseWhoSeeTheLine)
{
    for (const auto role : every_role) {
        EXPECT_TRUE(may(role, Right::line_see) || !may(role, Right::line_services)) << word(role);
        EXPECT_TRUE(may(role, Right::line_see) || !may(role, Right::line_alerts)) << word(role);
    }
}

TEST(PermissionTable, LetsNobodyCallWithoutSeeingWhatIsAskedFor)
{
    for (const auto role : every_role) {
        EXPECT_TRUE(may(role, Right::line_services) || !may(role, Right::line_call)) << word(role);
    }
}

TEST(PermissionTable, KnowsEachRightAgainByItsWord)
{
    for (const auto& row : permission_table) {
        EXPECT_EQ(right_from(row.word), row.right) << row.word;
    }
    EXPECT_FALSE(right_from("record.sell"));
}

TEST(Roles, AreKnownAgainByTheirWords)
{
    for (const auto role : every_role) {
        EXPECT_EQ(role_from(word(role)), role);
    }
    EXPECT_FALSE(role_from("root"));
}

TEST(Sight, OfTheLineIsWhatTheFieldRightsGive)
{
    EXPECT_EQ(sight_of(Who::reception), (Sight{Sight::Of::services_too, Sight::Alerts::shown}));
    EXPECT_EQ(sight_of(Who::outreach_worker), (Sight{Sight::Of::numbers, Sight::Alerts::shown}));
    EXPECT_EQ(sight_of(Who::administrator), (Sight{Sight::Of::numbers, Sight::Alerts::hidden}));
    EXPECT_FALSE(sight_of(Who::nobody));
    EXPECT_FALSE(sight_of(Who::committee_member));
}

} // namespace
} // namespace verandah::domain
