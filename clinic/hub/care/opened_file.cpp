// SPDX-License-Identifier: Apache-2.0
// Entries opened one after the other, each in its place.
#include "clinic/hub/care/opened_file.hpp"

#include "shared/wire/messages/care/file_messages.hpp"

#include <string>
#include <string_view>

namespace verandah::hub {

namespace {

constexpr std::string_view entries_table = "entry"; // permanent: part of what every entry is sealed with

vault::RecordPlace place_of(domain::FileId file, std::uint32_t entry)
{
    return {entries_table, file.value(), entry};
}

} // namespace

std::expected<std::shared_ptr<OpenedFile>, domain::Refusal>
OpenedFile::open(domain::FileId id, const domain::KeptFile& kept, const vault::ClinicKey& clinic)
{
    auto key = vault::unwrap_file_key(kept.wrapped_key, {id, first_key}, clinic);
    if (!key) {
        return std::unexpected{std::move(key.error())};
    }
    auto opened = std::make_shared<OpenedFile>(id, kept.owner, *std::move(key));
    opened->read_on(kept.entries);
    return opened;
}

void OpenedFile::read_on(std::span<const domain::SealedBytes> later)
{
    for (const auto& sealed : later) {
        const auto number = file_.last + 1;
        const auto content = sealer_.open(sealed, place_of(id_, number), scratch_);
        if (content) {
            const std::string_view text{reinterpret_cast<const char*>(content->data()), content->size()};
            const auto entry = wire::decode_file_entry(text);
            if (entry && entry->number == number) {
                apply(file_, *entry);
                continue;
            }
        }
        apply_unread(file_, number);
    }
    read_ = file_.last;
}

const std::vector<domain::DueItem>& OpenedFile::due(const domain::FollowupRules& rules, domain::CentreDay today)
{
    if (!due_ || due_->read != read_ || due_->day != today) {
        due_ = Due{read_, today, due_items(rules, history_of(file_), file_.followup, today)};
    }
    return due_->items;
}

domain::SealedBytes OpenedFile::seal(const domain::FileEntry& entry) const
{
    return seal_entry(sealer_, id_, entry);
}

domain::SealedBytes seal_entry(const vault::RecordSealer& sealer, domain::FileId file, const domain::FileEntry& entry)
{
    const auto text = wire::encode(entry);
    return sealer.seal(std::as_bytes(std::span{text}), place_of(file, entry.number));
}

} // namespace verandah::hub
