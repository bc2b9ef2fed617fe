// SPDX-License-Identifier: Apache-2.0
// The real verandah-hub: its past proved while it serves, backed up under load, cut off, restored and served again.
#include "clinic/hub/backup/centre_backup.hpp"
#include "clinic/store/backup/make_backup.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/views.hpp"
#include "tests/hub/served_centre.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using std::filesystem::path;
using testing::AllOf;
using testing::HasSubstr;

class BackupProcess : public testing::Test {
protected:
    BackupProcess()
    {
        std::filesystem::create_directory(to);
        std::filesystem::create_directory(keys);
        centre.serve();
    }

    static wire::CheckInReceipt check_in(const wire::DeviceBundle& bundle)
    {
        wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
        const auto answer = client.ask({.method = "POST",
                                        .target = "/v1/check-ins",
                                        .idempotency_key = test::fresh_key(),
                                        .body = R"({"services":["nurse"]})"});
        return wire::decode_check_in_receipt(answer.body).value();
    }
    static std::set<std::int64_t> tickets(const wire::DeviceBundle& bundle)
    {
        wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
        const auto line = wire::decode_line_view(client.ask({.method = "GET", .target = "/v1/line"}).body).value();
        std::set<std::int64_t> tickets;
        for (const auto& view : line.tickets) {
            tickets.insert(view.ticket.id.value());
        }
        return tickets;
    }
    /// Runs verandah-hub with just these words.
    test::Ended run(std::vector<std::string> words) const
    {
        words.insert(words.begin(), VERANDAH_BIN_DIR "/verandah-hub");
        test::Process process{words, around / "said.txt"};
        return process.wait();
    }
    test::Ended back_up() const { return centre.command({"backup", "--to", to.string()}); }
    std::vector<path> backups() const
    {
        std::vector<path> files;
        for (const auto& entry : std::filesystem::directory_iterator{to}) {
            if (entry.path().extension() == ".backup") {
                files.push_back(entry.path());
            }
        }
        std::ranges::sort(files);
        return files;
    }
    path keys_backup() const
    {
        const auto made = centre.command({"backup-keys", "--to", keys.string()});
        EXPECT_EQ(made.status, 0) << made.said;
        return std::filesystem::directory_iterator
        {
            keys
        } -> path();
    }
    test::Ended restore(const path& backup, const path& from_keys) const
    {
        return restore(backup, from_keys, centre.stick());
    }
    test::Ended restore(const path& backup, const path& from_keys, const std::string& stick) const
    {
        return run({"restore", backup.string(), "--keys", from_keys.string(), "--to", restored.root.string(), "--stick",
                    stick});
    }

    test::ServedCentre centre;
    test::TemporaryFolder around;
    path to = around / "backups";
    path keys = around / "keys";
    FolderPaths restored{around / "restored"};
};

TEST_F(BackupProcess, ProvesItsPastWhileItServes)
{
    const auto console = centre.let_in("kiosk", "kiosk-1");
    check_in(console);

    const auto verified = centre.command({"audit", "verify"});

    EXPECT_EQ(verified.status, 0) << verified.said;
    EXPECT_THAT(verified.said, AllOf(HasSubstr("2 events"), HasSubstr("Nothing was changed")));
}

TEST_F(BackupProcess, SignsItsPastWhenItEndsAndFindsItChangedLater)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));
    ASSERT_EQ(centre.end().status, 0);
    const auto exported = (around / "march.trail").string();
    ASSERT_EQ(run({"audit", "export", centre.paths().root.string(), exported}).status, 0);
    EXPECT_THAT(run({"audit", "verify", centre.paths().root.string(), "--against", exported}).said,
                AllOf(HasSubstr("checkpoint 1 signed"), HasSubstr("all that was exported is there")));

    std::filesystem::remove(centre.paths().journal());

    const auto verified = run({"audit", "verify", centre.paths().root.string(), "--against", exported});
    EXPECT_EQ(verified.status, 1);
    EXPECT_THAT(verified.said, HasSubstr("the last 2 events were cut away"));
}

