// SPDX-License-Identifier: Apache-2.0
// The mark before each box.
#include "clinic/store/row_seal.hpp"

namespace verandah::store {

namespace {

// Permanent: the first byte of a row.
constexpr std::byte under_the_journal_key{'k'};
constexpr std::byte to_the_public_key{'p'};

} // namespace

RowSeal::RowSeal(const vault::HubKey& key)
    : way_{WithKey{{key.journal_key(), row_padding}, {key.box_key(), row_padding}}}
{
}

RowSeal::RowSeal(const vault::PublicKey& hub) : way_{vault::PublicSealer{hub, row_padding}} {}

void RowSeal::seal(domain::Sequence sequence, std::span<const std::byte> content, std::vector<std::byte>& row) const
{
    const auto place = bytes_of(sequence);
    if (const auto* with_key = std::get_if<WithKey>(&way_)) {
        with_key->sealer.seal(content, place, row);
        row.insert(row.begin(), under_the_journal_key);
    } else {
        std::get<vault::PublicSealer>(way_).seal(content, place, row);
        row.insert(row.begin(), to_the_public_key);
    }
}

std::optional<std::span<const std::byte>> RowSeal::open(domain::Sequence sequence, std::span<const std::byte> row,
                                                        std::vector<std::byte>& scratch) const
{
    if (row.empty()) {
        return std::nullopt;
    }
    if (const auto forgetting = split_forgetting(row)) {
        return open(sequence, forgetting->row, scratch);
    }
    const auto& with_key = std::get<WithKey>(way_);
    const auto place = bytes_of(sequence);
    const auto box = row.subspan(1);
    if (row.front() == under_the_journal_key) {
        return with_key.sealer.open(box, place, scratch);
    }
    return row.front() == to_the_public_key ? with_key.opener.open(box, place, scratch) : std::nullopt;
}

} // namespace verandah::store
