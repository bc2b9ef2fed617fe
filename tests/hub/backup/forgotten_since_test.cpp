// SPDX-License-Identifier: Apache-2.0
// The real verandah-hub: a backup made by hand brings nobody back who was forgotten after it, wherever it lies.
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "tests/hub/served_centre.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using std::filesystem::path;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A centre with a visitor, of which a backup was made by hand; nothing in centre.toml asks for any.
class ForgottenSince : public testing::Test {
protected:
    void SetUp() override
    {
        centre.serve();
        std::filesystem::create_directory(disk);
        console.emplace(centre.let_in("console", "console-1"));
        centre.sign_in(*console);
        const auto kiosk = centre.let_in("kiosk", "kiosk-1");
        const auto minted = post(kiosk, "/v1/cards", R"({"token":"0123456789abcdef0123456789abcdef"})");
        card = wire::decode_card_receipt(minted.body).value().card.text();
        ASSERT_EQ(post(kiosk, "/v1/check-ins", R"({"services":["nurse"],"card":")" + card + "\"}").status, 201);
        const auto made = centre.command({"backup", "--to", disk.string()});
        ASSERT_EQ(made.status, 0) << made.said;
        ASSERT_EQ(centre.command({"backup-keys", "--to", around.path().string()}).status, 0);
    }
    static wire::Response post(const wire::DeviceBundle& bundle, const std::string& target, const std::string& body)
    {
        wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
        return client.ask({.method = "POST", .target = target, .idempotency_key = test::fresh_key(), .body = body});
    }
    void forget_her() const
    {
        ASSERT_THAT(post(*console, "/v1/visitors/forget", R"({"card":")" + card + "\"}").body, HasSubstr("forgotten"));
    }
    void pull_disk() const { std::filesystem::rename(disk, pulled); }
    void put_disk_in() const { std::filesystem::rename(pulled, disk); }
    static path only(const path& folder, std::string_view begins)
    {
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            if (entry.path().filename().string().starts_with(begins)) {
                return entry.path();
            }
        }
        throw std::runtime_error{"nothing is called so"};
    }
    test::Ended run(std::vector<std::string> words) const
    {
        words.insert(words.begin(), VERANDAH_BIN_DIR "/verandah-hub");
        return test::Process{words, around / "said.txt"}.wait();
    }
    test::Ended restore_to(const path& to) const
    {
        return run({"restore", only(disk, "verandah-").string(), "--keys",
                    only(around.path(), "verandah-keys-").string(), "--to", to.string(), "--stick", centre.stick()});
    }
    template <class Condition>
    static bool comes_true(Condition condition)
    {
        for (auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
            if (condition()) {
                return true;
            }
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }

    static constexpr auto forgotten_again = "Forgotten again, because they had asked for it since: 1 visitor";
    test::ServedCentre centre;
    test::TemporaryFolder around;
    path disk = around / "disk";
    path pulled = around / "pulled";
    std::optional<wire::DeviceBundle> console;
    std::string card;
};

TEST_F(ForgottenSince, IsNotBackFromABackupThatWasMadeByHand)
{
    forget_her();
    centre.cut_off(); // at once: whoever is told so is on the list

    const auto restored = restore_to(around / "restored");

    EXPECT_EQ(restored.status, 0) << restored.said;
    EXPECT_THAT(restored.said, AllOf(HasSubstr(forgotten_again), HasSubstr("The list of who was forgotten is of 2")));
}

TEST_F(ForgottenSince, IsNotBackFromADiskThatWasAwayOnceTheHubHasSeenItAgain)
{
    pull_disk();
    forget_her();
    EXPECT_TRUE(comes_true([this] { return centre.log().contains("not everybody who was forgotten is on the list"); }));
    centre.cut_off();
    put_disk_in();

    centre.serve();
    const auto list = disk / "verandah.forgotten";
    EXPECT_TRUE(comes_true([&list] { return test::read_file(list).contains("\n0"); }));
    ASSERT_EQ(centre.end().status, 0);

    EXPECT_THAT(restore_to(around / "restored").said, HasSubstr(forgotten_again));
}

TEST_F(ForgottenSince, IsSaidToBeMissingOnTheListOfADiskThatIsAway)
{
    pull_disk();
    EXPECT_EQ(centre.command({"backup-places"}).status, 0); // nobody was forgotten yet
    forget_her();

    const auto behind = centre.command({"backup-places"});
    EXPECT_EQ(behind.status, 1);
    EXPECT_THAT(behind.said, AllOf(HasSubstr(disk.string() + ": not everybody"), HasSubstr("--strike")));
    const auto other = around / "other";
    std::filesystem::create_directory(other);
    EXPECT_THAT(centre.command({"backup", "--to", other.string()}).said,
                HasSubstr("warning: " + disk.string() + ": not everybody"));

    put_disk_in();
    EXPECT_EQ(centre.command({"backup-places"}).status, 0);
    EXPECT_THAT(restore_to(around / "restored").said, HasSubstr(forgotten_again));
}

TEST_F(ForgottenSince, IsBackFromADiskThatWasAwayAllTheTimeAndTheRestoreSaysOfWhenItsListIs)
{
    pull_disk();
    forget_her();
    centre.cut_off();
    put_disk_in();

    const auto restored = restore_to(around / "restored");

    EXPECT_EQ(restored.status, 0) << restored.said;
    EXPECT_THAT(restored.said, AllOf(HasSubstr("Whoever was forgotten after that is back: forget her again"),
                                     Not(HasSubstr(forgotten_again))));
}

TEST_F(ForgottenSince, IsNotBackWhenTheSameBackupIsRestoredASecondTime)
{
    ASSERT_EQ(centre.end().status, 0);
    const auto first = around / "first";
    ASSERT_EQ(restore_to(first).status, 0);

    const auto places = run({"backup-places", first.string()});

    EXPECT_EQ(places.status, 0);
    EXPECT_THAT(places.said, HasSubstr(disk.string() + ": everybody"));
}

TEST_F(ForgottenSince, IsLookedForNoMoreOnADiskThatIsLost)
{
    pull_disk();
    forget_her();

    EXPECT_EQ(centre.command({"backup-places", "--strike", disk.string()}).status, 0);

    const auto none = centre.command({"backup-places"});
    EXPECT_EQ(none.status, 0);
    EXPECT_THAT(none.said, HasSubstr("No backup was made yet"));
}

} // namespace
} // namespace verandah::hub