TEST_F(BackupProcess, ListsWhoDidWhatWhileItServes)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));
    const auto csv = (around / "march.csv").string();

    EXPECT_THAT(centre.command({"audit", "list", "--kind", "ticket_issued"}).said,
                AllOf(HasSubstr("kiosk-1"), HasSubstr("a ticket"), Not(HasSubstr("day_opened"))));
    EXPECT_THAT(centre.command({"audit", "list", "--to", "2026-01-01"}).said, Not(HasSubstr("a ticket")));
    EXPECT_EQ(centre.command({"audit", "list", "--csv", csv}).status, 0);
    EXPECT_THAT(test::read_file(csv), HasSubstr("ticket_issued,a ticket\r\n"));
    EXPECT_EQ(centre.command({"audit", "list", "--csv", csv}).status, 1); // never over another
    EXPECT_EQ(centre.command({"audit", "list", "--kind", "ticket_sung"}).status, 2);
    EXPECT_EQ(centre.command({"audit", "list", "--from", "yesterday"}).status, 2);
}

TEST_F(BackupProcess, RefusesToServeAJournalThatEndsBeforeWhatWasSigned)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));
    ASSERT_EQ(centre.end().status, 0);
    std::filesystem::remove(centre.paths().journal());
    std::filesystem::remove(centre.checkpoint());

    const auto refused = centre.try_to_serve();

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, HasSubstr("the audit trail has signed 2"));
}

TEST_F(BackupProcess, ServesAgainAfterItsTrailWasRenewed)
{
    ASSERT_EQ(centre.end().status, 0);
    std::filesystem::remove(centre.paths().audit().key);
    ASSERT_THAT(centre.try_to_serve().said, HasSubstr("audit renew"));

    EXPECT_EQ(centre.command({"audit", "renew"}).status, 0);

    centre.serve();
    check_in(centre.let_in("kiosk", "kiosk-1"));
    EXPECT_EQ(centre.command({"audit", "verify"}).status, 0);
}

TEST_F(BackupProcess, HasEveryTicketThatWasAcknowledgedBeforeABackupUnderLoadAndServesThemAgain)
{
    const auto bundle = centre.let_in("kiosk", "kiosk-1");
    const auto console = centre.let_in("console", "console-1");
    centre.sign_in(console);
    std::mutex mutex;
    std::set<std::int64_t> acknowledged;
    std::atomic<bool> is_enough{false};
    std::set<std::int64_t> before;
    {
        std::vector<std::jthread> devices;
        for (int each = 0; each < 2; ++each) {
            devices.emplace_back([&] {
                while (!is_enough) {
                    const auto receipt = check_in(bundle);
                    const std::lock_guard lock{mutex};
                    acknowledged.insert(receipt.ticket.value());
                }
            });
        }
        std::this_thread::sleep_for(200ms);
        {
            const std::lock_guard lock{mutex};
            before = acknowledged;
        }
        const auto made = back_up();
        is_enough = true;
        ASSERT_EQ(made.status, 0) << made.said;
        EXPECT_THAT(made.said, AllOf(HasSubstr("100 %"), HasSubstr("The backup is whole")));
    }
    const auto from_keys = keys_backup();
    ASSERT_EQ(centre.end().status, 0);

    const auto done = restore(backups().at(0), from_keys);

    ASSERT_EQ(done.status, 0) << done.said;
    EXPECT_THAT(done.said, HasSubstr("life number 2"));
    ASSERT_EQ(run({"check", restored.root.string()}).status, 0);
    {
        const auto port_file = around / "port.txt";
        test::Process hub{{VERANDAH_BIN_DIR "/verandah-hub", "serve", restored.root.string(), "--listen", "127.0.0.1:0",
                           "--port-file", port_file.string(), "--stick", centre.stick()},
                          around / "restored.log"};
        for (auto until = std::chrono::steady_clock::now() + 20s;
             !std::filesystem::exists(port_file) && std::chrono::steady_clock::now() < until;) {
            std::this_thread::sleep_for(5ms);
        }
        auto there = console; // the device knows the hub by its key, wherever it is
        const auto port = test::read_file(port_file);
        there.hub_address = "127.0.0.1:" + port.substr(0, port.find('\n'));
        wire::HttpClient client{wire::hub_of(there), wire::identity_of(there)};
        test::sign_in(client, centre.staff());
        EXPECT_TRUE(std::ranges::includes(tickets(there), before));
        check_in(there);
        hub.send(SIGTERM);
        EXPECT_EQ(hub.wait().status, 0);
    }
    const auto verified = run({"audit", "verify", restored.root.string()});
    EXPECT_EQ(verified.status, 0) << verified.said;
}

