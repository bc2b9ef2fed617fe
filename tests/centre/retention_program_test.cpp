// SPDX-License-Identifier: Apache-2.0
// verandah-hub retention: what would go, shown before it goes.
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/store/journal.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/stick_key.hpp"
#include "tests/centre/ran_program.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;

/// A centre with a journal of two days, the second under way.
class RetentionProgram : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(hub({"init", paths.root.string(), "--stick", stick, "--quiet-keys"}).status, 0);
        vault::initialise();
        const auto slots = std::get<vault::KeySlots>(vault::load_key_file(paths.hub_key()).value());
        const auto key = slots.open(vault::WayIn{vault::StickKey::load(stick).value()});
        ASSERT_TRUE(key);
        store::Journal journal{paths.journal(), *key};
        journal.prove();
        std::vector<domain::Recorded> events;
        const auto happen = [&events](domain::Event event) {
            events.push_back({std::move(event), "console-1", std::nullopt});
        };
        happen(domain::LineEvent{domain::DayOpened{first_day, morning}});
        for (const std::int64_t file : {101, 102}) { // without a card
            happen(domain::CareEvent{domain::FileBegun{domain::FileId{file}, domain::TicketId{file},
                                                       domain::SealedBytes(72, std::byte{1}), morning}});
            happen(domain::CareEvent{
                domain::FileEntryWritten{domain::FileId{file}, 1, domain::SealedBytes(300, std::byte{2}), morning}});
        }
        happen(domain::CareEvent{domain::FileBegun{domain::FileId{103}, domain::VisitorId{1},
                                                   domain::SealedBytes(72, std::byte{1}), morning}});
        happen(domain::LineEvent{domain::DayOpened{
            domain::CentreDay{std::chrono::sys_days{first_day} + std::chrono::days{1}}, morning + 24h}});
        happen(domain::CareEvent{domain::FileBegun{domain::FileId{104}, domain::TicketId{200},
                                                   domain::SealedBytes(72, std::byte{1}), morning + 25h}});
        journal.append(events);
    }
    test::Ran hub(std::vector<std::string> words) const
    {
        words.insert(words.begin(), VERANDAH_BIN_DIR "/verandah-hub");
        return test::run(around, std::move(words));
    }

    static constexpr domain::CentreDay first_day{std::chrono::year{2026} / 3 / 3};
    static constexpr domain::Instant morning{std::chrono::sys_days{first_day} + 9h};
    test::TemporaryFolder around;
    FolderPaths paths{around / "centre"};
    std::string stick = around / "stick.key";
};

TEST_F(RetentionProgram, ShowsHowManyRecordsOfPastVisitsWithoutACardGoAndTakesNone)
{
    const auto shown = hub({"retention", paths.root.string(), "--stick", stick});

    EXPECT_EQ(shown.status, 0) << shown.err;
    EXPECT_THAT(shown.out,
                AllOf(HasSubstr("2026-03-03"),
                      HasSubstr("Records of past visits without a card, which are for their day only: 2 go")));
    EXPECT_EQ(hub({"retention", paths.root.string(), "--stick", stick}).out, shown.out); // it changes nothing
}

} // namespace
} // namespace verandah::hub
