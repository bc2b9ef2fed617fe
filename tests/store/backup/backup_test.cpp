// SPDX-License-Identifier: Apache-2.0
// Backups of a real journal: whole and proved, or not there; and the old ones never in danger.
#include "clinic/store/backup/incarnation_file.hpp"
#include "clinic/store/backup/make_backup.hpp"
#include "clinic/store/sealed_rows.hpp"
#include "tests/store/full_disk.hpp"
#include "tests/store/journal_folder.hpp"

#include <gmock/gmock.h>

namespace verandah::store {
namespace {

using std::filesystem::path;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + std::chrono::hours{12}};
const Progress unseen = [](int) {};

class Backup : public testing::Test {
protected:
    Backup() { std::filesystem::create_directory(to); }

    BackupSource source() const
    {
        return {.files = {{"centre.toml", "name = \"CANARYCENTRE\"\n"}, {"devices/kiosk-1.toml", ""}},
                .journal = journal.file(),
                .incarnation = incarnation,
                .hub = journal.public_key()};
    }
    path make() const { return make_backup(source(), to, noon, unseen).value(); }
    /// What a reading with the hub's key answers.
    std::expected<BackupLabel, domain::Refusal> read(const path& file, const BackupContent& content = {}) const
    {
        if (const auto looked = look_at_backup(file); !looked) {
            return looked;
        }
        return read_unseen(file, content);
    }
    /// The same though its digest is not looked at.
    std::expected<BackupLabel, domain::Refusal> read_unseen(const path& file, const BackupContent& content = {}) const
    {
        const auto opened = files::SyncedFile::open_to_read(file).value();
        const auto key = key_of_backup(opened, journal.key().box_key());
        return key ? read_backup(opened, *key, content) : std::unexpected{key.error()};
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{to}) {
            names.push_back(entry.path().filename().string());
        }
        std::ranges::sort(names);
        return names;
    }

    test::JournalFolder journal;
    test::TemporaryFolder around;
    path to = around / "backups";
    domain::Incarnation incarnation = first_incarnation();
};

TEST_F(Backup, HoldsEveryFileAndEveryEvent)
{
    journal.append(test::some_events(300)); // more than one part
    journal.append_without_key(test::some_events(5));
    const auto file = make();

    std::vector<std::string> files;
    SealedJournalMaker copy{around / "copy.db"};
    const auto label = read(file, {.file = [&](std::string_view name, std::string_view) { files.emplace_back(name); },
                                   .row = [&](auto sealed, auto original) { copy.append(sealed, original); }});
    copy.finish();

    ASSERT_TRUE(label) << label.error().detail;
    EXPECT_EQ(*label, (BackupLabel{incarnation, 305, noon}));
    EXPECT_EQ(file.filename(), name_of(*label));
    EXPECT_THAT(files, ElementsAre("centre.toml", "devices/kiosk-1.toml"));
    std::vector<domain::Recorded> events;
    Journal{around / "copy.db", journal.key()}.replay(
        [&](domain::Sequence, const domain::Recorded& event) { events.push_back(event); });
    EXPECT_TRUE(events == journal.replayed());
}

TEST_F(Backup, IsWholeWhereverItsLastPartEnds)
{
    constexpr std::size_t part = 65'536;        // of the stream
    constexpr std::size_t around_content = 256; // more than the names, sizes and marks around this file take
    auto source = this->source();
    for (auto size = part - around_content; size <= part; ++size) {
        source.files.front().content.assign(size, 'x');
        const auto made = make_backup(source, to, noon, unseen);
        ASSERT_TRUE(made) << size << ": " << made.error().detail;
    }
}

TEST_F(Backup, IsMadeOfACentreThatWasNeverServed)
{
    EXPECT_EQ(read(make())->last, 0U);
}

TEST_F(Backup, ShowsNothingOfWhatIsInIt)
{
    journal.append(test::some_events(3));

    const auto bytes = test::read_file(make());

    EXPECT_THAT(bytes, Not(HasSubstr("CANARY")));
    EXPECT_THAT(bytes, Not(HasSubstr("kiosk-1")));
}

TEST_F(Backup, LeavesTheJournalAsItIs)
{
    journal.append(test::some_events(3));
    const auto before = journal.bytes();

    static_cast<void>(make());

    EXPECT_TRUE(journal.bytes() == before);
}

TEST_F(Backup, CountsUpToAHundredOnce)
{
    journal.append(test::some_events(500));
    std::vector<int> shown;

    ASSERT_TRUE(make_backup(source(), to, noon, [&](int percent) { shown.push_back(percent); }));

    EXPECT_TRUE(std::ranges::is_sorted(shown));
    EXPECT_GT(shown.size(), 50U);
    EXPECT_EQ(shown.back(), 100);
}

