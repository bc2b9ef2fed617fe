// SPDX-License-Identifier: Apache-2.0
// verandah-hub as a person runs it: the real program, judged by what it prints, leaves and answers, and by openssl.
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/wire/device_bundle.hpp"
#include "tests/centre/ran_program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using test::Ran;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class HubProgram : public testing::Test {
protected:
    Ran hub(std::vector<std::string> words) const
    {
        words.insert(words.begin(), VERANDAH_BIN_DIR "/verandah-hub");
        return test::run(around, std::move(words));
    }

    /// Makes the centre as a script does: with a stick, and nothing shown.
    Ran init(const std::vector<std::string>& more = {}) const
    {
        std::vector<std::string> words{"init", folder, "--stick", around / "stick.key", "--quiet-keys"};
        words.insert(words.end(), more.begin(), more.end());
        return hub(std::move(words));
    }

    Ran openssl(std::vector<std::string> words) const
    {
        words.insert(words.begin(), "openssl");
        return test::run(around, std::move(words));
    }

    test::TemporaryFolder around;
    path root = around / "centre";
    FolderPaths paths{root};
    std::string folder = root.string();
};

TEST_F(HubProgram, MakesACentreThatItsOwnCheckAccepts)
{
    const auto made = init();
    const auto checked = hub({"check", folder});

    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, AllOf(HasSubstr("centre.toml"), HasSubstr("hub.key")));
    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_THAT(checked.out, HasSubstr("is whole: 6 services, 4 stations, 3 languages, 0 devices."));
}

TEST_F(HubProgram, MakesAServerCertificateThatOpensslVerifies)
{
    ASSERT_EQ(init().status, 0);

    const auto verified = openssl({"verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "localhost",
                                   "-CAfile", paths.authority_certificate(), paths.server_certificate()});

    EXPECT_EQ(verified.status, 0) << verified.err;
}

TEST_F(HubProgram, RefusesToMakeACentreTwice)
{
    ASSERT_EQ(init().status, 0);
    std::filesystem::rename(around / "stick.key", around / "elsewhere.key");

    const auto again = init();

    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.out, IsEmpty());
    EXPECT_THAT(again.err, HasSubstr("is there already"));
}

TEST_F(HubProgram, MakesACentreFromAFileItIsGiven)
{
    auto text = std::string{starting_centre()};
    test::write_file(around / "ours.toml", text.replace(text.find("\"127.0.0.1\""), 11, "\"192.168.1.10\""));

    ASSERT_EQ(init({"--centre", around / "ours.toml"}).status, 0);

    EXPECT_EQ(test::read_file(paths.centre_file()), text);
    EXPECT_THAT(openssl({"x509", "-noout", "-ext", "subjectAltName", "-in", paths.server_certificate()}).out,
                HasSubstr("192.168.1.10"));
}

TEST_F(HubProgram, SaysEveryFaultOfACentreFileInALineOfItsOwn)
{
    ASSERT_EQ(init().status, 0);
    auto text = test::read_file(paths.centre_file());
    text.replace(text.find("\"science\""), 9, "\"sciense\"");
    text.replace(text.find("day_boundary = 4"), 16, "day_boundary = 44");
    test::write_file(paths.centre_file(), text);

    const auto checked = hub({"check", folder});

    EXPECT_EQ(checked.status, 1);
    EXPECT_THAT(checked.err, StartsWith(paths.centre_file().string() + ":12:16: \"day_boundary\" is 44"));
    EXPECT_EQ(std::ranges::count(checked.err, '\n'), 2);
}

TEST_F(HubProgram, MakesADeviceWhoseCertificateOpensslVerifies)
{
    ASSERT_EQ(init().status, 0);

    const auto added = hub({"device", "add", folder, "--kind", "kiosk", "--out", around / "kiosk.toml"});

    ASSERT_EQ(added.status, 0) << added.err;
    const auto bundle = wire::read_bundle(around / "kiosk.toml");
    ASSERT_TRUE(bundle);
    test::write_file(around / "device.pem", bundle->certificate);
    const auto verified = openssl({"verify", "-x509_strict", "-purpose", "sslclient", "-CAfile",
                                   paths.authority_certificate(), around / "device.pem"});
    EXPECT_EQ(verified.status, 0) << verified.err;
}

TEST_F(HubProgram, NamesDevicesByKindAndTheNextFreeNumber)
{
    ASSERT_EQ(init().status, 0);
    ASSERT_EQ(hub({"device", "add", folder, "--kind", "kiosk", "--out", around / "1.toml"}).status, 0);
    ASSERT_EQ(hub({"device", "add", folder, "--kind", "board", "--out", around / "2.toml"}).status, 0);
    ASSERT_EQ(hub({"device", "add", folder, "--kind", "kiosk", "--out", around / "3.toml"}).status, 0);

    EXPECT_THAT(hub({"device", "list", folder}).out,
                AllOf(HasSubstr("kiosk-1"), HasSubstr("kiosk-2"), HasSubstr("board-1")));
}

TEST_F(HubProgram, TellsADeviceTheAddressItIsGivenAndANameTheCertificateHas)
{
    ASSERT_EQ(init().status, 0);

    ASSERT_EQ(hub({"device", "add", folder, "--kind", "console", "--name", "reception", "--out", around / "c.toml",
                   "--address", "192.168.1.10:8443"})
                  .status,
              0);

    const auto bundle = wire::read_bundle(around / "c.toml");
    ASSERT_TRUE(bundle);
    EXPECT_EQ(bundle->hub_address, "192.168.1.10:8443");
    EXPECT_EQ(bundle->hub_name, "localhost");
}

