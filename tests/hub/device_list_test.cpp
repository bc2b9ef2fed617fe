// SPDX-License-Identifier: Apache-2.0
// Who is let in: the devices whose files are whole and there, and nobody else.
#include "clinic/hub/authority/device_list.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {

namespace {

using domain::Refusal;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Device device(std::string_view name, char key_digit)
{
    using namespace std::chrono_literals;
    return {.name = wire::DeviceName::make(name).value(),
            .kind = wire::DeviceKind::console,
            .public_key_sha256 = std::string(64, key_digit),
            .added = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + 9h + 5min + 7s + 89ms};
}

std::string file_text(std::string_view name, char key_digit)
{
    return "name = \"" + std::string{name} + "\"\nkind = \"kiosk\"\npublic_key_sha256 = \"" +
           std::string(64, key_digit) + "\"\nadded = 2026-11-24T09:00:00Z\n";
}

class ADeviceList : public testing::Test {
protected:
    [[nodiscard]] DeviceList open()
    {
        return DeviceList{folder_.path(), [this](const std::string& fault) { faults_.push_back(fault); }};
    }

    /// The one fault of a folder with only `text` in console-1.toml.
    [[nodiscard]] std::string fault_of(std::string_view text)
    {
        test::write_file(folder_ / "console-1.toml", text);
        faults_.clear();
        const auto list = open();
        return faults_.empty() ? "none" : faults_.front();
    }

    test::TemporaryFolder folder_;
    std::vector<std::string> faults_;
};

TEST_F(ADeviceList, AdmitsADeviceItWasGiven)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));

    EXPECT_EQ(list.admit(std::string(64, 'a')), device("console-1", 'a'));
}

TEST_F(ADeviceList, AdmitsADeviceAfterARestart)
{
    ASSERT_TRUE(open().add(device("console-1", 'a')));

    EXPECT_EQ(open().admit(std::string(64, 'a')), device("console-1", 'a'));
    EXPECT_THAT(faults_, IsEmpty());
}

TEST_F(ADeviceList, AdmitsNoDeviceThatWasRevoked)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));
    ASSERT_TRUE(list.add(device("console-2", 'b')));

    ASSERT_TRUE(list.remove(wire::DeviceName::make("console-1").value()));

    EXPECT_EQ(list.admit(std::string(64, 'a')), std::nullopt);
    EXPECT_EQ(list.admit(std::string(64, 'b')), device("console-2", 'b'));
    EXPECT_EQ(open().admit(std::string(64, 'a')), std::nullopt);
}

TEST_F(ADeviceList, RevokesNoDeviceThatIsNotThere)
{
    const auto revoked = open().remove(wire::DeviceName::make("console-1").value());

    ASSERT_FALSE(revoked);
    EXPECT_EQ(revoked.error().why, Refusal::Why::not_found);
}

TEST_F(ADeviceList, AdmitsARenamedDeviceByItsKey)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));

    ASSERT_TRUE(list.rename(wire::DeviceName::make("console-1").value(), wire::DeviceName::make("desk").value()));

    EXPECT_EQ(list.admit(std::string(64, 'a')), device("desk", 'a'));
    EXPECT_THAT(open().devices(), ElementsAre(device("desk", 'a')));
    EXPECT_THAT(faults_, IsEmpty());
}

TEST_F(ADeviceList, RenamesNoDeviceOverAnother)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));
    ASSERT_TRUE(list.add(device("desk", 'b')));

    const auto renamed =
        list.rename(wire::DeviceName::make("console-1").value(), wire::DeviceName::make("desk").value());

    ASSERT_FALSE(renamed);
    EXPECT_EQ(renamed.error().why, Refusal::Why::conflict);
    EXPECT_THAT(list.devices(), ElementsAre(device("console-1", 'a'), device("desk", 'b')));
}

TEST_F(ADeviceList, RenamesNoDeviceThatIsNotThere)
{
    const auto renamed =
        open().rename(wire::DeviceName::make("console-1").value(), wire::DeviceName::make("desk").value());

    ASSERT_FALSE(renamed);
    EXPECT_EQ(renamed.error().why, Refusal::Why::not_found);
}

TEST_F(ADeviceList, AdmitsNoStranger)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));

    EXPECT_EQ(list.admit(std::string(64, 'b')), std::nullopt);
    EXPECT_EQ(list.admit(""), std::nullopt);
}

TEST_F(ADeviceList, AdmitsADeviceAnotherProcessAddedMeanwhile)
{
    auto serving = open();
    ASSERT_EQ(serving.admit(std::string(64, 'a')), std::nullopt);

    ASSERT_TRUE(open().add(device("console-1", 'a')));

    EXPECT_TRUE(serving.admit(std::string(64, 'a')));
}

TEST_F(ADeviceList, SeesAChangeAfterALongTimeWithoutOne)
{
    std::filesystem::last_write_time(folder_.path(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours{1});
    auto serving = open();
    ASSERT_EQ(serving.admit(std::string(64, 'a')), std::nullopt);

    test::write_file(folder_ / "kiosk-1.toml", file_text("kiosk-1", 'a'));

    EXPECT_TRUE(serving.admit(std::string(64, 'a')));
}

TEST_F(ADeviceList, AdmitsADeviceNoMoreOnceItsFileIsDeleted)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));
    ASSERT_TRUE(list.admit(std::string(64, 'a')));

    std::filesystem::remove(folder_ / "console-1.toml");

    EXPECT_EQ(list.admit(std::string(64, 'a')), std::nullopt);
}

