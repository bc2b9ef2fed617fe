// SPDX-License-Identifier: Apache-2.0
// What the real hub holds in memory while it is open, and once it is locked.
#include "shared/vault/card_keeper.hpp"
#include "shared/vault/key_slots.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "tests/hub/clinic_hour.hpp"
#include "tests/hub/patient_device.hpp"
#include "tests/support/process_memory.hpp"

#include <gmock/gmock.h>

#include <csignal>
#include <optional>

namespace verandah::hub {
namespace {

using test::trace;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

#ifdef VERANDAH_SANITIZED
constexpr bool freed_memory_is_kept = true; // set aside, unwritten, to find late uses of it
#else
constexpr bool freed_memory_is_kept = false;
#endif

class LockedMemory : public testing::Test {
protected:
    LockedMemory() { centre.serve(); }

    /// A card is made and comes to check in. The kiosk stays connected, as kiosks do.
    void let_a_visitor_come()
    {
        kiosk_.emplace(centre.let_in("kiosk", "kiosk-1"));
        auto& kiosk = *kiosk_;
        const auto minted = kiosk.post("/v1/cards", R"({"token":"7c1e5a90d2b84f3663fa5c8e0b9d7142"})");
        card = wire::decode_card_receipt(minted.body).value().card.text();
        const auto came = kiosk.post("/v1/check-ins", R"({"services":["nurse"],"card":")" + card + R"("})");
        EXPECT_EQ(came.status, 201) << came.body;
    }
    void lock_and_open_with_the_words()
    {
        test::PatientDevice console{centre.let_in("console", "console-1")};
        EXPECT_EQ(console.post("/v1/hub/lock").status, 200);
        EXPECT_EQ(console.post("/v1/hub/unlock", R"({"words":")" + words + R"("})").status, 200);
    }

    void lock_by_a_signal()
    {
        centre.hub().send(SIGUSR1);
        for (int looks = 0; looks < 500 && !centre.log().contains("the hub is locked"); ++looks) {
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    }

    /// Every key of the hub, its root first, and the stick that opens it.
    std::vector<test::Trace> keys() const
    {
        const auto file = vault::load_key_file(centre.paths().hub_key());
        const auto key =
            std::get<vault::KeySlots>(file.value()).open(vault::StickKey::load(centre.stick()).value()).value();
        const vault::SecretBytes nothing;
        const auto root = vault::open_key(key.sealed_under(nothing.bytes(), {}), nothing.bytes(), {}).value();
        const auto stick = vault::StickKey::load(centre.stick()).value();
        const auto stick_text = test::read_file(centre.stick());
        return {trace("root", root.bytes()),
                trace("journal", key.journal_key().bytes()),
                trace("card lookup", key.card_lookup_key().bytes()),
                trace("card tag", key.card_tag_key().bytes()),
                trace("box", key.box_key().bytes()),
                trace("stick", stick.bytes()),
                {"stick as text", stick_text.substr(stick_text.find('\n') + 1, 64)}};
    }
    /// Everything by which somebody who reads the memory could tell that this card was here.
    std::vector<test::Trace> visitor() const
    {
        const auto file = vault::load_key_file(centre.paths().hub_key());
        const auto key =
            std::get<vault::KeySlots>(file.value()).open(vault::StickKey::load(centre.stick()).value()).value();
        const auto code_of_card = domain::CardCode::parse(card).value();
        const auto hash = vault::CardKeeper{key}.lookup(code_of_card);
        return {{"card", card}, trace("token", code_of_card.token()), trace("card hash", hash.bytes())};
    }
    std::vector<std::string> found(const std::vector<test::Trace>& traces)
    {
        return test::traces_in_memory(centre.hub().id(), traces);
    }

    std::vector<std::string> found(const std::vector<test::Canary>& canaries)
    {
        std::vector<test::Trace> traces;
        for (const auto& [name, bytes] : canaries) {
            traces.push_back({name, bytes});
        }
        return found(traces);
    }

    test::ServedCentre centre;
    std::string words = centre.new_way_in("words");
    std::string card;

private:
    std::optional<test::PatientDevice> kiosk_;
};

TEST_F(LockedMemory, HoldsNoKeyNoCardAndNoWords)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the sanitizer keeps freed memory as it was";
    }
    let_a_visitor_come();
    lock_and_open_with_the_words();
    // Open, it has to have all of this: the search itself works.
    EXPECT_THAT(found(keys()), IsSupersetOf({"root", "journal", "card lookup", "card tag", "box"}));
    EXPECT_THAT(found(visitor()), IsSupersetOf({"card hash"}));

    {
        test::PatientDevice console{centre.let_in("console", "console-2")};
        ASSERT_EQ(console.post("/v1/hub/lock").status, 200);
    }

    EXPECT_THAT(found(keys()), IsEmpty());
    EXPECT_THAT(found(visitor()), IsEmpty());
    EXPECT_THAT(found(std::vector<test::Trace>{{"words", words}}), IsEmpty());
}

TEST_F(LockedMemory, HoldsNoRecordNoKeyToRecordsAndNothingThatAClinicianTyped)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the sanitizer keeps freed memory as it was";
    }
    const test::ClinicHour hour{centre, "console-1", "room-1"};
    const auto keys_to_records = hour.keys();
    // Open, with the record on a screen, it has to have these: the search itself works. A file's own key it has for a
    // moment only, when an entry is opened or sealed.
    EXPECT_THAT(found(keys_to_records), UnorderedElementsAre("a clinician's secret", "the clinic key"));
    EXPECT_THAT(found(hour.words()), IsSupersetOf({"what was found"}));

    {
        test::PatientDevice console{centre.let_in("console", "console-2")};
        ASSERT_EQ(console.post("/v1/hub/lock").status, 200);
    }

    EXPECT_THAT(found(keys_to_records), IsEmpty());
    EXPECT_THAT(found(hour.words()), IsEmpty());
}

TEST_F(LockedMemory, HoldsNothingOfAClinicWhenItWasLockedByASignal)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the sanitizer keeps freed memory as it was";
    }
    const test::ClinicHour hour{centre, "console-1", "room-1"};
    const auto keys_to_records = hour.keys();

    lock_by_a_signal();

    EXPECT_THAT(found(keys_to_records), IsEmpty());
    EXPECT_THAT(found(hour.words()), IsEmpty());
}

TEST_F(LockedMemory, HoldsNoneOfTheKeysWhenItStartedLocked)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the sanitizer's own memory is too large to be searched";
    }
    let_a_visitor_come();
    ASSERT_EQ(centre.end().status, 0);
    centre.serve_locked();
    {
        test::PatientDevice kiosk{centre.let_in("kiosk", "kiosk-2")};
        static_cast<void>(kiosk.check_in());
    }

    EXPECT_THAT(found(keys()), IsEmpty());
    EXPECT_THAT(found(visitor()), IsEmpty());
}

TEST_F(LockedMemory, HoldsNoKeyAfterItWasLockedByASignal)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the sanitizer keeps freed memory as it was";
    }
    let_a_visitor_come();

    lock_by_a_signal();

    EXPECT_THAT(found(keys()), IsEmpty());
    EXPECT_THAT(found(visitor()), IsEmpty());
}

} // namespace
} // namespace verandah::hub
