// SPDX-License-Identifier: Apache-2.0
// The files that are open, and at which consoles. In memory only, and only while clinical staff are signed in.
#pragma once

#include "clinic/hub/care/opened_file.hpp"
#include "shared/domain/code.hpp"

#include <chrono>
#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace verandah::hub {

/// How long a file that was opened with its visitor there stays open after she is not served any more: the time to
/// finish a note while the next one is called. It is long enough for that, and too short for an evening's reading.
inline constexpr std::chrono::minutes open_after_she_left{15};

/// Any thread, but for what is in a file. Freed memory is overwritten (docs/decisions.md 45), so that what was let go
/// of is gone.
class OpenFiles {
public:
    /// Who has it open, and where: whoever signs in at a console after her has nothing open there.
    struct Seat {
        std::string console;
        domain::AccountCode account;
        friend auto operator<=>(const Seat&, const Seat&) = default;
    };
    using Shared = std::shared_ptr<OpenedFile>; ///< Read and written on the desk's thread only (file_desk.hpp).

    /// What is known of a file, whoever opened it; nullptr when nothing is.
    [[nodiscard]] Shared known(domain::FileId file) const;
    [[nodiscard]] std::vector<Shared> all() const; ///< In order of their ids.
    /// The same, when she has it open at that console.
    [[nodiscard]] Shared at(const Seat& seat, domain::FileId file) const;
    void keep(Shared file); ///< In place of what was known of it.
    /// `with`: who is being served; nullopt when it was opened from a list, with a reason.
    void open_at(const Seat& seat, domain::FileId file, std::optional<domain::TicketId> with = std::nullopt);
    void close_at(const Seat& seat, domain::FileId file);
    void forget_of(const domain::FileOwner& owner);

    /// With whom files are open.
    [[nodiscard]] std::vector<domain::TicketId> tickets() const;
    /// Closes what was opened with somebody who is not served any more, and has not been for open_after_she_left. Asked
    /// again and again: that she is gone is known from the first time on.
    void close_of_gone(const std::function<bool(domain::TicketId)>& is_served, domain::Instant now);
    [[nodiscard]] bool was_closed(const Seat& seat, domain::FileId file) const; ///< In that way, and not opened since.

    /// Lets go of everything that was opened at a console that is none of these; without any, of everything.
    void keep_only(std::span<const std::string> consoles);
    void let_go(); ///< Of everything.
    [[nodiscard]] std::size_t size() const;

private:
    mutable std::mutex mutex_;
    std::map<domain::FileId, Shared> files_;
    /// With whom it is open, and since when she is known not to be served any more.
    struct With {
        std::optional<domain::TicketId> ticket;
        std::optional<domain::Instant> gone_since{};
    };
    std::map<Seat, std::map<domain::FileId, With>> open_at_;
    std::map<Seat, std::set<domain::FileId>> closed_at_; ///< By itself.
};

} // namespace verandah::hub
