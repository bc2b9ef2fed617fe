// SPDX-License-Identifier: Apache-2.0
// A journal with its audit trail, and the ways of somebody who has taken the disk.
#pragma once

#include "clinic/store/audit/checkpoint_log.hpp"
#include "clinic/store/audit/verify_audit.hpp"
#include "clinic/store/chain.hpp"
#include "tests/store/journal_folder.hpp"

#include <functional>
#include <string>
#include <vector>

namespace verandah::test {

class AuditedJournal {
public:
    AuditedJournal()
    {
        std::filesystem::create_directory(folder_ / "keys");
        std::filesystem::create_directory(folder_ / "audit");
        store::begin_trail(paths());
    }

    [[nodiscard]] store::AuditPaths paths() const
    {
        return {folder_ / "keys" / "audit.key", folder_ / "keys" / "audit.pub", folder_ / "audit" / "checkpoints"};
    }
    [[nodiscard]] const JournalFolder& journal() const { return journal_; }

    /// `events` more, and a checkpoint of them.
    void live(int events)
    {
        journal_.append(some_events(events));
        sign();
    }
    void sign() const
    {
        auto log = store::CheckpointLog::open(paths()).value();
        store::Journal journal{journal_.file(), journal_.key(), store::Access::read_only};
        journal.prove();
        log.sign(journal.position(), domain::Instant{std::chrono::hours{24}});
    }

    /// Changes rows, then writes the chain anew, as somebody would who knows how it is made.
    void rewrite(const std::string& sql) const
    {
        journal_.spoil(sql);
        SQLite::Database file{journal_.file().string(), SQLite::OPEN_READWRITE};
        SQLite::Statement rows{file, "SELECT sequence, sealed FROM journal ORDER BY sequence"};
        auto link = store::first_link();
        std::vector<std::pair<std::int64_t, vault::Digest>> links;
        while (rows.executeStep()) {
            const auto sequence = rows.getColumn(0).getInt64();
            const auto sealed = rows.getColumn(1);
            link =
                store::link_after(link, static_cast<domain::Sequence>(sequence),
                                  vault::hash({std::as_bytes(std::span{static_cast<const char*>(sealed.getBlob()),
                                                                       static_cast<std::size_t>(sealed.getBytes())})}));
            links.emplace_back(sequence, link);
        }
        rows.reset();
        for (const auto& [sequence, chain] : links) {
            SQLite::Statement update{file, "UPDATE journal SET chain = ? WHERE sequence = ?"};
            update.bind(1, chain.data(), static_cast<int>(chain.size()));
            update.bind(2, sequence);
            update.exec();
        }
    }

    [[nodiscard]] std::vector<std::string> lines() const
    {
        std::vector<std::string> lines;
        std::istringstream text{read_file(paths().checkpoints)};
        for (std::string line; std::getline(text, line);) {
            lines.push_back(line);
        }
        return lines;
    }
    void write_lines(const std::vector<std::string>& lines) const
    {
        std::string text;
        for (const auto& line : lines) {
            text += line + "\n";
        }
        write_file(paths().checkpoints, text);
    }
    /// Leaves the header and the first `count` checkpoints.
    void cut_checkpoints(std::size_t count) const
    {
        auto left = lines();
        left.resize(1 + count);
        write_lines(left);
    }

    [[nodiscard]] store::AuditReport verified(std::optional<std::string_view> against = std::nullopt) const
    {
        return store::verify_audit(paths(), journal_.file(), against);
    }
    /// All findings in one text; empty when the past is whole.
    [[nodiscard]] std::string findings(std::optional<std::string_view> against = std::nullopt) const
    {
        std::string text;
        for (const auto& finding : verified(against).findings) {
            text += finding + "\n";
        }
        return text;
    }

private:
    JournalFolder journal_;
    TemporaryFolder folder_;
};

} // namespace verandah::test
