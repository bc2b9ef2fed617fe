// SPDX-License-Identifier: Apache-2.0
// A centre's folder: made whole or not at all, opened whole or refused with everything that is wrong.
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/vault/random.hpp"
#include "tests/centre/small_centre.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <stdexcept>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using std::filesystem::perms;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const domain::Instant now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 6};

/// What opens the hub key of every centre here; a stick, which takes no time.
const vault::StickKey& stick()
{
    static const auto key = (vault::initialise(), vault::StickKey::make());
    return key;
}

vault::WayIn with_the_stick()
{
    std::string text{"verandah stick key 1\n"};
    for (const auto byte : stick().bytes()) {
        text += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
    }
    return *vault::StickKey::read(text + '\n');
}

auto make_centre(const path& root, std::string_view centre_toml)
{
    vault::initialise();
    const auto key = vault::HubKey::make();
    vault::KeySlots slots;
    EXPECT_TRUE(slots.add(key, with_the_stick(), std::chrono::year{2026} / 3 / 6));
    return create_centre_folder(root, centre_toml, key, slots, now);
}

/// A folder with a whole centre in it.
class CentreFolderTest : public testing::Test {
protected:
    CentreFolderTest()
    {
        if (!make_centre(root, starting_centre())) {
            throw std::logic_error{"no centre to test with"};
        }
    }

    std::vector<std::string> refusals() const
    {
        const auto opened = open_centre_folder(root, now);
        return opened ? std::vector<std::string>{} : opened.error();
    }

    perms mode_of(const path& file) const { return std::filesystem::status(file).permissions(); }

    test::TemporaryFolder around;
    path root = around / "centre";
    FolderPaths paths{root};
};

TEST_F(CentreFolderTest, OpensOnceMade)
{
    const auto opened = open_centre_folder(root, now);

    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->file.centre.services.size(), 6U);
    EXPECT_THAT(opened->file.warnings, IsEmpty());
}

TEST_F(CentreFolderTest, KeepsItsHubKeySealedUntilSomethingOpensIt)
{
    const auto sealed = open_centre_folder(root, now);
    const auto opened = open_centre_folder(root, now, with_the_stick());

    ASSERT_TRUE(sealed);
    EXPECT_FALSE(sealed->hub_key);
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->hub_key);
    EXPECT_EQ(vault::PublicKey::of(opened->hub_key->box_key()), sealed->public_key);
}

TEST_F(CentreFolderTest, IsRefusedWithAStickThatOpensNothing)
{
    const auto opened = open_centre_folder(root, now, vault::StickKey::make());

    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error(), ElementsAre(HasSubstr("hub.key: that does not open the hub key")));
}

TEST_F(CentreFolderTest, IsRefusedWhenItsSlotsAreThoseOfAnotherCentre)
{
    ASSERT_TRUE(make_centre(around / "other", starting_centre()));
    test::write_file(paths.hub_key(), test::read_file(FolderPaths{around / "other"}.hub_key()));

    const auto opened = open_centre_folder(root, now, with_the_stick());

    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error(), ElementsAre(HasSubstr("hub.pub is not the public half of hub.key")));
}

TEST_F(CentreFolderTest, IsRefusedWithoutThePublicHalfWhileTheKeyIsSealed)
{
    std::filesystem::remove(paths.public_key());

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("hub.pub is missing")));
}

TEST_F(CentreFolderTest, OpensACentreOfBeforeKeysWereSealed)
{
    const auto key = vault::HubKey::make();
    std::filesystem::remove(paths.hub_key());
    std::filesystem::remove(paths.public_key());
    ASSERT_TRUE(key.save(paths.hub_key()));

    const auto opened = open_centre_folder(root, now);

    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->hub_key);
    EXPECT_EQ(opened->public_key, vault::PublicKey::of(key.box_key()));
}

TEST_F(CentreFolderTest, LetsNobodyElseReadAnything)
{
    for (const auto& part : std::filesystem::recursive_directory_iterator{root}) {
        EXPECT_EQ(mode_of(part.path()) & (perms::group_all | perms::others_all), perms::none) << part.path();
    }
    EXPECT_EQ(mode_of(root), perms::owner_all);
    EXPECT_EQ(mode_of(paths.keys()), perms::owner_all);
    EXPECT_EQ(mode_of(paths.hub_key()), perms::owner_read | perms::owner_write);
}

TEST_F(CentreFolderTest, LeavesNothingBesideIt)
{
    std::vector<path> beside;
    for (const auto& entry : std::filesystem::directory_iterator{around.path()}) {
        beside.push_back(entry.path());
    }

    EXPECT_THAT(beside, ElementsAre(root));
}

TEST_F(CentreFolderTest, IsNeverMadeOverAnother)
{
    const auto key = test::read_file(paths.hub_key());

    const auto made = make_centre(root, starting_centre());

    ASSERT_FALSE(made);
    EXPECT_THAT(made.error(), ElementsAre(HasSubstr("is there already and not an empty folder")));
    EXPECT_EQ(test::read_file(paths.hub_key()), key);
}

TEST_F(CentreFolderTest, MakesNothingFromAFaultyFile)
{
    const auto made = make_centre(around / "other", test::small_centre_with("\"teal\"", "\"tael\""));

    ASSERT_FALSE(made);
    EXPECT_THAT(made.error(), ElementsAre(HasSubstr("centre.toml:23:10: \"tael\" is no colour")));
    EXPECT_FALSE(std::filesystem::exists(around / "other"));
}

TEST_F(CentreFolderTest, MakesNothingWhenACertificateCannotBeMadeForItsNames)
{
    const auto made = make_centre(around / "other", test::small_centre_with("[\"localhost\"]", "[\"-.-\"]"));

    ASSERT_FALSE(made);
    EXPECT_THAT(made.error(), ElementsAre(HasSubstr("[hub] names")));
    EXPECT_THAT(std::vector(std::filesystem::directory_iterator{around.path()}, {}), testing::SizeIs(1));
}

