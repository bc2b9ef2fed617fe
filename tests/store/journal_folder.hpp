// SPDX-License-Identifier: Apache-2.0
// A journal in a folder of its own, and ways to look at it and to spoil it from outside.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/vault/random.hpp"
#include "tests/support/temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>
#include <vector>

namespace verandah::test {

/// `count` events of somebody who waits, each with another ticket.
[[nodiscard]] inline std::vector<domain::Recorded> some_events(int count)
{
    std::vector<domain::Recorded> events;
    for (int each = 1; each <= count; ++each) {
        events.push_back({domain::LineEvent{domain::TicketCalledAgain{
                              domain::TicketId{each}, domain::Instant{std::chrono::milliseconds{each}}}},
                          "console-1", std::nullopt});
    }
    return events;
}

/// Hears what a replay brings back, and leaves it at that.
inline void nothing(domain::Sequence, const domain::Recorded&) {}

class JournalFolder {
public:
    JournalFolder() { vault::initialise(); }

    [[nodiscard]] std::filesystem::path file() const { return folder_ / "journal.db"; }
    [[nodiscard]] const vault::HubKey& key() const { return key_; }
    [[nodiscard]] vault::PublicKey public_key() const { return vault::PublicKey::of(key_.box_key()); }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

    /// Opens, replays and appends.
    void append(const std::vector<domain::Recorded>& events) const
    {
        store::Journal journal{file(), key_};
        journal.replay(nothing);
        journal.append(events);
    }

    /// The same as a hub that has not got its key.
    void append_without_key(const std::vector<domain::Recorded>& events) const
    {
        store::Journal journal{file(), public_key()};
        journal.prove();
        journal.append(events);
    }

    [[nodiscard]] std::vector<domain::Recorded> replayed(store::Access access = store::Access::read_write) const
    {
        std::vector<domain::Recorded> events;
        store::Journal journal{file(), key_, access};
        journal.replay([&](domain::Sequence, const domain::Recorded& event) { events.push_back(event); });
        return events;
    }

    /// Runs SQL on the file behind the journal's back.
    void spoil(const std::string& sql) const
    {
        SQLite::Database database{file().string(), SQLite::OPEN_READWRITE};
        database.exec(sql);
    }

    /// Every file that holds events, by name; the -shm file is only SQLite's index to them.
    [[nodiscard]] std::map<std::string, std::string> bytes() const
    {
        std::map<std::string, std::string> bytes;
        for (const auto& entry : std::filesystem::directory_iterator{folder_.path()}) {
            auto text = read_file(entry.path());
            if (entry.path().extension() != ".db-shm" && !text.empty()) {
                bytes.emplace(entry.path().filename().string(), std::move(text));
            }
        }
        return bytes;
    }

    /// The damage that a replay finds; fails the test when it finds none.
    [[nodiscard]] store::DamagedJournal damage() const
    {
        return damage_in([this] { static_cast<void>(replayed()); });
    }
    /// The damage that a hub without its key finds.
    [[nodiscard]] store::DamagedJournal damage_without_key() const
    {
        return damage_in([this] { store::Journal{file(), public_key()}.prove(); });
    }

private:
    template <class Look>
    [[nodiscard]] static store::DamagedJournal damage_in(Look look)
    {
        try {
            look();
        } catch (const store::DamagedJournal& damage) {
            return damage;
        }
        throw std::logic_error{"no damage was found"};
    }

    TemporaryFolder folder_;
    vault::HubKey key_ = (vault::initialise(), vault::HubKey::make());
};

} // namespace verandah::test
