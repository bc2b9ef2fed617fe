// SPDX-License-Identifier: Apache-2.0
// Device bundles: what is written is read back, and what is wrong is refused with its line and never with a key.
#include "shared/wire/device_bundle.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace verandah::wire {

namespace {

using domain::Refusal;
using std::filesystem::perms;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view secret_line = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEH";

std::string pem(std::string_view label, std::string_view content)
{
    return "-----BEGIN " + std::string{label} + "-----\n" + std::string{content} + "\n-----END " + std::string{label} +
           "-----\n";
}

DeviceBundle kiosk_bundle()
{
    return {.kind = DeviceKind::kiosk,
            .name = DeviceName::make("kiosk-1").value(),
            .hub_address = "127.0.0.1:8443",
            .hub_name = "hub.internal",
            .hub_public_key_sha256 = std::string(64, 'a'),
            .certificate = pem("CERTIFICATE", "Zm9y+/0="),
            .private_key = pem("PRIVATE KEY", secret_line),
            .authority = pem("CERTIFICATE", "YXV0aG9y\naXR5")};
}

/// The bundle's file with `before` replaced by `after`.
std::string changed_text(std::string_view before, std::string_view after)
{
    const test::TemporaryFolder folder;
    EXPECT_TRUE(write_bundle(folder / "kiosk.toml", kiosk_bundle()));
    auto text = test::read_file(folder / "kiosk.toml");
    const auto place = text.find(before);
    EXPECT_NE(place, std::string::npos) << before;
    return text.replace(place, before.size(), after);
}

Refusal refusal_of(std::string_view text)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "kiosk.toml", text);
    const auto bundle = read_bundle(folder / "kiosk.toml");
    EXPECT_FALSE(bundle);
    return bundle ? Refusal{Refusal::Why::conflict, "read"} : bundle.error();
}

std::string detail_of(std::string_view text)
{
    return refusal_of(text).detail;
}

TEST(DeviceBundle, IsReadBackAsItWasWritten)
{
    const test::TemporaryFolder folder;

    ASSERT_TRUE(write_bundle(folder / "kiosk.toml", kiosk_bundle()));

    EXPECT_EQ(read_bundle(folder / "kiosk.toml"), kiosk_bundle());
}

TEST(DeviceBundle, TakesAnIpv6AddressInBrackets)
{
    const test::TemporaryFolder folder;
    auto bundle = kiosk_bundle();
    bundle.hub_address = "[fd00::1]:8443";
    bundle.hub_name = "fd00::1";

    ASSERT_TRUE(write_bundle(folder / "kiosk.toml", bundle));

    EXPECT_EQ(read_bundle(folder / "kiosk.toml"), bundle);
}

TEST(DeviceBundle, IsWrittenForItsOwnerOnly)
{
    const test::TemporaryFolder folder;

    ASSERT_TRUE(write_bundle(folder / "kiosk.toml", kiosk_bundle()));

    EXPECT_EQ(std::filesystem::status(folder / "kiosk.toml").permissions(), perms::owner_read | perms::owner_write);
}

TEST(DeviceBundle, IsNeverOverwritten)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(write_bundle(folder / "kiosk.toml", kiosk_bundle()));

    const auto again = write_bundle(folder / "kiosk.toml", kiosk_bundle());

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
}

TEST(DeviceBundle, IsNotWrittenWithAFieldThatCouldNotBeReadBack)
{
    const test::TemporaryFolder folder;
    auto bundle = kiosk_bundle();
    bundle.hub_name = "hub\"\nname = \"other";

    const auto written = write_bundle(folder / "kiosk.toml", bundle);

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().why, Refusal::Why::invalid_input);
    EXPECT_FALSE(std::filesystem::exists(folder / "kiosk.toml"));
}

TEST(DeviceBundle, IsRefusedWhenMissing)
{
    const test::TemporaryFolder folder;

    const auto bundle = read_bundle(folder / "kiosk.toml");

    ASSERT_FALSE(bundle);
    EXPECT_EQ(bundle.error().why, Refusal::Why::not_found);
    EXPECT_THAT(bundle.error().detail, HasSubstr("kiosk.toml"));
}

TEST(DeviceBundle, IsRefusedWhenOthersMayReadIt)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(write_bundle(folder / "kiosk.toml", kiosk_bundle()));
    std::filesystem::permissions(folder / "kiosk.toml", perms::others_read, std::filesystem::perm_options::add);

    const auto bundle = read_bundle(folder / "kiosk.toml");

    ASSERT_FALSE(bundle);
    EXPECT_EQ(bundle.error().why, Refusal::Why::not_allowed);
    EXPECT_THAT(bundle.error().detail, HasSubstr("chmod 600"));
}

