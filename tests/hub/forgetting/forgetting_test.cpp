// SPDX-License-Identifier: Apache-2.0
// What a running hub forgets: whoever asks for it, and days whose time is up.
#include "clinic/hub/forgetting/forgetting.hpp"
#include "clinic/store/forgetting/forgotten_list.hpp"
#include "clinic/store/forgetting/past.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/vault/random.hpp"
#include "tests/support/line_builder.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <future>
#include <mutex>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

domain::CardHash card_of(std::uint8_t which)
{
    domain::CardHash::Bytes bytes{};
    bytes.fill(static_cast<std::byte>(which));
    return domain::CardHash{bytes};
}

class ForgettingHub : public testing::Test {
protected:
    ForgettingHub()
    {
        std::filesystem::create_directory(around / "backups");
        EXPECT_TRUE(put_list_beside(paths, around / "backups", {}, test::noon));
        test::write_file(around / "ledger.check", "what stood there");
        writer.start();
        lists.start();
        forgetting.start();
    }
    ~ForgettingHub() override
    {
        forgetting.stop();
        lists.stop();
        writer.stop();
    }

    void happen(domain::Event event)
    {
        submit([event](const store::Ledger&, domain::Moment) { return std::vector{event}; });
    }
    void check_in(std::optional<domain::VisitorId> visitor)
    {
        submit([visitor](const store::Ledger& ledger, domain::Moment at) {
            const auto events =
                domain::decide(ledger.line(), domain::CheckIn{.services = {test::triage}, .visitor = visitor}, at)
                    .value();
            return std::vector<domain::Event>{events.begin(), events.end()};
        });
    }
    void submit(store::Write::Decide decide)
    {
        std::promise<void> done;
        writer.submit({.actor = "console-1",
                       .key = std::nullopt,
                       .decide = std::move(decide),
                       .answer = [&done](const store::Ledger&, const auto&) { done.set_value(); }});
        done.get_future().get();
    }
    template <class Look>
    auto see(Look look)
    {
        std::promise<decltype(look(std::declval<const store::Ledger&>()))> seen;
        writer.read([&](const store::Ledger& ledger) { seen.set_value(look(ledger)); });
        return seen.get_future().get();
    }
    using Answer = std::expected<Forgetting::Outcome, domain::Refusal>;
    std::future<Answer> begin_to_forget(const domain::CardHash& card)
    {
        const auto done = std::make_shared<std::promise<Answer>>();
        forgetting.forget_holder_of(card, "console-1", domain::AccountCode::make("front-1").value(),
                                    [done](auto outcome) { done->set_value(std::move(outcome)); });
        return done->get_future();
    }
    Answer forget(const domain::CardHash& card) { return begin_to_forget(card).get(); }
    /// So many events that nobody reads them in a moment.
    void fill_journal(int events)
    {
        const domain::AlertId alert = see([](const store::Ledger& ledger) { return ledger.alerts().next(); });
        submit([&](const store::Ledger&, domain::Moment) {
            return std::vector<domain::Event>(
                static_cast<std::size_t>(events),
                domain::AlertEvent{domain::AlertRaised{alert, domain::AlertKind::help, "kiosk-1", test::noon}});
        });
    }
    void lock_writer()
    {
        std::promise<void> done;
        writer.lock([&done] { done.set_value(); });
        done.get_future().get();
    }
    void open_again()
    {
        state.open(vault::HubKey::load(around / "kept.key").value());
        std::promise<bool> done;
        writer.unlock(
            store::read_beside(state.read_journal(paths.journal()), rules),
            [this] { return state.open_journal(paths.journal()); },
            [&done](const auto& outcome) { done.set_value(outcome.has_value()); });
        ASSERT_TRUE(done.get_future().get());
    }
    void go_on(std::chrono::days days)
    {
        const std::lock_guard lock{mutex};
        moment = {moment.at + days, domain::CentreDay{std::chrono::sys_days{moment.day} + days}};
    }
    domain::Moment now()
    {
        const std::lock_guard lock{mutex};
        return moment;
    }
    /// What the journal tells of days, once `enough` says so; as it is after ten seconds.
    template <class Enough>
    store::DaysPast days_when(Enough enough)
    {
        store::DaysPast days;
        for (const auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
            days = store::read_past(*state.read_journal(paths.journal()), rules).days;
            if (enough(days)) {
                break;
            }
            std::this_thread::sleep_for(20ms);
        }
        return days;
    }