TEST_F(BackupProcess, LeavesTheOldBackupWhenItIsKilledInTheMiddle)
{
    const auto bundle = centre.let_in("kiosk", "kiosk-1");
    check_in(bundle);
    ASSERT_EQ(back_up().status, 0);
    const auto old = test::read_file(backups().at(0));
    for (int each = 0; each < 100; ++each) {
        check_in(bundle);
    }
    for (const auto patience : {0ms, 2ms, 4ms, 8ms, 16ms}) {
        test::Process killed{
            {VERANDAH_BIN_DIR "/verandah-hub", "backup", centre.paths().root.string(), "--to", to.string()},
            around / "killed.log"};
        std::this_thread::sleep_for(patience);
        killed.send(SIGKILL);
        static_cast<void>(killed.wait());
        EXPECT_EQ(test::read_file(backups().at(0)), old);
        for (const auto& file : backups()) {
            EXPECT_TRUE(store::look_at_backup(file)) << file;
        }
    }
    ASSERT_EQ(back_up().status, 0);
    EXPECT_EQ(backups().size(), 2U);
}

TEST_F(BackupProcess, KeepsSoManyAndNeverASecretKeyInAny)
{
    const auto bundle = centre.let_in("kiosk", "kiosk-1");
    for (int each = 0; each < 3; ++each) {
        check_in(bundle);
        const auto made = centre.command({"backup", "--to", to.string(), "--keep", "2"});
        ASSERT_EQ(made.status, 0) << made.said;
    }
    EXPECT_EQ(backups().size(), 2U);
    const auto source = backup_source(centre.paths());
    ASSERT_TRUE(source);
    EXPECT_EQ(std::ranges::count(source->files, "numbers.floor", &store::BackupSource::File::name), 1);
    for (const auto& file : source->files) {
        EXPECT_FALSE(file.name.ends_with(".key")) << file.name;
        EXPECT_THAT(file.content, Not(HasSubstr("PRIVATE KEY")));
    }
}

TEST_F(BackupProcess, RestoresNothingWithKeysThatAreMissingDamagedOrAnotherCentres)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));
    ASSERT_EQ(back_up().status, 0);
    const auto backup = backups().at(0);
    const auto from_keys = keys_backup();
    const test::ServedCentre other;

    EXPECT_THAT(restore(backup, around / "nowhere").said, HasSubstr("no folder of keys"));
    EXPECT_THAT(restore(backup, other.paths().keys(), other.stick()).said, HasSubstr("these keys do not open it"));
    const auto server_key = from_keys / "server.key";
    const auto whole = test::read_file(server_key);
    test::write_file(server_key, whole.substr(1));
    EXPECT_THAT(restore(backup, from_keys).said, HasSubstr("server.key is damaged"));
    std::filesystem::remove(server_key);
    EXPECT_THAT(restore(backup, from_keys).said, HasSubstr("server.key is missing"));
    EXPECT_FALSE(std::filesystem::exists(restored.root));

    test::write_file(server_key, whole);
    EXPECT_EQ(restore(backup, from_keys).status, 0);
    EXPECT_THAT(restore(backup, from_keys).said, HasSubstr("not an empty folder")); // never over another
}

TEST_F(BackupProcess, RestoresNothingWithoutAListOfWhoWasForgottenSinceUnlessToldTo)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));
    ASSERT_EQ(back_up().status, 0);
    const auto from_keys = keys_backup();
    const auto list = to / "verandah.forgotten";
    const auto whole = test::read_file(list);
    test::write_file(list, "verandah forgotten 1\nnobody\n");
    EXPECT_THAT(restore(backups().at(0), from_keys).said, HasSubstr("damaged"));
    std::filesystem::remove(list);

    const auto refused = restore(backups().at(0), from_keys);
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, AllOf(HasSubstr("no list of who asked to be forgotten"), HasSubstr("--forgotten")));
    EXPECT_FALSE(std::filesystem::exists(restored.root));

    const auto elsewhere = around / "list";
    test::write_file(elsewhere, whole);
    const std::vector<std::string> words{"restore", backups().at(0).string(), "--keys",  from_keys.string(),
                                         "--to",    restored.root.string(),   "--stick", centre.stick()};
    auto with_list = words;
    with_list.insert(with_list.end(), {"--forgotten", elsewhere.string()});
    EXPECT_EQ(run(with_list).status, 0);
    std::filesystem::remove_all(restored.root);
    auto without = words;
    without.emplace_back("--without-forgotten-list");
    EXPECT_EQ(run(without).status, 0);
}

