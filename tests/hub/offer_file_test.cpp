// SPDX-License-Identifier: Apache-2.0
// Offers left beside the hub that serves: taken once, and nothing else is taken for one.
#include "clinic/hub/enrolment/offer_file.hpp"
#include "tests/hub/enrolment_house.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using enum wire::DeviceKind;

constexpr domain::EnrolmentSecret secret{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}, std::byte{5}};
constexpr domain::Instant until{1'800'000'000s};

OfferBook::Offered offered(std::string_view name = "kiosk-2")
{
    return {wire::DeviceName::make(name).value(), kiosk, mark_of(secret), until};
}

class OfferFile : public testing::Test {
protected:
    std::vector<OfferBook::Offered> taken()
    {
        return take_offers(folder_.path(), [this](const std::string& fault) { reports_.push_back(fault); });
    }
    /// What an offer's file says, without its line end.
    std::string whole_line()
    {
        leave_offer(folder_.path(), offered()).value();
        std::string line;
        std::getline(std::ifstream{folder_ / "kiosk-2.offer"}, line);
        std::filesystem::remove(folder_ / "kiosk-2.offer");
        return line;
    }
    void write(const std::string& name, std::string_view text, mode_t mode = 0600)
    {
        std::ofstream{folder_ / name, std::ios::binary} << text;
        ASSERT_EQ(chmod((folder_ / name).c_str(), mode), 0);
    }
    bool is_there(const std::string& name) { return std::filesystem::exists(symlink_status(folder_ / name)); }

    test::TemporaryFolder folder_;
    std::vector<std::string> reports_;
};

TEST_F(OfferFile, IsTakenOnceAndGone)
{
    leave_offer(folder_.path(), offered()).value();
    EXPECT_FALSE(is_offer_taken(folder_.path(), offered().name));

    const auto offers = taken();

    ASSERT_THAT(offers, SizeIs(1));
    EXPECT_EQ(offers[0].name, offered().name);
    EXPECT_EQ(offers[0].kind, kiosk);
    EXPECT_EQ(offers[0].mark, mark_of(secret));
    EXPECT_EQ(offers[0].until, until);
    EXPECT_TRUE(is_offer_taken(folder_.path(), offered().name));
    EXPECT_THAT(taken(), IsEmpty());
    EXPECT_THAT(reports_, IsEmpty());
}

TEST_F(OfferFile, HoldsNothingThatLetsADeviceIn)
{
    const auto line = whole_line();

    EXPECT_THAT(line, Not(HasSubstr("0102030405")));
    EXPECT_THAT(line, Not(HasSubstr(domain::EnrolmentCode(domain::AuthorityHash{}, secret).text().substr(16, 8))));
}

TEST_F(OfferFile, OfABadShapeIsReportedTakenOutAndNoOffer)
{
    const auto line = whole_line();
    const auto mark = line.substr(8, line.rfind(' ') - 8);
    const std::vector<std::string> bad{"",
                                       "\n",
                                       "1",
                                       "1 kiosk",
                                       "1 kiosk " + mark,
                                       "2" + line.substr(1),
                                       "1 printer " + mark + " 5",
                                       "1 KIOSK " + mark + " 5",
                                       "1 kiosk " + mark.substr(1) + " 5",
                                       "1 kiosk " + mark + "00 5",
                                       "1 kiosk " + std::string(mark.size(), 'x') + " 5",
                                       "1 kiosk " + mark + " soon",
                                       "1 kiosk " + mark + " 99999999999999999999999",
                                       line + " more",
                                       line + "\n" + line,
                                       std::string("\0\0\0\0", 4),
                                       "\xFF\xFE" + line,
                                       std::string(70'000, '1')};
    for (const auto& text : bad) {
        reports_.clear();
        write("kiosk-2.offer", text);
        EXPECT_THAT(taken(), IsEmpty()) << text.substr(0, 60);
        EXPECT_THAT(reports_, SizeIs(1)) << text.substr(0, 60);
        EXPECT_FALSE(is_there("kiosk-2.offer")) << text.substr(0, 60);
    }
}

TEST_F(OfferFile, UnderANameThatNoDeviceCanHaveIsNoOffer)
{
    const auto line = whole_line();
    for (const auto* name : {"KIOSK 2.offer", "-.offer", "kiosk..2.offer", "a\nb.offer"}) {
        reports_.clear();
        write(name, line);
        EXPECT_THAT(taken(), IsEmpty()) << name;
        EXPECT_THAT(reports_, SizeIs(1)) << name;
    }
}

TEST_F(OfferFile, ThatOthersMayReadIsNoOffer)
{
    write("kiosk-2.offer", whole_line(), 0644);

    EXPECT_THAT(taken(), IsEmpty());
    EXPECT_THAT(reports_, testing::ElementsAre(HasSubstr("others may read")));
}

TEST_F(OfferFile, IsAPlainFileAndNoLinkPipeOrFolder)
{
    write("elsewhere", whole_line());
    std::filesystem::create_symlink(folder_ / "elsewhere", folder_ / "kiosk-2.offer");
    std::filesystem::create_symlink(folder_ / "kiosk-3.offer", folder_ / "kiosk-3.offer"); // leads to itself
    ASSERT_EQ(mkfifo((folder_ / "kiosk-4.offer").c_str(), 0600), 0);
    std::filesystem::create_directories(folder_ / "kiosk-5.offer" / "inside");

    EXPECT_THAT(taken(), IsEmpty());

    EXPECT_THAT(reports_, SizeIs(3));
    EXPECT_FALSE(is_there("kiosk-2.offer"));
    EXPECT_FALSE(is_there("kiosk-3.offer"));
    EXPECT_FALSE(is_there("kiosk-4.offer"));
    EXPECT_TRUE(is_there("elsewhere"));
    EXPECT_TRUE(is_there("kiosk-5.offer")); // left alone, and looked over every second
}

TEST_F(OfferFile, NextToABadOneIsTakenAllTheSame)
{
    write("kiosk-1.offer", "rubbish");
    leave_offer(folder_.path(), offered()).value();

    EXPECT_THAT(taken(), SizeIs(1));
    EXPECT_THAT(reports_, SizeIs(1));
}

class LeftOffer : public test::EnrolmentHouse {};

TEST_F(LeftOffer, OpensTheDoorUntilItsTimeIsOver)
{
    leave_offer(paths().offers(),
                {wire::DeviceName::make("kiosk-2").value(), kiosk, mark_of(secret), now().at + domain::offer_lasts})
        .value();
    desks().devices.look();
    EXPECT_TRUE(desks().devices.door().is_open());

    pass(domain::offer_lasts);
    desks().devices.look();

    EXPECT_FALSE(desks().devices.door().is_open());
}

TEST_F(LeftOffer, ThatWouldLastForYearsOpensNothing)
{
    for (const auto& end : {now().at + 24h * 365, now().at - 1ms, domain::Instant::max(), domain::Instant::min()}) {
        leave_offer(paths().offers(), {wire::DeviceName::make("kiosk-2").value(), kiosk, mark_of(secret), end}).value();
        desks().devices.look();
        desks().devices.look();
        EXPECT_FALSE(desks().devices.door().is_open());
        EXPECT_EQ(get(console, "/v1/devices").status, 200);
    }
}

} // namespace
} // namespace verandah::hub