    void tell(const std::string& line)
    {
        const std::lock_guard lock{mutex};
        told.push_back(line);
    }
    bool was_told(std::string_view part)
    {
        const std::lock_guard lock{mutex};
        return std::ranges::any_of(told, [part](const std::string& line) { return line.contains(part); });
    }
    template <class Condition>
    static bool comes_true(Condition condition)
    {
        for (const auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
            if (condition()) {
                return true;
            }
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }

    test::TemporaryFolder around;
    FolderPaths paths{around.path()};
    std::vector<std::string> told;
    std::vector<domain::FileOwner> gone; ///< Read after forget().
    std::filesystem::path list = around / "backups" / store::forgotten_list_name;
    domain::Centre rules = test::small_line_centre();
    std::mutex mutex;
    domain::Moment moment{test::now};
    vault::HubKey key = (vault::initialise(), vault::HubKey::make());
    vault::PublicKey public_key = vault::PublicKey::of(key.box_key());
    bool is_kept = key.save(around / "kept.key").has_value();
    HubState state{std::move(key), public_key};
    store::Writer writer{rules,
                         {.now = [this] { return now(); },
                          .committed = [](const store::Ledger&, const store::Change&) {},
                          .open_journal = [this] { return state.open_journal(paths.journal()); }}};
    ForgottenLists lists{{.paths = paths,
                          .now = [this] { return now().at; },
                          .said = [this](const std::string& line) { tell(line); },
                          .failed = [this](const std::string& line) { tell(line); },
                          .look_every = 1ms}}; // at each second
    Forgetting forgetting{writer,
                          {.hub = state,
                           .paths = paths,
                           .rules = rules,
                           .retention = {.visit_detail = std::chrono::days{30}},
                           .lists = lists,
                           .ledger_check = around / "ledger.check",
                           .now = [this] { return now(); },
                           .gone = [this](const domain::FileOwner& owner) { gone.push_back(owner); },
                           .said = [](const std::string&) {},
                           .failed = [](const std::string& line) { ADD_FAILURE() << line; }}};
};

TEST_F(ForgettingHub, ForgetsWhoeverHoldsTheCard)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    check_in(domain::VisitorId{1});

    EXPECT_EQ(forget(card_of(1)), Forgetting::Outcome::forgotten);

    EXPECT_FALSE(see([](const store::Ledger& ledger) { return ledger.cards().visitor_of(card_of(1)); }));
    EXPECT_FALSE(see([](const store::Ledger& ledger) { return ledger.line().open_ticket_of(domain::VisitorId{1}); }));
    EXPECT_EQ(see([](const store::Ledger& ledger) { return ledger.line().count_waiting(); }), 1U); // her place stays
    EXPECT_EQ(forget(card_of(1)), Forgetting::Outcome::nothing_kept);
}

TEST_F(ForgettingHub, PutsHerRowsOnTheListBesideTheBackupsBeforeItSaysSo)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    ASSERT_TRUE(forget(card_of(1)));

    EXPECT_THAT(store::read_forgotten_list(list)->rows, SizeIs(1));
}

TEST_F(ForgettingHub, ForgetsThoughADiskWithBackupsIsAwayAndPutsHerOnItsListWhenItIsBack)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    std::filesystem::rename(around / "backups", around / "pulled");

    EXPECT_EQ(forget(card_of(1)), Forgetting::Outcome::forgotten);

    EXPECT_TRUE(was_told("not everybody who was forgotten is on the list"));
    std::filesystem::rename(around / "pulled", around / "backups");
    EXPECT_TRUE(comes_true([this] { return store::read_forgotten_list(list)->rows.size() == 1; }));
    EXPECT_TRUE(comes_true([this] { return was_told("again"); }));
}

