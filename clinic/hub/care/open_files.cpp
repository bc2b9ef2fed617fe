// SPDX-License-Identifier: Apache-2.0
// Two maps: what is known of a file, and where it is open.
#include "clinic/hub/care/open_files.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::hub {

OpenFiles::Shared OpenFiles::known(domain::FileId file) const
{
    const std::lock_guard lock{mutex_};
    const auto found = files_.find(file);
    return found == files_.end() ? nullptr : found->second;
}

OpenFiles::Shared OpenFiles::at(const Seat& seat, domain::FileId file) const
{
    const std::lock_guard lock{mutex_};
    const auto open = open_at_.find(seat);
    const auto found = files_.find(file);
    const bool is_open = open != open_at_.end() && open->second.contains(file) && found != files_.end();
    return is_open ? found->second : nullptr;
}

std::vector<OpenFiles::Shared> OpenFiles::all() const
{
    const std::lock_guard lock{mutex_};
    std::vector<Shared> all;
    all.reserve(files_.size());
    std::ranges::transform(files_, std::back_inserter(all), [](const auto& entry) { return entry.second; });
    return all;
}

void OpenFiles::keep(Shared file)
{
    const std::lock_guard lock{mutex_};
    const auto id = file->id();
    files_.insert_or_assign(id, std::move(file));
}

void OpenFiles::open_at(const Seat& seat, domain::FileId file, std::optional<domain::TicketId> with)
{
    const std::lock_guard lock{mutex_};
    open_at_[seat].insert_or_assign(file, With{with});
    closed_at_[seat].erase(file);
}

std::vector<domain::TicketId> OpenFiles::tickets() const
{
    const std::lock_guard lock{mutex_};
    std::vector<domain::TicketId> tickets;
    for (const auto& [seat, files] : open_at_) {
        for (const auto& [file, with] : files) {
            if (with.ticket) {
                tickets.push_back(*with.ticket);
            }
        }
    }
    return tickets;
}

void OpenFiles::close_of_gone(const std::function<bool(domain::TicketId)>& is_served, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    for (auto& [seat, files] : open_at_) {
        auto& closed = closed_at_[seat];
        for (auto& [file, with] : files) {
            if (!with.ticket || is_served(*with.ticket)) {
                with.gone_since.reset();
            } else if (!with.gone_since || now < *with.gone_since) { // a clock that was set back begins anew
                with.gone_since = now;
            }
            if (with.gone_since && now - *with.gone_since >= open_after_she_left) {
                closed.insert(file);
            }
        }
        std::erase_if(files, [&closed](const auto& entry) { return closed.contains(entry.first); });
    }
}

bool OpenFiles::was_closed(const Seat& seat, domain::FileId file) const
{
    const std::lock_guard lock{mutex_};
    const auto closed = closed_at_.find(seat);
    return closed != closed_at_.end() && closed->second.contains(file);
}

void OpenFiles::close_at(const Seat& seat, domain::FileId file)
{
    const std::lock_guard lock{mutex_};
    if (const auto open = open_at_.find(seat); open != open_at_.end()) {
        open->second.erase(file);
    }
}

void OpenFiles::forget_of(const domain::FileOwner& owner)
{
    const std::lock_guard lock{mutex_};
    std::erase_if(files_, [&owner](const auto& entry) { return entry.second->owner() == owner; });
}

void OpenFiles::keep_only(std::span<const std::string> consoles)
{
    const std::lock_guard lock{mutex_};
    const auto is_elsewhere = [&](const auto& open) {
        return std::ranges::find(consoles, open.first.console) == consoles.end();
    };
    std::erase_if(open_at_, is_elsewhere);
    std::erase_if(closed_at_, is_elsewhere);
    if (consoles.empty()) {
        files_.clear();
    }
}

void OpenFiles::let_go()
{
    const std::lock_guard lock{mutex_};
    files_.clear();
    open_at_.clear();
    closed_at_.clear();
}

std::size_t OpenFiles::size() const
{
    const std::lock_guard lock{mutex_};
    return files_.size();
}

} // namespace verandah::hub
