// SPDX-License-Identifier: Apache-2.0
// Records open for signed-in clinical staff, and for nobody else who has the whole disk.
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/record_sealer.hpp"
#include "tests/vault/bytes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::vault {

namespace {

using test::bytes;
using test::bytes_of;

constexpr FileKeyName her_key{domain::FileId{7}, 1};
constexpr RecordPlace encounter{"encounter", 42, 1};
constexpr std::string_view treatment = "treated today";

/// A key that holds the bytes of another: what a thief would try.
template <class Key>
Key same_bytes_as(std::span<const std::byte, key_size> other)
{
    SecretBytes copied;
    std::ranges::copy(other, copied.bytes().begin());
    return Key{std::move(copied)};
}

std::optional<std::string> record_in(const RecordSealer& sealer, std::span<const std::byte> box,
                                     const RecordPlace& where = encounter)
{
    std::vector<std::byte> scratch;
    const auto found = sealer.open(box, where, scratch);
    return found ? std::optional{std::string{reinterpret_cast<const char*>(found->data()), found->size()}}
                 : std::nullopt;
}

class AClinicKey : public testing::Test {
protected:
    StaffSecret nurse_ = StaffSecret::make();
    StaffSecret receptionist_ = StaffSecret::make();
    ClinicKey clinic_ = make_clinic_key();
    SealedClinicKey sealed_ = seal_clinic_key(clinic_, nurse_.public_key());
};

TEST_F(AClinicKey, OpensForTheMemberItIsSealedTo)
{
    const auto key = open_clinic_key(sealed_, nurse_);

    ASSERT_TRUE(key);
    EXPECT_EQ(bytes_of(*key), bytes_of(clinic_));
}

TEST_F(AClinicKey, IsPassedOnByWhoeverHoldsIt)
{
    const auto doctor = StaffSecret::make();

    const auto passed_on = seal_clinic_key(open_clinic_key(sealed_, nurse_).value(), doctor.public_key());

    EXPECT_EQ(bytes_of(open_clinic_key(passed_on, doctor).value()), bytes_of(clinic_));
}

TEST_F(AClinicKey, StaysClosedToAnotherMember)
{
    const auto key = open_clinic_key(sealed_, receptionist_);

    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().why, domain::Refusal::Why::not_allowed);
}

TEST_F(AClinicKey, StaysClosedToEveryKeyTheHubKeyGives)
{
    const auto hub = HubKey::make();

    EXPECT_FALSE(open_clinic_key(sealed_, same_bytes_as<StaffSecret>(hub.journal_key().bytes())));
    EXPECT_FALSE(open_clinic_key(sealed_, same_bytes_as<StaffSecret>(hub.card_lookup_key().bytes())));
    EXPECT_FALSE(open_clinic_key(sealed_, same_bytes_as<StaffSecret>(hub.card_tag_key().bytes())));
}

TEST_F(AClinicKey, StaysClosedWithAnyBitChanged)
{
    for (std::size_t bit = 0; bit < sealed_.size() * 8; ++bit) {
        auto changed = sealed_;
        changed[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);

        EXPECT_FALSE(open_clinic_key(changed, nurse_)) << "bit " << bit;
    }
}

TEST_F(AClinicKey, StaysClosedWhenCutShortOrTooLong)
{
    for (std::size_t size = 0; size < sealed_.size(); ++size) {
        EXPECT_FALSE(open_clinic_key(std::span{sealed_}.first(size), nurse_)) << size << " bytes";
    }
    std::vector<std::byte> longer{sealed_.begin(), sealed_.end()};
    longer.push_back(std::byte{0});
    EXPECT_FALSE(open_clinic_key(longer, nurse_));
}

class AFileKey : public testing::Test {
protected:
    ClinicKey clinic_ = make_clinic_key();
    FileKey key_ = make_file_key();
    SealedKey wrapped_ = wrap_file_key(key_, her_key, clinic_);
};

TEST_F(AFileKey, OpensUnderTheClinicKey)
{
    const auto key = unwrap_file_key(wrapped_, her_key, clinic_);

    ASSERT_TRUE(key);
    EXPECT_EQ(bytes_of(*key), bytes_of(key_));
}

