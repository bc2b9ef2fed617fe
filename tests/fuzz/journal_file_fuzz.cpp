// SPDX-License-Identifier: Apache-2.0
// Whatever became of the journal's file and its log: a replay says that it is damaged, or gives back what was written,
// in order, up to some event. The input says which bytes of which of the two to change.
#include "clinic/store/journal.hpp"
#include "shared/vault/random.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/store/journal_folder.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>

using namespace verandah;

namespace {

constexpr int events = 40;

/// A journal of which a part is in the database and the rest still in the log, as after a kill.
struct Whole {
    vault::HubKey key = (vault::initialise(), vault::HubKey::make());
    std::string database;
    std::string log;

    Whole()
    {
        const test::TemporaryFolder folder;
        const auto file = folder / "journal.db";
        for (const int part : {0, 1}) {
            store::Journal journal{file, key};
            journal.replay([](domain::Sequence, const domain::Recorded&) {});
            const auto all = test::some_events(events);
            const auto half = all.begin() + events / 2;
            journal.append(part == 0 ? std::vector(all.begin(), half) : std::vector(half, all.end()));
            database = test::read_file(file);
            log = test::read_file(folder / "journal.db-wal"); // of the last part: before the closing moves it
        }
    }
};

void change(std::string& bytes, FuzzedDataProvider& input)
{
    if (bytes.empty()) {
        return;
    }
    const auto place = input.ConsumeIntegralInRange<std::size_t>(0, bytes.size() - 1);
    if (input.ConsumeIntegralInRange(0, 15) == 0) {
        bytes.resize(place);
        return;
    }
    const auto over = input.ConsumeBytesAsString(
        input.ConsumeIntegralInRange<std::size_t>(1, std::min<std::size_t>(bytes.size() - place, 64)));
    bytes.replace(place, over.size(), over);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Whole whole;
    static const test::TemporaryFolder folder;
    static const auto written = test::some_events(events);
    FuzzedDataProvider input{data, size};
    auto database = whole.database;
    auto log = whole.log;
    for (int changes = input.ConsumeIntegralInRange(0, 4); changes > 0; --changes) {
        change(input.ConsumeBool() ? database : log, input);
    }
    std::filesystem::remove(folder / "journal.db-shm");
    test::write_file(folder / "journal.db", database);
    test::write_file(folder / "journal.db-wal", log);
    std::size_t read = 0;
    try {
        store::Journal journal{folder / "journal.db", whole.key};
        journal.replay([&read](domain::Sequence sequence, const domain::Recorded& recorded) {
            test::claim(sequence == read + 1 && read < written.size() && recorded == written[read],
                        "what is read is what was written");
            ++read;
        });
    } catch (const store::DamagedJournal&) {
        return 0;
    } catch (const store::DiskFault&) {
        return 0;
    }
    return 0;
}
