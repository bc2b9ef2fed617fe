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
    auto opened = std::make_shared<OpenedFile>(id, kept);
    if (auto read = opened->read_on(kept.entries, clinic); !read) {
        return std::unexpected{std::move(read.error())};
    }
    return opened;
}

std::expected<vault::RecordSealer, domain::Refusal> OpenedFile::sealer(const vault::ClinicKey& clinic) const
{
    auto key = vault::unwrap_file_key(wrapped_key_, {id_, first_key}, clinic);
    if (!key) {
        return std::unexpected{std::move(key.error())};
    }
    return vault::RecordSealer{*std::move(key)};
}

std::expected<void, domain::Refusal> OpenedFile::read_on(std::span<const domain::SealedBytes> later,
                                                         const vault::ClinicKey& clinic)
{
    const auto sealer = this->sealer(clinic);
    if (!sealer) {
        return std::unexpected{sealer.error()};
    }
    for (const auto& sealed : later) {
        const auto number = file_.last + 1;
        const auto content = sealer->open(sealed, place_of(id_, number), scratch_);
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
    return {};
}

const std::vector<domain::DueItem>& OpenedFile::due(const domain::FollowupRules& rules, domain::CentreDay today)
{
    if (!due_ || due_->read != read_ || due_->day != today) {
        due_ = Due{read_, today, due_items(rules, history_of(file_), file_.followup, today)};
    }
    return due_->items;
}

std::expected<domain::SealedBytes, domain::Refusal> OpenedFile::seal(const domain::FileEntry& entry,
                                                                     const vault::ClinicKey& clinic) const
{
    const auto sealer = this->sealer(clinic);
    if (!sealer) {
        return std::unexpected{sealer.error()};
    }
    return seal_entry(*sealer, id_, entry);
}

std::expected<vault::TracingKey, domain::Refusal> OpenedFile::tracing_key(domain::TracingId tracing,
                                                                          const vault::ClinicKey& clinic) const
{
    const auto key = vault::unwrap_file_key(wrapped_key_, {id_, first_key}, clinic);
    if (!key) {
        return std::unexpected{key.error()};
    }
    return vault::tracing_key(*key, tracing);
}

domain::SealedBytes seal_entry(const vault::RecordSealer& sealer, domain::FileId file, const domain::FileEntry& entry)
{
    const auto text = wire::encode(entry);
    return sealer.seal(std::as_bytes(std::span{text}), place_of(file, entry.number));
}

} // namespace verandah::hub
