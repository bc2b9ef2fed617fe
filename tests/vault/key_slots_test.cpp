// SPDX-License-Identifier: Apache-2.0
// The sealed hub key: what opens it, what does not, and what is noticed when somebody has been at its file.
#include "shared/vault/key_slots.hpp"
#include "shared/vault/passphrase.hpp"
#include "shared/vault/random.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/vault/bytes.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

namespace verandah::vault {

namespace {

using domain::Refusal;
using test::bytes_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view passphrase = "river lantern mosaic thunder window paper";
const auto quick = Argon2Cost::lightest();
const std::chrono::year_month_day day{std::chrono::year{2026} / 3 / 6};

StickKey same(const StickKey& stick)
{
    const test::TemporaryFolder folder;
    EXPECT_TRUE(stick.save(folder / "stick.key"));
    return StickKey::load(folder / "stick.key").value();
}

/// A key with words, a recovery code and a stick.
double seconds_of_this_thread()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

class KeySlotsTest : public testing::Test {
protected:
    KeySlotsTest()
    {
        EXPECT_EQ(slots_.add(key_, Words{read_passphrase(passphrase)}, day, quick), 1);
        EXPECT_EQ(slots_.add(key_, way_in_from(code_.text().view()), day), 2);
        EXPECT_EQ(slots_.add(key_, same(stick_), day), 3);
    }

    /// The text of the file with the first `from` exchanged.
    std::string with(std::string_view from, std::string_view to) const
    {
        auto text = slots_.text();
        return text.replace(text.find(from), from.size(), to);
    }
    static std::string refusal_of(std::string_view text)
    {
        const auto read = KeySlots::read(text);
        return read ? "read" : read.error().detail;
    }
    /// The nth line of the file, its end included.
    std::string line(std::size_t nth) const
    {
        std::string rest = slots_.text();
        for (std::size_t each = 0; each < nth; ++each) {
            rest.erase(0, rest.find('\n') + 1);
        }
        return rest.substr(0, rest.find('\n') + 1);
    }

    HubKey key_ = (initialise(), HubKey::make());
    RecoveryCode code_ = RecoveryCode::make();
    StickKey stick_ = StickKey::make();
    KeySlots slots_;
};

TEST_F(KeySlotsTest, OpensInEachOfItsWays)
{
    for (const auto& opened : {slots_.open(way_in_from("  River lantern MOSAIC thunder\twindow paper\n")),
                               slots_.open(way_in_from(code_.text().view())), slots_.open(same(stick_))}) {
        ASSERT_TRUE(opened);
        EXPECT_EQ(bytes_of(opened->journal_key()), bytes_of(key_.journal_key()));
    }
}

TEST_F(KeySlotsTest, OpensAfterItWasWrittenAndRead)
{
    const auto read = KeySlots::read(slots_.text());

    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(*read, slots_);
    EXPECT_EQ(read->text(), slots_.text());
    EXPECT_TRUE(read->open(same(stick_)));
}

TEST_F(KeySlotsTest, OpensForNothingElse)
{
    for (const auto& refused :
         {slots_.open(way_in_from("river lantern mosaic thunder window pear")), slots_.open(way_in_from("")),
          slots_.open(RecoveryCode::make()), slots_.open(StickKey::make())}) {
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().why, Refusal::Why::not_allowed);
    }
}

TEST_F(KeySlotsTest, TriesEverySlotOfWordsWhicheverOneIsRight)
{
    ASSERT_TRUE(slots_.add(key_, Words{read_passphrase("other words")}, day, quick));
    const auto time_of = [this](std::string_view words) {
        const auto begin = seconds_of_this_thread(); // not of the clock: other tests run beside
        static_cast<void>(slots_.open(way_in_from(words)));
        return seconds_of_this_thread() - begin;
    };
    static_cast<void>(time_of(passphrase)); // the first one has memory to get
    const double right = std::min(time_of(passphrase), time_of(passphrase));
    const double wrong = std::min(time_of("none of these"), time_of("none of these"));

    EXPECT_LT(wrong, right * 1.5); // opening at the first slot alone would take half of it
    EXPECT_LT(right, wrong * 1.5);
}

TEST_F(KeySlotsTest, SaysNeitherKeyNorWordsNorCode)
{
    EXPECT_THAT(slots_.text(), Not(HasSubstr("lantern")));
    EXPECT_THAT(slots_.text(), Not(HasSubstr(std::string{code_.text().view()})));
}

TEST_F(KeySlotsTest, NoticesASlotThatWasTakenAway)
{
    const auto read = KeySlots::read(with(line(1), ""));

    ASSERT_TRUE(read) << read.error().detail;
    const auto opened = read->open(same(stick_));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().why, Refusal::Why::conflict);
    EXPECT_THAT(opened.error().detail, HasSubstr("somebody changed the ways into the hub key"));
}

