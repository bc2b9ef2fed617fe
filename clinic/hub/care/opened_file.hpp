// SPDX-License-Identifier: Apache-2.0
// One file, opened: what is written in it. Its key is unwrapped for as long as an entry is opened or sealed.
#pragma once

#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/record/file.hpp"
#include "shared/domain/record/file_book.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/record_sealer.hpp"
#include "shared/vault/tracing_seal.hpp"

#include <atomic>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace verandah::hub {

/// A file's first key: nothing is ever sealed anew yet.
inline constexpr std::uint32_t first_key = 1;

/// One thread at a time, but for where it says more. It holds no key: those of many thousand files would each take
/// pages of their own, of which a process may have 65,530, and be there to be found.
class OpenedFile {
public:
    /// not_allowed when the clinic key is not the one its key was made under.
    [[nodiscard]] static std::expected<std::shared_ptr<OpenedFile>, domain::Refusal>
    open(domain::FileId id, const domain::KeptFile& kept, const vault::ClinicKey& clinic);
    /// Nothing of it is read yet.
    OpenedFile(domain::FileId id, const domain::KeptFile& kept)
        : id_{id}, owner_{kept.owner}, wrapped_key_{kept.wrapped_key}
    {
    }

    [[nodiscard]] domain::FileId id() const { return id_; }
    [[nodiscard]] const domain::FileOwner& owner() const { return owner_; }
    [[nodiscard]] const domain::File& file() const { return file_; }
    /// How many of its entries were looked at. Any thread.
    [[nodiscard]] std::size_t read() const { return read_; }

    /// Reads the entries after the last one read. One that this version cannot read is kept as unread, and so is one
    /// that does not open: neither stops what comes after it. not_allowed as above, and nothing is read then.
    std::expected<void, domain::Refusal> read_on(std::span<const domain::SealedBytes> later,
                                                 const vault::ClinicKey& clinic);

    [[nodiscard]] std::expected<domain::SealedBytes, domain::Refusal> seal(const domain::FileEntry& entry,
                                                                           const vault::ClinicKey& clinic) const;

    /// Not allowed as above. What a worker tells of her is sealed under it.
    [[nodiscard]] std::expected<vault::TracingKey, domain::Refusal> tracing_key(domain::TracingId tracing,
                                                                                const vault::ClinicKey& clinic) const;

    /// What is due on `today`; worked out again only when something was written since, or the day is another. `rules`
    /// are the same each time.
    [[nodiscard]] const std::vector<domain::DueItem>& due(const domain::FollowupRules& rules, domain::CentreDay today);

private:
    [[nodiscard]] std::expected<vault::RecordSealer, domain::Refusal> sealer(const vault::ClinicKey& clinic) const;

    domain::FileId id_;
    domain::FileOwner owner_;
    domain::SealedBytes wrapped_key_;
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