TEST(DeviceBundle, IsRefusedInAnotherVersion)
{
    EXPECT_THAT(detail_of(changed_text("version = 1", "version = 2")),
                AllOf(HasSubstr("kiosk.toml:2:"), HasSubstr("another version")));
}

TEST(DeviceBundle, IsRefusedWithoutAVersion)
{
    EXPECT_THAT(detail_of(changed_text("version = 1\n", "")), HasSubstr("not a device bundle"));
}

TEST(DeviceBundle, IsRefusedWithoutAField)
{
    EXPECT_THAT(detail_of(changed_text("hub_name = \"hub.internal\"\n", "")), HasSubstr("`hub_name` is missing"));
}

TEST(DeviceBundle, IsRefusedWithAFieldNoBundleHas)
{
    EXPECT_THAT(detail_of(changed_text("hub_name", "hub_nmae")), HasSubstr("kiosk.toml:6: a key that no device"));
}

TEST(DeviceBundle, IsRefusedWithAnUnknownKind)
{
    EXPECT_THAT(detail_of(changed_text("\"kiosk\"", "\"toaster\"")),
                AllOf(HasSubstr("kiosk.toml:3:"), HasSubstr("kiosk, console or board")));
}

TEST(DeviceBundle, IsRefusedWithAFieldOfAnotherType)
{
    EXPECT_THAT(detail_of(changed_text("\"kiosk-1\"", "1")), HasSubstr("kiosk.toml:4: `name` must be"));
}

TEST(DeviceBundle, IsRefusedWithAnAddressThatCannotBeReached)
{
    for (const std::string_view address : {"127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", ":8443",
                                           "fd00::1:8443", "127.0.0.1:84x3", "https://127.0.0.1:8443", "[]:8443"}) {
        EXPECT_THAT(detail_of(changed_text("127.0.0.1:8443", address)), HasSubstr("`hub_address` must be")) << address;
    }
}

TEST(DeviceBundle, IsRefusedWithAPublicKeyOfAnotherShape)
{
    EXPECT_THAT(detail_of(changed_text(std::string(64, 'a'), std::string(63, 'a'))),
                HasSubstr("`hub_public_key_sha256` must be"));
    EXPECT_THAT(detail_of(changed_text(std::string(64, 'a'), std::string(64, 'A'))),
                HasSubstr("`hub_public_key_sha256` must be"));
}

TEST(DeviceBundle, IsRefusedWithACertificateForAPrivateKey)
{
    EXPECT_THAT(detail_of(changed_text("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE")),
                HasSubstr("`private_key` must be a PEM private key"));
}

TEST(DeviceBundle, IsRefusedWhenCutShortAnywhere)
{
    const auto whole = changed_text("version", "version");
    for (std::size_t kept = 0; kept < whole.size() - 1; kept += 7) {
        EXPECT_EQ(refusal_of(std::string_view{whole}.substr(0, kept)).why, Refusal::Why::invalid_input) << kept;
    }
}

TEST(DeviceBundle, NeverRepeatsItsPrivateKeyInARefusal)
{
    EXPECT_THAT(detail_of(changed_text("private_key = '''", "private_key = ")), Not(HasSubstr(secret_line)));
    EXPECT_THAT(detail_of(changed_text("-----END PRIVATE KEY", "-----END PRIVATE K")), Not(HasSubstr(secret_line)));
}

TEST(DeviceName, IsAFileNameAndACommonName)
{
    EXPECT_TRUE(DeviceName::make("kiosk-1"));
    EXPECT_TRUE(DeviceName::make(std::string(32, 'a')));
}

TEST(DeviceName, IsRefusedOutsideItsAlphabetAndLength)
{
    for (const auto& text : {std::string{}, std::string(33, 'a'), std::string{"-kiosk"}, std::string{"../kiosk"},
                             std::string{"Kiosk"}, std::string{"kiosk 1"}, std::string{"kiosk.1"}}) {
        const auto name = DeviceName::make(text);

        ASSERT_FALSE(name) << text;
        EXPECT_EQ(name.error().why, Refusal::Why::invalid_input);
    }
}

TEST(DeviceKind, IsReadFromItsWord)
{
    for (const auto kind : {DeviceKind::kiosk, DeviceKind::console, DeviceKind::board}) {
        EXPECT_EQ(parse_device_kind(word_for(kind)), kind);
    }
}

} // namespace

} // namespace verandah::wire