TEST_F(ADeviceList, AdmitsNobodyWhenItsFolderIsGone)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));

    std::filesystem::remove_all(folder_.path());

    EXPECT_EQ(list.admit(std::string(64, 'a')), std::nullopt);
}

TEST_F(ADeviceList, MakesItsFolderForTheFirstDevice)
{
    DeviceList list{folder_ / "devices", [](const std::string&) {}};

    ASSERT_TRUE(list.add(device("console-1", 'a')));

    EXPECT_TRUE(list.admit(std::string(64, 'a')));
}

TEST_F(ADeviceList, NamesItsDevicesInOrder)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("kiosk-2", 'a')));
    ASSERT_TRUE(list.add(device("board-1", 'b')));

    EXPECT_THAT(list.devices(), ElementsAre(device("board-1", 'b'), device("kiosk-2", 'a')));
}

TEST_F(ADeviceList, RefusesANameItHas)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));

    const auto again = list.add(device("console-1", 'b'));

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
    EXPECT_EQ(list.admit(std::string(64, 'b')), std::nullopt);
}

TEST_F(ADeviceList, RefusesAKeyItHas)
{
    auto list = open();
    ASSERT_TRUE(list.add(device("console-1", 'a')));

    const auto again = list.add(device("console-2", 'a'));

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
}

TEST_F(ADeviceList, RefusesAKeyOfAnotherShape)
{
    auto stranger = device("console-1", 'a');
    stranger.public_key_sha256 = "abc";

    const auto added = open().add(stranger);

    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().why, Refusal::Why::invalid_input);
}

TEST_F(ADeviceList, AdmitsTheOthersBesideAFaultyFile)
{
    test::write_file(folder_ / "a-broken.toml", "name = \n");
    test::write_file(folder_ / "kiosk-1.toml", file_text("kiosk-1", 'c'));
    auto list = open();

    EXPECT_TRUE(list.admit(std::string(64, 'c')));
    EXPECT_THAT(faults_, testing::Contains(HasSubstr("a-broken.toml:1:")));
}

TEST_F(ADeviceList, IgnoresWhatIsNoDeviceFile)
{
    test::write_file(folder_ / "console-1.toml.Ab3dEf", "half");
    test::write_file(folder_ / "notes.txt", "a note");

    EXPECT_THAT(open().devices(), IsEmpty());
    EXPECT_THAT(faults_, IsEmpty());
}

TEST_F(ADeviceList, ReportsTheLineOfAWrongField)
{
    EXPECT_THAT(fault_of("name = \"console-1\"\nkind = \"toaster\"\n"),
                AllOf(HasSubstr("console-1.toml:2:"), HasSubstr("a kiosk, a console or a board")));
}

TEST_F(ADeviceList, ReportsTheLineOfAKeyNoDeviceHas)
{
    EXPECT_THAT(fault_of(file_text("console-1", 'a') + "colour = \"green\"\n"),
                AllOf(HasSubstr("console-1.toml:5:"), HasSubstr("`colour`")));
}

TEST_F(ADeviceList, ReportsAMissingField)
{
    EXPECT_THAT(fault_of("name = \"console-1\"\nkind = \"kiosk\"\n"), HasSubstr("`public_key_sha256` is missing"));
}

TEST_F(ADeviceList, ReportsAFileThatSaysAnotherName)
{
    EXPECT_THAT(fault_of(file_text("console-2", 'a')),
                AllOf(HasSubstr("console-1.toml:1:"), HasSubstr("the file's own name")));
}

TEST_F(ADeviceList, ReportsATimeWithoutAnOffset)
{
    auto text = file_text("console-1", 'a');
    text.replace(text.find("Z\n"), 1, "");

    EXPECT_THAT(fault_of(text), AllOf(HasSubstr("console-1.toml:4:"), HasSubstr("offset")));
}

TEST_F(ADeviceList, ReportsAFileOthersMayChange)
{
    test::write_file(folder_ / "console-1.toml", file_text("console-1", 'a'), std::filesystem::perms::all);

    EXPECT_THAT(open().devices(), IsEmpty());
    EXPECT_THAT(faults_, testing::Contains(HasSubstr("chmod 600")));
}

TEST_F(ADeviceList, ReportsASecondFileWithTheSameKey)
{
    test::write_file(folder_ / "kiosk-1.toml", file_text("kiosk-1", 'a'));
    test::write_file(folder_ / "kiosk-2.toml", file_text("kiosk-2", 'a'));

    EXPECT_EQ(open().admit(std::string(64, 'a'))->name.text(), "kiosk-1");
    EXPECT_THAT(faults_, testing::Contains(AllOf(HasSubstr("kiosk-2.toml:1:"), HasSubstr("kiosk-1"))));
}

TEST_F(ADeviceList, ReadsATimeInAnotherZone)
{
    auto text = file_text("console-1", 'a');
    text.replace(text.find("Z\n"), 1, "+02:00");
    test::write_file(folder_ / "console-1.toml", text);

    const auto found = open().admit(std::string(64, 'a'));

    ASSERT_TRUE(found);
    EXPECT_EQ(found->added, std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + std::chrono::hours{7});
}

} // namespace

} // namespace verandah::hub