TEST_F(CentreFolderTest, TakesThePlaceOfAnEmptyFolder)
{
    std::filesystem::create_directory(around / "empty");

    EXPECT_TRUE(make_centre(around / "empty", starting_centre()));
    EXPECT_TRUE(open_centre_folder(around / "empty", now));
}

TEST_F(CentreFolderTest, IsNotMadeWhereThereIsNoFolderForIt)
{
    const auto made = make_centre(around / "no" / "centre", starting_centre());

    ASSERT_FALSE(made);
    EXPECT_THAT(made.error(), ElementsAre(HasSubstr("is no folder. Make it first")));
}

TEST_F(CentreFolderTest, GivesEveryCentreKeysOfItsOwn)
{
    ASSERT_TRUE(make_centre(around / "other", starting_centre()));

    EXPECT_NE(test::read_file(paths.hub_key()), test::read_file(FolderPaths{around / "other"}.hub_key()));
}

TEST_F(CentreFolderTest, IsRefusedWithoutTheHubKeyAndSaysWhatThatMeans)
{
    std::filesystem::remove(paths.hub_key());

    EXPECT_THAT(refusals(),
                ElementsAre(paths.hub_key().string() + " is missing. Without it the journal cannot be opened; "
                                                       "restore it from its backup."));
}

TEST_F(CentreFolderTest, IsRefusedWithEveryMissingPartAtOnce)
{
    std::filesystem::remove(paths.hub_key());
    std::filesystem::remove(paths.centre_file());
    std::filesystem::remove(paths.server_key());
    std::filesystem::remove(paths.devices());

    EXPECT_THAT(refusals(),
                UnorderedElementsAre(HasSubstr("hub.key is missing"), HasSubstr("centre.toml: there is no such file"),
                                     HasSubstr("server.key is missing"), HasSubstr("devices is missing")));
}

TEST_F(CentreFolderTest, IsRefusedWhenOthersMayReadAKey)
{
    std::filesystem::permissions(paths.authority_key(), perms::others_read, std::filesystem::perm_options::add);

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("chmod 600 " + paths.authority_key().string())));
}

TEST_F(CentreFolderTest, IsRefusedWhenOthersMayLookIntoTheKeys)
{
    std::filesystem::permissions(paths.keys(), perms::group_exec, std::filesystem::perm_options::add);

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("chmod 700 " + paths.keys().string())));
}

TEST_F(CentreFolderTest, IsRefusedWithADamagedHubKey)
{
    test::write_file(paths.hub_key(), "verandah hub key 1\n00ff\n");

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("hub.key")));
}

TEST_F(CentreFolderTest, IsRefusedWithADamagedCertificate)
{
    auto text = test::read_file(paths.server_certificate());
    test::write_file(paths.server_certificate(), text.replace(text.size() / 2, 8, "AAAAAAAA"));

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("server.pem")));
}

TEST_F(CentreFolderTest, IsRefusedWithAnEmptyCertificate)
{
    test::write_file(paths.server_certificate(), "");

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("server.pem is damaged: it holds no certificate")));
}

TEST_F(CentreFolderTest, IsRefusedWithTheKeyOfAnotherCertificate)
{
    test::write_file(paths.server_key(), test::read_file(paths.authority_key()));

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("server.pem does not fit its key: they are not of one pair")));
}

TEST_F(CentreFolderTest, IsRefusedWithTheCertificateOfAnotherCentre)
{
    ASSERT_TRUE(make_centre(around / "other", starting_centre()));
    const FolderPaths other{around / "other"};
    test::write_file(paths.server_certificate(), test::read_file(other.server_certificate()));
    test::write_file(paths.server_key(), test::read_file(other.server_key()));

    EXPECT_THAT(refusals(), ElementsAre(HasSubstr("server.pem was not signed by this centre's authority")));
}

TEST_F(CentreFolderTest, IsRefusedWhenTheCertificateHasExpired)
{
    const auto opened = open_centre_folder(root, now + std::chrono::years{6});

    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error(), ElementsAre(HasSubstr("server.pem is not valid today")));
}

TEST_F(CentreFolderTest, WarnsOfANameThatTheCertificateDoesNotHave)
{
    auto text = test::read_file(paths.centre_file());
    test::write_file(paths.centre_file(), text.replace(text.find("\"localhost\""), 11, "\"hub.lan\""));

    const auto opened = open_centre_folder(root, now);

    ASSERT_TRUE(opened);
    EXPECT_THAT(opened->file.warnings, ElementsAre(HasSubstr("[hub] names hub.lan")));
}

TEST_F(CentreFolderTest, IsServedByOneHubOnly)
{
    const auto first = ServingLock::take(paths);
    ASSERT_TRUE(first);

    const auto second = ServingLock::take(paths);

    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().detail, HasSubstr("another hub serves this folder"));
}

TEST_F(CentreFolderTest, MayBeServedAgainOnceTheFirstHubHasGone)
{
    {
        const auto first = ServingLock::take(paths);
        ASSERT_TRUE(first);
    }

    EXPECT_TRUE(ServingLock::take(paths));
}

TEST(CentreFolder, IsRefusedWhereThereIsNone)
{
    const auto opened = open_centre_folder("/nowhere/at/all", now);

    ASSERT_FALSE(opened);
    EXPECT_THAT(
        opened.error(),
        ElementsAre("/nowhere/at/all is no folder. Make a centre there with: verandah-hub init /nowhere/at/all"));
}

} // namespace
} // namespace verandah::hub
