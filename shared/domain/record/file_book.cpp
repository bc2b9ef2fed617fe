// SPDX-License-Identifier: Apache-2.0
// What each event does to the book of files.
#include "shared/domain/record/file_book.hpp"

#include <utility>

namespace verandah::domain {

using Why = Refusal::Why;

const KeptFile* FileBook::find(FileId file) const
{
    const auto found = files_.find(file);
    return found == files_.end() ? nullptr : &found->second;
}

std::optional<FileId> FileBook::file_of(const FileOwner& owner) const
{
    const auto found = of_owner_.find(owner);
    return found == of_owner_.end() ? std::nullopt : std::optional{found->second};
}

const CounterfoilReturned* FileBook::returned(const CounterfoilHash& code) const
{
    const auto found = returned_.find(code);
    return found == returned_.end() ? nullptr : &found->second;
}

std::expected<CareEvent, Refusal> FileBook::begin(FileId file, const FileOwner& owner, SealedBytes wrapped_key,
                                                  Instant at) const
{
    if (file_of(owner) || find(file) != nullptr) {
        return refuse(Why::conflict, "there is such a file already");
    }
    return FileBegun{file, owner, std::move(wrapped_key), at};
}

std::expected<CareEvent, Refusal> FileBook::write(FileId file, std::uint32_t entry, SealedBytes sealed,
                                                  Instant at) const
{
    const auto* kept = find(file);
    if (kept == nullptr) {
        return refuse(Why::not_found, "there is no such file, or it was forgotten");
    }
    if (entry != kept->entries.size() + 1) {
        return refuse(Why::conflict, "somebody else has written in this file meanwhile");
    }
    return FileEntryWritten{file, entry, std::move(sealed), at};
}

std::optional<CareEvent> FileBook::take_back(const CounterfoilHash& code, CounterfoilWay way, Instant at) const
{
    if (returned(code) != nullptr) {
        return std::nullopt;
    }
    return CounterfoilReturned{code, way, at};
}

void FileBook::forget(const FileOwner& owner)
{
    if (const auto file = file_of(owner)) {
        tracings_.forget(*file);
        files_.erase(*file);
        of_owner_.erase(owner);
    }
}

void FileBook::end_day()
{
    std::erase_if(files_, [this](const auto& entry) {
        const bool is_of_ticket = std::holds_alternative<TicketId>(entry.second.owner);
        if (is_of_ticket) {
            tracings_.forget(entry.first);
        }
        return is_of_ticket;
    });
    std::erase_if(of_owner_, [](const auto& entry) { return std::holds_alternative<TicketId>(entry.first); });
}

void FileBook::take(const FileBegun& event)
{
    files_.insert_or_assign(event.file, KeptFile{event.owner, event.wrapped_key});
    of_owner_.insert_or_assign(event.owner, event.file);
}

void FileBook::take(const FileEntryWritten& event)
{
    const auto found = files_.find(event.file);
    if (found != files_.end() && event.entry == found->second.entries.size() + 1) {
        found->second.entries.push_back(event.sealed);
    }
}

void FileBook::take(const FactsCounted& /*event*/) {} // for totals only

void FileBook::take(const CounterfoilReturned& event)
{
    returned_.try_emplace(event.code, event);
}

void FileBook::take(const TracingGiven& event)
{
    if (find(event.file) != nullptr) {
        tracings_.take(event);
    }
}

bool is_in(const CareEvent& event, FileId file)
{
    return std::visit(
        [file](const auto& happened) {
            if constexpr (requires { happened.file; }) {
                return happened.file == file;
            }
            return false;
        },
        event);
}

void apply(FileBook& book, const CareEvent& event)
{
    std::visit([&book](const auto& happened) { book.take(happened); }, event);
}

} // namespace verandah::domain
