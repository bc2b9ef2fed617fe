// SPDX-License-Identifier: Apache-2.0
// Whatever became of what keeps the past: journal, trail and audit key, held against each other, are found changed or
// are as they were signed; and a backup is refused, or gives back what was put in. The input says which of them, and
// which of its bytes to change.
#include "clinic/store/backup/incarnation_file.hpp"
#include "clinic/store/backup/make_backup.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/store/audit/audited_journal.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

using namespace verandah;

namespace {

constexpr int events_a_time = 12;
constexpr auto content_of_file = "name = \"The house by the river\"\n";

/// A past of two checkpoints and some events behind them, and its backup, in bytes.
struct Whole {
    test::AuditedJournal past;
    std::string journal, checkpoints, first_key, key, backup;

    Whole()
    {
        past.live(events_a_time);
        past.live(events_a_time);
        past.journal().append(test::some_events(3)); // not signed yet
        journal = test::read_file(past.journal().file());
        checkpoints = test::read_file(past.paths().checkpoints);
        first_key = test::read_file(past.paths().first_key);
        key = test::read_file(past.paths().key);
        const test::TemporaryFolder to;
        const store::BackupSource source{.files = {{"centre.toml", content_of_file}},
                                         .journal = past.journal().file(),
                                         .incarnation = store::first_incarnation(),
                                         .hub = past.journal().public_key()};
        backup = test::read_file(store::make_backup(source, to.path(), test_noon(), [](int) {}).value());
    }
    static domain::Instant test_noon() { return domain::Instant{std::chrono::hours{36}}; }
};

void spoil(std::string& bytes, FuzzedDataProvider& input)
{
    if (bytes.empty()) {
        return;
    }
    const auto place = input.ConsumeIntegralInRange<std::size_t>(0, bytes.size() - 1);
    switch (input.ConsumeIntegralInRange(0, 7)) {
    case 0: bytes.resize(place); break;
    case 1: bytes.insert(place, input.ConsumeRandomLengthString(80)); break;
    case 2: bytes.erase(place, input.ConsumeIntegralInRange<std::size_t>(1, 300)); break;
    default: {
        const auto over = input.ConsumeBytesAsString(
            input.ConsumeIntegralInRange<std::size_t>(1, std::min<std::size_t>(bytes.size() - place, 64)));
        bytes.replace(place, over.size(), over);
    }
    }
}

/// All that the checkpoint covers, as the journal has it now; fewer when it cannot be read that far.
std::vector<domain::Recorded> readable(const std::filesystem::path& journal, const vault::HubKey& key)
{
    std::vector<domain::Recorded> events;
    try {
        store::Journal{journal, key, store::Access::read_only}.replay(
            [&events](domain::Sequence, const domain::Recorded& recorded) { events.push_back(recorded); });
    } catch (const store::DamagedJournal&) {
        return events;
    }
    return events;
}

void verify_spoiled(const Whole& whole, const test::TemporaryFolder& folder, FuzzedDataProvider& input)
{
    auto journal = whole.journal;
    auto checkpoints = whole.checkpoints;
    auto first_key = whole.first_key;
    auto key = whole.key;
    const std::array files{&journal, &checkpoints, &first_key, &key};
    for (int changes = input.ConsumeIntegralInRange(0, 4); changes > 0; --changes) {
        spoil(*files.at(input.ConsumeIntegralInRange<std::size_t>(0, files.size() - 1)), input);
    }
    const store::AuditPaths paths{folder / "audit.key", folder / "audit.pub", folder / "checkpoints"};
    test::write_file(folder / "journal.db", journal);
    test::write_file(paths.checkpoints, checkpoints);
    test::write_file(paths.first_key, first_key);
    test::write_file(paths.key, key);
    try {
        const auto report = store::verify_audit(paths, folder / "journal.db", whole.checkpoints);
        const bool is_untouched = journal == whole.journal && checkpoints == whole.checkpoints &&
                                  first_key == whole.first_key && key == whole.key;
        test::claim(!is_untouched || report.is_whole(), "an untouched past is whole");
        if (!report.is_whole() || !report.proved) {
            return;
        }
        test::claim(checkpoints.starts_with(whole.checkpoints), "a whole trail has every line that was kept of it");
        const auto events = readable(folder / "journal.db", whole.past.journal().key());
        const auto once = test::some_events(events_a_time);
        test::claim(report.proved->last <= events.size(), "what is proved is there");
        for (domain::Sequence each = 0; each < report.proved->last; ++each) {
            test::claim(events[each] == once[each % events_a_time], "what is proved is what was signed");
        }
    } catch (const SQLite::Exception&) {
        return;
    } catch (const std::system_error&) {
        return;
    }
}

void read_spoiled_backup(const Whole& whole, const test::TemporaryFolder& folder, FuzzedDataProvider& input)
{
    auto backup = whole.backup;
    for (int changes = input.ConsumeIntegralInRange(0, 3); changes > 0; --changes) {
        spoil(backup, input);
    }
    test::write_file(folder / "a.backup", backup);
    const auto looked = store::look_at_backup(folder / "a.backup");
    test::claim(looked.has_value() == (backup == whole.backup), "only a whole backup looks whole");
    const auto file = files::SyncedFile::open_to_read(folder / "a.backup").value();
    const auto key = store::key_of_backup(file, whole.past.journal().key().box_key());
    if (!key) {
        return;
    }
    std::string read;
    int rows = 0;
    const auto label = store::read_backup(
        file, *key,
        {.file = [&read](std::string_view name,
                         std::string_view content) { read = std::string{name} + "\n" + std::string{content}; },
         .row = [&rows](std::span<const std::byte>, std::span<const std::byte>) { ++rows; }});
    if (label) {
        test::claim(read == std::string{"centre.toml\n"} + content_of_file && rows == 2 * events_a_time + 3,
                    "what is read is what was put in");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Whole whole;
    static const test::TemporaryFolder folder;
    FuzzedDataProvider input{data, size};
    if (input.ConsumeBool()) {
        verify_spoiled(whole, folder, input);
    } else {
        read_spoiled_backup(whole, folder, input);
    }
    return 0;
}