TEST_F(KeySlotsTest, NoticesASlotThatWasAdded)
{
    KeySlots foreign;
    const auto other = HubKey::make();
    ASSERT_TRUE(foreign.add(other, StickKey::make(), day));
    auto added = foreign.text();
    added = added.substr(added.find("stick 1"), added.find("proof") - added.find("stick 1"));
    added.replace(0, 7, "stick 4");

    const auto read = KeySlots::read(with("proof ", added + "proof "));

    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->open(same(stick_)).error().why, Refusal::Why::conflict);
}

TEST_F(KeySlotsTest, NoticesSlotsInAnotherOrder)
{
    const auto second = line(2);
    const auto third = line(3);

    const auto read = KeySlots::read(with(second + third, third + second));

    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->open(same(stick_)).error().why, Refusal::Why::conflict);
}

TEST_F(KeySlotsTest, NoticesAnExchangedProof)
{
    const auto proof = line(4);
    auto other = proof;
    other[10] = other[10] == '0' ? '1' : '0';

    const auto read = KeySlots::read(with(proof, other));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->open(same(stick_)).error().why, Refusal::Why::conflict);
}

/// A slot's own key is bound to the rest of its line: changed, it opens nothing.
TEST_F(KeySlotsTest, OpensNoSlotWhoseLineWasChanged)
{
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"stick 3 2026-03-06", "stick 3 2026-03-07"}, {"stick 3", "stick 4"}}) {
        const auto read = KeySlots::read(with(from, to));
        ASSERT_TRUE(read) << to;
        EXPECT_EQ(read->open(same(stick_)).error().why, Refusal::Why::not_allowed) << to;
    }
    const auto cheaper = KeySlots::read(with("2026-03-06 2 65536", "2026-03-06 3 65536"));
    ASSERT_TRUE(cheaper);
    EXPECT_EQ(cheaper->open(way_in_from(passphrase)).error().why, Refusal::Why::not_allowed);
}

TEST_F(KeySlotsTest, IsRefusedWithACostOutsideItsBounds)
{
    for (const auto* cost : {"1 65536", "9 65536", "2 65535", "2 1048577", "2 4294967295"}) {
        EXPECT_THAT(refusal_of(with("2 65536", cost)), HasSubstr("an Argon2 cost is")) << cost;
    }
}

TEST_F(KeySlotsTest, IsRefusedWhenCutShortAnywhere)
{
    const auto whole = slots_.text();
    for (std::size_t kept = 0; kept < whole.size(); ++kept) {
        EXPECT_FALSE(KeySlots::read(whole.substr(0, kept))) << kept << " bytes kept";
    }
}

TEST_F(KeySlotsTest, IsRefusedWhenOneByteOfItsShapeIsAnother)
{
    EXPECT_THAT(refusal_of("verandah hub key 3\n"), HasSubstr("another version"));
    EXPECT_THAT(refusal_of("verandah stick key 1\n"), HasSubstr("not a hub key file"));
    EXPECT_THAT(refusal_of(with("paper 2", "rock 2")), HasSubstr("begins with its kind"));
    EXPECT_THAT(refusal_of(with("paper 2", "paper 0")), HasSubstr("begins with its kind"));
    EXPECT_THAT(refusal_of(with("paper 2", "paper 02")), HasSubstr("not written as this program writes it"));
    EXPECT_THAT(refusal_of(with("paper 2 2026-03-06", "paper 2 2026-02-30")), HasSubstr("begins with its kind"));
    EXPECT_THAT(refusal_of(with("paper 2", "paper 3")), HasSubstr("two slots have one number"));
    EXPECT_THAT(refusal_of(with("\nstick", "\r\nstick")), HasSubstr("ends with its sealed key"));
    EXPECT_THAT(refusal_of(slots_.text() + "\n"), HasSubstr("too long"));
    EXPECT_THAT(refusal_of(slots_.text() + slots_.text()), HasSubstr("too long"));
    EXPECT_THAT(refusal_of("verandah hub key 2\n" + line(4)), HasSubstr("it has no slot"));
}

TEST_F(KeySlotsTest, IsRefusedWithMoreSlotsThanThereMayBe)
{
    std::string many;
    for (int id = 10; id < 20; ++id) {
        auto more = line(3);
        many += more.replace(0, 7, "stick " + std::to_string(id));
    }

    EXPECT_THAT(refusal_of(with("proof ", many + "proof ")), HasSubstr("more slots"));
}

TEST_F(KeySlotsTest, HasNoRoomForANinthWayIn)
{
    for (std::size_t count = slots_.slots().size(); count < KeySlots::most_slots; ++count) {
        ASSERT_TRUE(slots_.add(key_, StickKey::make(), day));
    }

    EXPECT_EQ(slots_.add(key_, StickKey::make(), day).error().why, Refusal::Why::conflict);
    EXPECT_TRUE(KeySlots::read(slots_.text()));
}

