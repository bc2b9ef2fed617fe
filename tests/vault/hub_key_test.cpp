// SPDX-License-Identifier: Apache-2.0
// The hub key: its file, and the keys that come from it.

#include "shared/vault/hub_key.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/vault/bytes.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <type_traits>
#include <vector>

namespace verandah::vault {

namespace {

using domain::Refusal;
using std::filesystem::perms;
using test::bytes_of;
using testing::HasSubstr;

constexpr std::string_view first_line = "verandah hub key 1\n";
const std::string digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// What is refused about a key file with this text.
Refusal refusal_of(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "hub.key", text);
    const auto key = HubKey::load(folder / "hub.key");
    EXPECT_FALSE(key);
    return key ? Refusal{Refusal::Why::conflict, "loaded"} : key.error();
}

TEST(HubKey, GivesTheSameKeysWhenLoadedAgain)
{
    const test::TemporaryFolder folder;
    const auto made = HubKey::make();
    ASSERT_TRUE(made.save(folder / "hub.key"));

    const auto loaded = HubKey::load(folder / "hub.key");

    ASSERT_TRUE(loaded);
    EXPECT_EQ(bytes_of(loaded->journal_key()), bytes_of(made.journal_key()));
    EXPECT_EQ(bytes_of(loaded->card_lookup_key()), bytes_of(made.card_lookup_key()));
    EXPECT_EQ(bytes_of(loaded->card_tag_key()), bytes_of(made.card_tag_key()));
}

TEST(HubKey, IsAnotherEachTimeItIsMade)
{
    EXPECT_NE(bytes_of(HubKey::make().journal_key()), bytes_of(HubKey::make().journal_key()));
}

TEST(HubKey, GivesEveryPurposeAKeyOfItsOwn)
{
    const auto key = HubKey::make();

    EXPECT_NE(bytes_of(key.journal_key()), bytes_of(key.card_lookup_key()));
    EXPECT_NE(bytes_of(key.journal_key()), bytes_of(key.card_tag_key()));
    EXPECT_NE(bytes_of(key.card_lookup_key()), bytes_of(key.card_tag_key()));
    EXPECT_NE(bytes_of(key.box_key()), bytes_of(key.journal_key()));
}

TEST(HubKey, LetsNoKeyStandForAnother)
{
    EXPECT_FALSE((std::is_convertible_v<CardTagKey, JournalKey>));
    EXPECT_FALSE((std::is_constructible_v<CardTagKey, CardLookupKey>));
}

/// Released centres depend on these derivations: a change here loses their journals and their cards. Worked out by
/// another implementation: blake2b("", size 32, key = the root, salt = 1 little-endian, person = the context).
TEST(HubKey, DerivesTheKeysItAlwaysDerived)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "hub.key", std::string{first_line} + digits + "\n");

    const auto key = HubKey::load(folder / "hub.key");

    ASSERT_TRUE(key);
    const auto begins_with = [](const auto& derived, std::array<unsigned char, 4> start) {
        return std::ranges::equal(derived.bytes().template first<4>(), std::as_bytes(std::span{start}));
    };
    EXPECT_TRUE(begins_with(key->journal_key(), {0xd7, 0xb6, 0x41, 0x9c}));
    EXPECT_TRUE(begins_with(key->card_lookup_key(), {0xc3, 0x00, 0xab, 0x54}));
    EXPECT_TRUE(begins_with(key->card_tag_key(), {0x1b, 0x1f, 0xa9, 0x3f}));
    EXPECT_TRUE(begins_with(key->box_key(), {0x21, 0xfa, 0xf3, 0x99}));
}

TEST(HubKey, IsSavedForItsOwnerOnly)
{
    const test::TemporaryFolder folder;

    ASSERT_TRUE(HubKey::make().save(folder / "hub.key"));

    EXPECT_EQ(std::filesystem::status(folder / "hub.key").permissions(), perms::owner_read | perms::owner_write);
}

TEST(HubKey, NeverOverwritesAKey)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(HubKey::make().save(folder / "hub.key"));
    const auto before = test::read_file(folder / "hub.key");

    const auto again = HubKey::make().save(folder / "hub.key");

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
    EXPECT_EQ(test::read_file(folder / "hub.key"), before);
}

TEST(HubKey, IsRefusedWhenItsFileIsMissing)
{
    const test::TemporaryFolder folder;

    const auto key = HubKey::load(folder / "hub.key");

    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().why, Refusal::Why::not_found);
}

TEST(HubKey, IsRefusedWhenOthersMayReadItsFile)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(HubKey::make().save(folder / "hub.key"));
    std::filesystem::permissions(folder / "hub.key", perms::group_read, std::filesystem::perm_options::add);

    const auto key = HubKey::load(folder / "hub.key");

    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().why, Refusal::Why::not_allowed);
    EXPECT_THAT(key.error().detail, HasSubstr("chmod 600"));
}

TEST(HubKey, IsRefusedWhenItsFileIsEmpty)
{
    EXPECT_THAT(refusal_of("").detail, HasSubstr("not a hub key file"));
}

TEST(HubKey, IsRefusedWhenItsFileIsSomethingElse)
{
    EXPECT_THAT(refusal_of("-----BEGIN PRIVATE KEY-----\n").detail, HasSubstr("not a hub key file"));
}

TEST(HubKey, IsRefusedInAnotherVersion)
{
    EXPECT_THAT(refusal_of("verandah hub key 2\n" + digits + "\n").detail, HasSubstr("another version"));
    EXPECT_THAT(refusal_of("verandah hub key 11\n" + digits + "\n").detail, HasSubstr("another version"));
}

TEST(HubKey, IsRefusedWhenCutShortAnywhere)
{
    const auto whole = std::string{first_line} + digits;
    for (std::size_t kept = 0; kept < whole.size(); ++kept) {
        EXPECT_EQ(refusal_of(whole.substr(0, kept)).why, Refusal::Why::invalid_input) << kept << " bytes kept";
    }
}

TEST(HubKey, IsRefusedWhenTooLong)
{
    EXPECT_THAT(refusal_of(std::string{first_line} + digits + "00\n").detail, HasSubstr("too long"));
}

TEST(HubKey, IsRefusedWhenOneDigitIsNone)
{
    auto damaged = digits;
    damaged[40] = 'g';

    EXPECT_THAT(refusal_of(std::string{first_line} + damaged + "\n").detail, HasSubstr("no hexadecimal digit"));
}

TEST(HubKey, IsNeverRepeatedByItsRefusal)
{
    auto damaged = digits;
    damaged.back() = 'g';

    EXPECT_EQ(refusal_of(std::string{first_line} + damaged + "\n").detail.find("0a0b0c"), std::string::npos);
}

} // namespace

} // namespace verandah::vault