TEST_F(BackupProcess, BringsNobodyBackWhoWasForgottenSince)
{
    const auto console = centre.let_in("console", "console-1");
    centre.sign_in(console);
    const auto kiosk = centre.let_in("kiosk", "kiosk-1");
    const auto post = [](const wire::DeviceBundle& bundle, const std::string& target, const std::string& body) {
        wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
        return client.ask({.method = "POST", .target = target, .idempotency_key = test::fresh_key(), .body = body});
    };
    const auto minted = post(kiosk, "/v1/cards", R"({"token":"0123456789abcdef0123456789abcdef"})");
    const auto card = wire::decode_card_receipt(minted.body).value().card.text();
    ASSERT_EQ(post(kiosk, "/v1/check-ins", R"({"services":["nurse"],"card":")" + card + "\"}").status, 201);
    ASSERT_EQ(back_up().status, 0);
    const auto of_before = backups().at(0);

    ASSERT_THAT(post(console, "/v1/visitors/forget", R"({"card":")" + card + "\"}").body, HasSubstr("forgotten"));
    ASSERT_EQ(back_up().status, 0); // the list goes with it
    const auto from_keys = keys_backup();
    ASSERT_EQ(centre.end().status, 0);

    EXPECT_THAT(restore(of_before, from_keys).said,
                HasSubstr("Forgotten again, because they had asked for it since: 1 visitor"));
    EXPECT_EQ(run({"audit", "verify", restored.root.string()}).status, 0);
    EXPECT_EQ(run({"check", restored.root.string()}).status, 0);
}

TEST_F(BackupProcess, ShowsWhatIsKeptOfEachDay)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));

    EXPECT_THAT(centre.command({"retention", "--stick", centre.stick()}).said, HasSubstr("No day is over yet"));
    EXPECT_EQ(centre.command({"retention", "--days", "0"}).status, 2);
}

TEST_F(BackupProcess, RestoresNothingFromABackupThatIsDamagedOrCutShort)
{
    check_in(centre.let_in("kiosk", "kiosk-1"));
    ASSERT_EQ(back_up().status, 0);
    const auto backup = backups().at(0);
    const auto from_keys = keys_backup();
    const auto whole = test::read_file(backup);
    for (const auto& bad : {whole.substr(0, whole.size() / 2), whole.substr(1), std::string{}}) {
        test::write_file(backup, bad);
        const auto refused = restore(backup, from_keys);
        EXPECT_EQ(refused.status, 1);
        EXPECT_THAT(refused.said, HasSubstr(backup.string()));
        EXPECT_FALSE(std::filesystem::exists(restored.root));
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{around.path()}, {}), 3); // no remains beside it
}

TEST_F(BackupProcess, MakesBackupsByItselfWhenAskedTo)
{
    ASSERT_EQ(centre.end().status, 0);
    EXPECT_THAT(centre.command({"check"}).said, HasSubstr("no [backup]"));
    test::write_file(centre.paths().centre_file(), test::read_file(centre.paths().centre_file()) +
                                                       "\n[backup]\nfolder = \"" + to.string() +
                                                       "\"\nevery_hours = 1\nkeep = 1\n");
    EXPECT_THAT(centre.command({"check"}).said, Not(HasSubstr("no [backup]")));

    centre.serve();

    for (auto until = std::chrono::steady_clock::now() + 20s;
         backups().empty() && std::chrono::steady_clock::now() < until;) {
        std::this_thread::sleep_for(5ms);
    }
    ASSERT_EQ(backups().size(), 1U);
    EXPECT_TRUE(store::look_at_backup(backups().at(0)));
    EXPECT_EQ(centre.end().status, 0);
}

TEST_F(BackupProcess, AnswersWithoutAFolderToPutItInByName)
{
    const auto refused = centre.command({"backup", "--to", (around / "nowhere").string()});

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, HasSubstr("nowhere is no folder"));
}

} // namespace
} // namespace verandah::hub