TEST_F(KeySlotsTest, OpensNoMoreForWhatWasRemoved)
{
    ASSERT_TRUE(slots_.remove(key_, 1));

    EXPECT_FALSE(slots_.open(way_in_from(passphrase)));
    EXPECT_TRUE(slots_.open(same(stick_)));
}

TEST_F(KeySlotsTest, KeepsItsLastWayIn)
{
    ASSERT_TRUE(slots_.remove(key_, 1));
    ASSERT_TRUE(slots_.remove(key_, 2));

    EXPECT_EQ(slots_.remove(key_, 3).error().why, Refusal::Why::conflict);
    EXPECT_TRUE(slots_.open(same(stick_)));
}

TEST_F(KeySlotsTest, RemovesNothingThatIsNotThere)
{
    EXPECT_EQ(slots_.remove(key_, 4).error().why, Refusal::Why::not_found);
}

TEST_F(KeySlotsTest, GivesANewSlotANumberThatNoneHas)
{
    ASSERT_TRUE(slots_.remove(key_, 2));

    EXPECT_EQ(slots_.add(key_, StickKey::make(), day), 4);
}

TEST_F(KeySlotsTest, StretchesWordsAtTheUsualCostUnlessToldOtherwise)
{
    KeySlots slots;
    ASSERT_TRUE(slots.add(key_, Words{read_passphrase(passphrase)}, day));

    EXPECT_EQ(slots.slots().front().stretching->cost, Argon2Cost::usual());
}

TEST(WayIn, IsACodeWhenItReadsAsOneAndWordsOtherwise)
{
    const auto code = RecoveryCode::make().text();

    EXPECT_TRUE(std::holds_alternative<RecoveryCode>(way_in_from(code.view())));
    EXPECT_TRUE(std::holds_alternative<Words>(way_in_from(passphrase)));
    EXPECT_TRUE(std::holds_alternative<Words>(way_in_from(std::string{code.view()}.substr(1))));
}

TEST(KeyFile, IsReadInBothVersions)
{
    initialise();
    const test::TemporaryFolder folder;
    const auto key = HubKey::make();
    ASSERT_TRUE(key.save(folder / "plain.key"));
    KeySlots slots;
    ASSERT_TRUE(slots.add(key, StickKey::make(), day));
    test::write_file(folder / "sealed.key", slots.text());

    const auto plain = load_key_file(folder / "plain.key");
    const auto sealed = load_key_file(folder / "sealed.key");

    ASSERT_TRUE(plain);
    EXPECT_EQ(bytes_of(std::get<HubKey>(*plain).journal_key()), bytes_of(key.journal_key()));
    ASSERT_TRUE(sealed);
    EXPECT_EQ(std::get<KeySlots>(*sealed), slots);
}

TEST(KeyFile, IsRefusedWithItsName)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "hub.key", "verandah hub key 2\nproof 00\n");

    const auto refused = load_key_file(folder / "hub.key");

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr((folder / "hub.key").string() + ": cut short"));
    EXPECT_EQ(load_key_file(folder / "none.key").error().why, Refusal::Why::not_found);
}

TEST(StickKey, IsReadOnlyAsItWasWritten)
{
    initialise();
    const std::string digits(64, 'a');
    EXPECT_TRUE(StickKey::read("verandah stick key 1\n" + digits + "\n"));
    for (const auto& text :
         {std::string{}, "verandah stick key 1\n" + digits, "verandah stick key 2\n" + digits + "\n",
          "verandah stick key 1\n" + digits + "a\n", "verandah stick key 1\n" + digits + "\n\n",
          "verandah stick key 1\n" + digits.substr(1) + "\n", "verandah stick key 1\n" + digits.substr(1) + "A\n"}) {
        EXPECT_FALSE(StickKey::read(text)) << text;
    }
}

TEST(StickKey, MayLieOnAStickThatKnowsNoOwners)
{
    initialise();
    const test::TemporaryFolder folder;
    ASSERT_TRUE(StickKey::make().save(folder / "stick.key"));
    std::filesystem::permissions(folder / "stick.key", std::filesystem::perms{0755});

    EXPECT_TRUE(StickKey::load(folder / "stick.key"));
}

TEST(StickKey, IsNeverOverwritten)
{
    initialise();
    const test::TemporaryFolder folder;
    ASSERT_TRUE(StickKey::make().save(folder / "stick.key"));

    EXPECT_EQ(StickKey::make().save(folder / "stick.key").error().why, Refusal::Why::conflict);
}

} // namespace

} // namespace verandah::vault
