// SPDX-License-Identifier: Apache-2.0
// The files that are open, and at which consoles. In memory only, and only while clinical staff are signed in.
#pragma once

#include "clinic/hub/care/opened_file.hpp"
#include "shared/domain/code.hpp"

#include <compare>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace verandah::hub {

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
    void open_at(const Seat& seat, domain::FileId file);
    void close_at(const Seat& seat, domain::FileId file);
    void forget_of(const domain::FileOwner& owner);

    /// Lets go of everything that was opened at a console that is none of these; without any, of everything.
    void keep_only(std::span<const std::string> consoles);
    void let_go(); ///< Of everything.
    [[nodiscard]] std::size_t size() const;

private:
    mutable std::mutex mutex_;
    std::map<domain::FileId, Shared> files_;
    std::map<Seat, std::set<domain::FileId>> open_at_;
};

} // namespace verandah::hub