TEST_F(HubProgram, ListsNoDeviceWhoseFileCouldNotBeWritten)
{
    ASSERT_EQ(init().status, 0);

    const auto added = hub({"device", "add", folder, "--kind", "kiosk", "--out", around / "no" / "kiosk.toml"});

    EXPECT_EQ(added.status, 1);
    EXPECT_THAT(hub({"device", "list", folder}).out, HasSubstr("No device may come in yet"));
}

TEST_F(HubProgram, LeavesNoFileOfADeviceWhoseNameIsTaken)
{
    ASSERT_EQ(init().status, 0);
    ASSERT_EQ(hub({"device", "add", folder, "--kind", "kiosk", "--name", "hall", "--out", around / "1.toml"}).status,
              0);

    const auto again = hub({"device", "add", folder, "--kind", "board", "--name", "hall", "--out", around / "2.toml"});

    EXPECT_EQ(again.status, 1);
    EXPECT_FALSE(std::filesystem::exists(around / "2.toml"));
}

TEST_F(HubProgram, RefusesADeviceListThatIsDamaged)
{
    ASSERT_EQ(init().status, 0);
    test::write_file(paths.devices() / "kiosk-1.toml", "name = 7\n");

    const auto checked = hub({"check", folder});

    EXPECT_EQ(checked.status, 1);
    EXPECT_THAT(checked.err, HasSubstr("kiosk-1.toml"));
}

/// Command lines that cannot be understood: one line on standard error, and the status that says so.
class WrongUsage : public HubProgram, public testing::WithParamInterface<std::vector<std::string>> {};

TEST_P(WrongUsage, IsSaidInOneLineWithStatusTwo)
{
    const auto ran = hub(GetParam());

    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.out, IsEmpty());
    EXPECT_EQ(std::ranges::count(ran.err, '\n'), 1) << ran.err;
}

INSTANTIATE_TEST_SUITE_P(
    HubProgram, WrongUsage,
    testing::Values(std::vector<std::string>{}, std::vector<std::string>{"begin"}, std::vector<std::string>{"init"},
                    std::vector<std::string>{"check", "a", "b"}, std::vector<std::string>{"device"},
                    std::vector<std::string>{"device", "add", "a", "--kind", "fridge", "--out", "b"},
                    std::vector<std::string>{"device", "add", "a", "--kind", "kiosk", "--out", "b", "--name", "Room 1"},
                    std::vector<std::string>{"device", "add", "a", "--kind", "kiosk", "--out", "b", "--address", "hub"},
                    std::vector<std::string>{"key"}, std::vector<std::string>{"key", "add"},
                    std::vector<std::string>{"key", "remove", "a", "first"},
                    std::vector<std::string>{"rebuild", "a", "--stick", "b", "--words-file", "c"}));

TEST_F(HubProgram, RevokesADevice)
{
    ASSERT_EQ(init().status, 0);
    ASSERT_EQ(hub({"device", "add", folder, "--kind", "kiosk", "--out", around / "kiosk-1.toml"}).status, 0);

    const auto revoked = hub({"device", "revoke", folder, "kiosk-1"});

    EXPECT_EQ(revoked.status, 0) << revoked.err;
    EXPECT_THAT(hub({"device", "list", folder}).out, HasSubstr("No device may come in yet"));
    EXPECT_THAT(hub({"device", "revoke", folder, "kiosk-1"}).err, HasSubstr("no device is called 'kiosk-1'"));
}

TEST_F(HubProgram, RenamesADevice)
{
    ASSERT_EQ(init().status, 0);
    ASSERT_EQ(hub({"device", "add", folder, "--kind", "board", "--out", around / "board-1.toml"}).status, 0);

    const auto renamed = hub({"device", "rename", folder, "board-1", "hall"});

    EXPECT_EQ(renamed.status, 0) << renamed.err;
    EXPECT_THAT(hub({"device", "list", folder}).out, AllOf(HasSubstr("hall"), Not(HasSubstr("board-1"))));
    EXPECT_EQ(hub({"device", "rename", folder, "hall", "../hall"}).status, 2);
}

TEST_F(HubProgram, SaysItsVersion)
{
    const auto ran = hub({"--version"});

    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "verandah-hub " VERANDAH_VERSION "\n");
}

TEST_F(HubProgram, ShowsAnExampleInTheHelpOfEveryCommand)
{
    for (const auto& words : std::vector<std::vector<std::string>>{{"init"},
                                                                   {"check"},
                                                                   {"serve"},
                                                                   {"rebuild"},
                                                                   {"device", "add"},
                                                                   {"device", "list"},
                                                                   {"key", "list"},
                                                                   {"key", "add", "words"},
                                                                   {"key", "add", "paper"},
                                                                   {"key", "add", "stick"},
                                                                   {"key", "change", "words"},
                                                                   {"key", "remove"},
                                                                   {"key", "seal"}}) {
        auto asked = words;
        asked.emplace_back("--help");
        const auto ran = hub(asked);
        EXPECT_EQ(ran.status, 0);
        EXPECT_THAT(ran.out, HasSubstr("  verandah-hub " + words.front())) << words.front();
    }
}

} // namespace
} // namespace verandah::hub