TEST_F(Backup, IsFoundDamagedWhicheverByteWasChanged)
{
    journal.append(test::some_events(2));
    const auto file = make();
    const auto whole = test::read_file(file);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        test::write_file(file, damaged);
        EXPECT_FALSE(read(file)) << at;
        const bool is_in_end_line = at >= whole.size() - 106;
        EXPECT_TRUE(is_in_end_line || !read_unseen(file)) << at; // and though somebody wrote the digest anew
    }
}

TEST_F(Backup, IsFoundCutShortWhereverItWasCut)
{
    journal.append(test::some_events(2));
    const auto file = make();
    const auto whole = test::read_file(file);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        test::write_file(file, whole.substr(0, size));
        EXPECT_FALSE(read(file)) << size;
    }
}

TEST_F(Backup, IsFoundDamagedInEachOfItsManyParts)
{
    journal.append(test::some_events(1'000));
    const auto file = make();
    const auto whole = test::read_file(file);
    for (std::size_t at = 1'000; at < whole.size() - 106; at += 20'000) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        test::write_file(file, damaged);
        const auto refused = read_unseen(file);
        ASSERT_FALSE(refused) << at;
        EXPECT_THAT(refused.error().detail, HasSubstr("damaged between byte"));
    }
}

TEST_F(Backup, RefusesOneOfAnotherVersionByName)
{
    const auto file = make();
    const auto ours = test::read_file(file);
    for (const auto& [version, what] : {std::pair{"backup 1", "an earlier version"}, {"backup 3", "a later version"}}) {
        auto other = ours;
        other.replace(other.find("backup 2"), 8, version);
        test::write_file(file, other);

        EXPECT_THAT(read(file).error().detail, HasSubstr(what));
    }
}

TEST_F(Backup, HoldsWhatWasForgottenAsForgotten)
{
    journal.append(test::some_events(3));
    {
        Journal open{journal.file(), journal.key()};
        open.prove();
        open.forget(
            std::vector{Blot{2, std::nullopt}},
            {domain::ForgettingEvent{domain::VisitorForgotten{domain::VisitorId{1}, noon}}, "hub", std::nullopt});
    }

    SealedJournalMaker copy{around / "copy.db"};
    ASSERT_TRUE(read(make(), {.row = [&](auto sealed, auto original) { copy.append(sealed, original); }}));
    copy.finish();

    std::vector<domain::Sequence> forgotten;
    Journal{around / "copy.db", journal.key()}.replay([](domain::Sequence, const domain::Recorded&) {},
                                                      [&](domain::Sequence row) { forgotten.push_back(row); });
    EXPECT_THAT(forgotten, ElementsAre(2));
}

TEST_F(Backup, RefusesAnotherCentresKey)
{
    const auto file = files::SyncedFile::open_to_read(make()).value();

    const auto refused = key_of_backup(file, vault::HubKey::make().box_key());

    EXPECT_EQ(refused.error().why, domain::Refusal::Why::not_allowed);
}

TEST_F(Backup, RefusesAFileThatIsNone)
{
    const auto file = around / "letter.txt";
    for (const auto* text : {"", "Dear all", "verandah backup 1\n"}) {
        test::write_file(file, text);
        EXPECT_FALSE(look_at_backup(file)) << text;
    }
}

TEST_F(Backup, IsNotMadeOfADamagedJournalAndLeavesTheOldOne)
{
    journal.append(test::some_events(3));
    const auto old = make();
    journal.append(test::some_events(3));
    journal.spoil("DELETE FROM journal WHERE sequence = 5");

    const auto refused = make_backup(source(), to, noon, unseen);

    EXPECT_THAT(refused.error().detail, AllOf(HasSubstr("event 5 is missing"), HasSubstr("No backup was made")));
    EXPECT_THAT(names(), ElementsAre(old.filename().string()));
    EXPECT_TRUE(read(old));
}

TEST_F(Backup, LeavesTheOldOneWhenTheDiskIsFull)
{
    journal.append(test::some_events(100));
    const auto old = make();
    journal.append(test::some_events(100));
    {
        const test::FullDisk full{40'000}; // room for SQLite's index and two thirds of the backup
        EXPECT_THROW(static_cast<void>(make_backup(source(), to, noon, unseen)), std::system_error);
    }
    EXPECT_THAT(names(), ElementsAre(old.filename().string()));
    EXPECT_TRUE(read(old));
}

TEST_F(Backup, LeavesTheOldOneWhenItIsBrokenOffAnywhere)
{
    journal.append(test::some_events(50));
    const auto old = make();
    journal.append(test::some_events(50));
    for (int stop = 1; stop <= 100; stop += 9) {
        const auto break_off = [stop](int percent) {
            if (percent >= stop) {
                throw std::runtime_error{"broken off"};
            }
        };
        if (stop < 100) {
            EXPECT_THROW(static_cast<void>(make_backup(source(), to, noon, break_off)), std::runtime_error);
            EXPECT_THAT(names(), ElementsAre(old.filename().string())) << stop;
        }
    }
    EXPECT_TRUE(read(old));
}

TEST_F(Backup, GoesOverTheRemainsOfOneThatWasCutOff)
{
    test::write_file(to / ".verandah.backup.unfinished", std::string(1'000'000, 'x'));
    journal.append(test::some_events(3));

    const auto file = make();

    EXPECT_TRUE(read(file));
    EXPECT_THAT(names(), ElementsAre(file.filename().string()));
}

TEST_F(Backup, IsNotMadeWhileAnotherIsBeingMadeThere)
{
    const auto other = files::SyncedFile::make(to / ".verandah.backup.unfinished").value();
    ASSERT_TRUE(other.try_lock());

    const auto refused = make_backup(source(), to, noon, unseen);

    EXPECT_EQ(refused.error().why, domain::Refusal::Why::conflict);
    EXPECT_TRUE(other.is_at(to / ".verandah.backup.unfinished"));
}

TEST_F(Backup, RefusesAFolderThatIsNotThere)
{
    EXPECT_EQ(make_backup(source(), around / "nowhere", noon, unseen).error().why, domain::Refusal::Why::not_found);
}

TEST_F(Backup, HasAllThatWasThereWhenItBeganWhileMoreIsWritten)
{
    journal.append(test::some_events(200));
    Journal writing{journal.file(), journal.key()};
    writing.prove();
    const auto write_more = [&](int) { writing.append(test::some_events(1)); };

    const auto file = make_backup(source(), to, noon, write_more).value();

    EXPECT_EQ(read(file)->last, 200U);
    EXPECT_GT(writing.last(), 200U);
}

class BackupRetention : public Backup {
protected:
    BackupRetention()
    {
        for (int each = 0; each < 4; ++each) {
            journal.append(test::some_events(1));
            made.push_back(make());
        }
    }
    std::vector<path> made;
};

TEST_F(BackupRetention, RemovesTheOldestFirstAndKeepsSoMany)
{
    const auto retention = keep_newest_backups(to, incarnation, 2);

    EXPECT_THAT(retention.removed, ElementsAre(made[0], made[1]));
    EXPECT_THAT(retention.left_alone, IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(made[2]) && std::filesystem::exists(made[3]));
}

TEST_F(BackupRetention, NeverRemovesTheNewest)
{
    static_cast<void>(keep_newest_backups(to, incarnation, 0));

    EXPECT_TRUE(std::filesystem::exists(made[3]));
}

TEST_F(BackupRetention, CountsNoDamagedOneAndLeavesItAlone)
{
    auto bytes = test::read_file(made[3]);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    test::write_file(made[3], bytes);

    const auto retention = keep_newest_backups(to, incarnation, 1);

    EXPECT_THAT(retention.removed, ElementsAre(made[0], made[1]));
    EXPECT_THAT(retention.left_alone, ElementsAre(HasSubstr("damaged")));
    EXPECT_TRUE(std::filesystem::exists(made[2]) && std::filesystem::exists(made[3]));
}

TEST_F(BackupRetention, LeavesWhatIsNotOursAlone)
{
    const auto another_life = after(incarnation);
    test::write_file(to / "verandah-notes.backup", "mine");
    test::write_file(to / "letter.txt", "mine");
    const auto renamed = to / name_of({incarnation, 999, noon});
    std::filesystem::copy_file(made[0], renamed);

    EXPECT_THAT(keep_newest_backups(to, another_life, 1).removed, IsEmpty());
    const auto retention = keep_newest_backups(to, incarnation, 1);

    EXPECT_THAT(retention.removed, ElementsAre(made[0], made[1], made[2]));
    EXPECT_THAT(retention.left_alone, ElementsAre(HasSubstr("not what its name says")));
    EXPECT_TRUE(std::filesystem::exists(to / "verandah-notes.backup"));
    EXPECT_TRUE(std::filesystem::exists(to / "letter.txt"));
    EXPECT_TRUE(std::filesystem::exists(renamed));
}

TEST(IncarnationFile, IsReadOnlyAsItIsWritten)
{
    vault::initialise();
    const auto first = first_incarnation();
    const auto text = text_of(first);

    EXPECT_EQ(incarnation_in(text), first);
    EXPECT_EQ(after(first).count, 2U);
    EXPECT_NE(after(first).id, first.id);
    for (std::size_t at = 0; at < text.size(); ++at) {
        EXPECT_NE(incarnation_in(text.substr(0, at)), first) << at;
        auto other = text;
        other[at] = 'x';
        EXPECT_FALSE(incarnation_in(other)) << at;
    }
    EXPECT_FALSE(incarnation_in(text + " "));
}

} // namespace
} // namespace verandah::store