TEST_F(ForgettingHub, LetsGoOfHerFileAndOfThoseOfHerVisits)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    check_in(domain::VisitorId{1});
    const auto visit =
        see([](const store::Ledger& ledger) { return ledger.line().open_ticket_of(domain::VisitorId{1}).value(); });
    happen(domain::CareEvent{
        domain::FileBegun{domain::FileId{5}, visit, domain::SealedBytes(72, std::byte{1}), test::noon}});

    ASSERT_TRUE(forget(card_of(1)));

    EXPECT_EQ(see([](const store::Ledger& ledger) { return ledger.files().find(domain::FileId{5}); }), nullptr);
    EXPECT_THAT(gone, UnorderedElementsAre(domain::FileOwner{domain::VisitorId{1}}, domain::FileOwner{visit}));
}

TEST_F(ForgettingHub, LeavesNoProofOfTheLedgerOfBefore)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    ASSERT_TRUE(forget(card_of(1)));

    EXPECT_FALSE(std::filesystem::exists(around / "ledger.check"));
}

TEST_F(ForgettingHub, ForgetsNobodyByACardThatIsUnknown)
{
    EXPECT_EQ(forget(card_of(9)), Forgetting::Outcome::nothing_kept);
    EXPECT_TRUE(std::filesystem::exists(around / "ledger.check"));
}

TEST_F(ForgettingHub, ForgetsNobodyWhileItIsLocked)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    state.lock();
    lock_writer();

    EXPECT_EQ(forget(card_of(1)).error().why, domain::Refusal::Why::conflict);
}

TEST_F(ForgettingHub, EndsTheLookForHerWhenItIsLockedAndForgetsHerWholeOnceItIsOpenAndAskedAgain)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    fill_journal(50'000);
    const auto before = test::read_file(paths.journal());
    auto outcome = begin_to_forget(card_of(1));
    std::this_thread::sleep_for(5ms); // it is somewhere among them

    state.lock(); // the writer still has the key, and would forget her

    const auto answer = outcome.get();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().why, domain::Refusal::Why::conflict);
    EXPECT_THAT(answer.error().detail, HasSubstr("locked"));
    lock_writer();
    EXPECT_TRUE(test::read_file(paths.journal()) == before); // nothing of her is half gone

    open_again();
    EXPECT_EQ(forget(card_of(1)), Forgetting::Outcome::forgotten);
    EXPECT_EQ(forget(card_of(1)), Forgetting::Outcome::nothing_kept);
    EXPECT_THAT(store::read_forgotten_list(list)->rows, SizeIs(1));
}

TEST_F(ForgettingHub, KeepsOfDaysWhoseTimeIsUpTheirTotalsAndNoVisit)
{
    happen(domain::CardEvent{domain::CardMinted{card_of(1), domain::VisitorId{1}, test::noon}});
    check_in(domain::VisitorId{1});
    go_on(std::chrono::days{1});
    check_in(std::nullopt);
    go_on(std::chrono::days{31}); // the first day is past its thirty days by now, and so is the second

    const auto days = days_when([](const store::DaysPast& found) { return found.forgotten.size() == 2; });

    ASSERT_THAT(days.forgotten, SizeIs(2));
    EXPECT_EQ(days.forgotten.front().day, test::today);
    EXPECT_EQ(days.forgotten.front().visits, 1);
    EXPECT_THAT(days.known, IsEmpty());
    EXPECT_TRUE(see([](const store::Ledger& ledger) { return ledger.cards().visitor_of(card_of(1)); }));
}

TEST_F(ForgettingHub, KeepsYoungerDaysWhole)
{
    check_in(std::nullopt);
    go_on(std::chrono::days{30});
    check_in(std::nullopt); // a day opens, so the first one is over

    const auto days = days_when([](const store::DaysPast&) { return false; }); // it has looked by then

    EXPECT_THAT(days.forgotten, IsEmpty());
    EXPECT_THAT(days.known, Not(IsEmpty()));
}

TEST(Retention, KeepsADayForItsNumberOfDays)
{
    using namespace std::chrono;
    EXPECT_EQ(first_day_kept({.visit_detail = days{365}}, 2026y / March / 1), 2025y / March / 1);
    EXPECT_EQ(first_day_kept({.visit_detail = days{365}}, 2028y / February / 29), 2027y / March / 1);
    EXPECT_EQ(first_day_kept({.visit_detail = days{7}}, 2026y / January / 3), 2025y / December / 27);
}

} // namespace
} // namespace verandah::hub
