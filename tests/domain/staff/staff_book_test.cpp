// SPDX-License-Identifier: Apache-2.0
// Accounts: what may become of them, and that there is always an administrator.
#include "shared/domain/staff/staff_book.hpp"
#include "tests/domain/staff/colleagues.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::domain {
namespace {

using test::ada;
using test::ben;
using test::noon;
using enum Refusal::Why;

const SealedBytes lock{std::byte{1}, std::byte{2}};
const SealedBytes other_lock{std::byte{3}};
const SealedBytes sealed_key{std::byte{9}};

const auto cleo = AccountCode::make("cleo").value();
const auto dara = AccountCode::make("dara").value();

/// Carries out a decision that is expected to be an event.
void happens(StaffBook& book, const StaffBook::Decision& decision)
{
    apply(book, decision.value().value());
}

/// Ada is the administrator, Ben at reception, Cleo and Dara are clinical.
StaffBook small_house()
{
    StaffBook book;
    happens(book, book.add(ada, Role::administrator, lock, noon));
    happens(book, book.add(ben, Role::reception, lock, noon));
    happens(book, book.add(cleo, Role::clinician, lock, noon));
    happens(book, book.add(dara, Role::counsellor, lock, noon));
    return book;
}

std::optional<Refusal::Why> refused(const StaffBook::Decision& decision)
{
    return decision ? std::nullopt : std::optional{decision.error().why};
}

TEST(StaffBook, BeginsWithAnAdministratorAndNobodyElse)
{
    StaffBook book;
    EXPECT_EQ(refused(book.add(cleo, Role::clinician, lock, noon)), conflict);

    happens(book, book.add(ada, Role::administrator, lock, noon));

    EXPECT_EQ(book.find(ada)->role, Role::administrator);
}

TEST(StaffBook, KnowsWhoseWordsAreStillThoseThatWereMadeForHer)
{
    using enum StaffMember::Passphrase;
    auto book = small_house();
    EXPECT_EQ(book.find(ada)->passphrase, her_own); // the first administrator chose hers
    EXPECT_EQ(book.find(ben)->passphrase, made_for_her);

    happens(book, book.change_passphrase(ben, other_lock, KeyPair::kept, noon));
    EXPECT_EQ(book.find(ben)->passphrase, her_own);
    happens(book, book.change_passphrase(ben, lock, KeyPair::made_anew, noon));
    EXPECT_EQ(book.find(ben)->passphrase, made_for_her);
}

TEST(StaffBook, GivesANameOnce)
{
    auto book = small_house();
    EXPECT_EQ(refused(book.add(ben, Role::clinician, lock, noon)), conflict);

    happens(book, book.revoke(ben, noon));

    EXPECT_EQ(refused(book.add(ben, Role::reception, lock, noon)), conflict);
}

TEST(StaffBook, NeverRevokesTheLastAdministrator)
{
    auto book = small_house();
    EXPECT_EQ(refused(book.revoke(ada, noon)), conflict);

    happens(book, book.change_role(ben, Role::administrator, noon));

    EXPECT_FALSE(refused(book.revoke(ada, noon)));
}

TEST(StaffBook, NeverTakesTheRoleFromTheLastAdministrator)
{
    auto book = small_house();

    EXPECT_EQ(refused(book.change_role(ada, Role::reception, noon)), conflict);
}

TEST(StaffBook, DoesNotCountARevokedAdministrator)
{
    auto book = small_house();
    happens(book, book.change_role(ben, Role::administrator, noon));
    happens(book, book.revoke(ben, noon));

    EXPECT_EQ(refused(book.revoke(ada, noon)), conflict);
}

TEST(StaffBook, FindsNoRevokedAccount)
{
    auto book = small_house();
    happens(book, book.revoke(ben, noon));

    EXPECT_EQ(book.find(ben), nullptr);
    EXPECT_EQ(refused(book.sign_in(ben, noon)), not_found);
    EXPECT_EQ(refused(book.change_role(ben, Role::clinician, noon)), not_found);
    EXPECT_EQ(refused(book.change_passphrase(ben, lock, KeyPair::kept, noon)), not_found);
}

TEST(StaffBook, HasNothingToDoTheSecondTime)
{
    auto book = small_house();
    happens(book, book.revoke(ben, noon));
    happens(book, book.grant_clinic_key(cleo, sealed_key, StaffBook::Grant::first_key, noon));

    EXPECT_EQ(book.revoke(ben, noon), std::nullopt);
    EXPECT_EQ(book.change_role(cleo, Role::clinician, noon), std::nullopt);
    EXPECT_EQ(book.grant_clinic_key(cleo, lock, StaffBook::Grant::to_colleague, noon), std::nullopt);
}

TEST(StaffBook, GivesTheClinicKeyToNobodyWhoMayNotReadRecords)
{
    const auto book = small_house();
    for (const auto& [name, member] : book.all()) {
        const auto decision = book.grant_clinic_key(name, sealed_key, StaffBook::Grant::first_key, noon);
        EXPECT_EQ(decision.has_value(), may(member.role, Right::record_read)) << name.view();
    }
}

TEST(StaffBook, MakesNoSecondClinicKey)
{
    auto book = small_house();
    happens(book, book.grant_clinic_key(cleo, sealed_key, StaffBook::Grant::first_key, noon));

    EXPECT_EQ(refused(book.grant_clinic_key(dara, lock, StaffBook::Grant::first_key, noon)), conflict);
    EXPECT_FALSE(refused(book.grant_clinic_key(dara, lock, StaffBook::Grant::to_colleague, noon)));
}

TEST(StaffBook, TakesTheClinicKeyBackWithTheRole)
{
    auto book = small_house();
    happens(book, book.grant_clinic_key(cleo, sealed_key, StaffBook::Grant::first_key, noon));

    happens(book, book.change_role(cleo, Role::coordinator, noon));

    EXPECT_FALSE(book.find(cleo)->clinic_key);
}

TEST(StaffBook, KeepsTheClinicKeyAcrossHerOwnNewPassphrase)
{
    auto book = small_house();
    happens(book, book.grant_clinic_key(cleo, sealed_key, StaffBook::Grant::first_key, noon));

    happens(book, book.change_passphrase(cleo, other_lock, KeyPair::kept, noon));

    EXPECT_EQ(book.find(cleo)->lock, other_lock);
    EXPECT_EQ(book.find(cleo)->clinic_key, sealed_key);
}

TEST(StaffBook, TakesTheClinicKeyWithTheOldKeyPair)
{
    auto book = small_house();
    happens(book, book.grant_clinic_key(cleo, sealed_key, StaffBook::Grant::first_key, noon));

    happens(book, book.change_passphrase(cleo, other_lock, KeyPair::made_anew, noon));

    EXPECT_FALSE(book.find(cleo)->clinic_key);
}

TEST(StaffBook, AlwaysHasAnAdministratorWhoCanSignIn)
{
    EXPECT_TRUE(rc::check("after any story there is one", [] {
        auto book = small_house();
        const std::array everybody{ada, ben, cleo, dara};
        const auto steps = *rc::gen::inRange(1, 40);
        for (int step = 0; step < steps; ++step) {
            const auto& who = everybody.at(*rc::gen::inRange<std::size_t>(0, everybody.size()));
            const auto role = every_role.at(*rc::gen::inRange<std::size_t>(0, every_role.size()));
            const auto decision =
                *rc::gen::arbitrary<bool>() ? book.revoke(who, noon) : book.change_role(who, role, noon);
            if (decision && *decision) {
                apply(book, **decision);
            }
        }
        RC_ASSERT(std::ranges::any_of(book.all(), [&](const auto& entry) {
            return entry.second.role == Role::administrator && book.find(entry.first) != nullptr;
        }));
    }));
}

} // namespace
} // namespace verandah::domain