TEST_F(AFileKey, DoesNotOpenForAnotherVisitor)
{
    EXPECT_FALSE(unwrap_file_key(wrapped_, {domain::FileId{8}, 1}, clinic_));
}

TEST_F(AFileKey, DoesNotOpenAsAnotherVersion)
{
    EXPECT_FALSE(unwrap_file_key(wrapped_, {domain::FileId{7}, 2}, clinic_));
}

TEST_F(AFileKey, DoesNotOpenUnderAnotherClinicKey)
{
    EXPECT_FALSE(unwrap_file_key(wrapped_, her_key, make_clinic_key()));
}

TEST_F(AFileKey, DoesNotOpenUnderEveryKeyTheHubKeyGives)
{
    const auto hub = HubKey::make();

    EXPECT_FALSE(unwrap_file_key(wrapped_, her_key, same_bytes_as<ClinicKey>(hub.journal_key().bytes())));
    EXPECT_FALSE(unwrap_file_key(wrapped_, her_key, same_bytes_as<ClinicKey>(hub.card_lookup_key().bytes())));
    EXPECT_FALSE(unwrap_file_key(wrapped_, her_key, same_bytes_as<ClinicKey>(hub.card_tag_key().bytes())));
}

TEST_F(AFileKey, DoesNotOpenWithAnyBitChanged)
{
    for (std::size_t bit = 0; bit < wrapped_.size() * 8; ++bit) {
        auto changed = wrapped_;
        changed[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);

        EXPECT_FALSE(unwrap_file_key(changed, her_key, clinic_)) << "bit " << bit;
    }
}

TEST_F(AFileKey, DoesNotOpenCutShort)
{
    for (std::size_t size = 0; size < wrapped_.size(); ++size) {
        EXPECT_FALSE(unwrap_file_key(std::span{wrapped_}.first(size), her_key, clinic_)) << size << " bytes";
    }
}

class ARecordSealer : public testing::Test {
protected:
    RecordSealer hers_{make_file_key()};
    std::vector<std::byte> box_ = hers_.seal(bytes(treatment), encounter);
};

TEST_F(ARecordSealer, OpensWhatItSealed)
{
    EXPECT_EQ(record_in(hers_, box_), treatment);
}

TEST_F(ARecordSealer, HidesHowMuchWasWritten)
{
    EXPECT_EQ(hers_.seal(bytes(""), encounter).size(), hers_.seal(bytes(std::string(255, 'a')), encounter).size());
}

TEST_F(ARecordSealer, RefusesARecordMovedToAnotherPlace)
{
    EXPECT_EQ(record_in(hers_, box_, {"encounter", 43, 1}), std::nullopt);
    EXPECT_EQ(record_in(hers_, box_, {"episode", 42, 1}), std::nullopt);
}

TEST_F(ARecordSealer, RefusesAnOlderVersionPutBackInItsPlace)
{
    EXPECT_EQ(record_in(hers_, box_, {"encounter", 42, 2}), std::nullopt);
}

TEST_F(ARecordSealer, RefusesARecordSwappedWithAnotherVisitors)
{
    const RecordSealer another{make_file_key()};

    EXPECT_EQ(record_in(another, box_), std::nullopt);
}

TEST_F(ARecordSealer, RefusesARecordCutShort)
{
    for (std::size_t size = 0; size < box_.size(); ++size) {
        EXPECT_EQ(record_in(hers_, std::span{box_}.first(size)), std::nullopt) << size << " bytes";
    }
}

/// Erasure: with the wrapped key forgotten, whoever has everything else (the clinic key, the box, its place) has noise.
TEST(ErasingAVisitor, LeavesNothingThatOpensHerRecords)
{
    const auto clinic = make_clinic_key();
    std::vector<std::byte> box;
    {
        const auto key = make_file_key();
        box = RecordSealer{same_bytes_as<FileKey>(key.bytes())}.seal(bytes(treatment), encounter);
    }

    EXPECT_EQ(record_in(RecordSealer{same_bytes_as<FileKey>(clinic.bytes())}, box), std::nullopt);
    EXPECT_TRUE(std::ranges::search(box, bytes(treatment)).empty());
}

} // namespace

} // namespace verandah::vault
