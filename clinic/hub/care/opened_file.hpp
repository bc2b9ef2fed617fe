// SPDX-License-Identifier: Apache-2.0
// One file, opened: what is written in it, and the key that opens and seals its entries.
#pragma once

#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/record/file.hpp"
#include "shared/domain/record/file_book.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/record_sealer.hpp"

#include <atomic>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace verandah::hub {

/// A file's first key: nothing is ever sealed anew yet.
inline constexpr std::uint32_t first_key = 1;

/// One thread at a time, but for where it says more.
class OpenedFile {
public:
    /// not_allowed when the clinic key is not the one its key was made under.
    [[nodiscard]] static std::expected<std::shared_ptr<OpenedFile>, domain::Refusal>
    open(domain::FileId id, const domain::KeptFile& kept, const vault::ClinicKey& clinic);
    OpenedFile(domain::FileId id, domain::FileOwner owner, vault::FileKey key)
        : id_{id}, owner_{owner}, sealer_{std::move(key)}
    {
    }

    [[nodiscard]] domain::FileId id() const { return id_; }
    [[nodiscard]] const domain::FileOwner& owner() const { return owner_; }
    [[nodiscard]] const domain::File& file() const { return file_; }
    /// How many of its entries were looked at. Any thread.
    [[nodiscard]] std::size_t read() const { return read_; }

    /// Reads the entries after the last one read. One that this version cannot read is kept as unread, and so is one
    /// that does not open: neither stops what comes after it.
    void read_on(std::span<const domain::SealedBytes> later);

    [[nodiscard]] domain::SealedBytes seal(const domain::FileEntry& entry) const;

    /// What is due on `today`; worked out again only when something was written since, or the day is another. `rules`
    /// are the same each time.
    [[nodiscard]] const std::vector<domain::DueItem>& due(const domain::FollowupRules& rules, domain::CentreDay today);

private:
    domain::FileId id_;
    domain::FileOwner owner_;
    vault::RecordSealer sealer_;
    domain::File file_;
    std::atomic<std::size_t> read_{0};
    std::vector<std::byte> scratch_;
    struct Due {
        std::size_t read;
        domain::CentreDay day;
        std::vector<domain::DueItem> items;
    };
    std::optional<Due> due_;
};

/// The sealed first entries of a new file, before there is one to open.
[[nodiscard]] domain::SealedBytes seal_entry(const vault::RecordSealer& sealer, domain::FileId file,
                                             const domain::FileEntry& entry);

} // namespace verandah::hub
