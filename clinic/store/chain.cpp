// SPDX-License-Identifier: Apache-2.0
// The bytes that are hashed, and what is held against them.
#include "clinic/store/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace verandah::store {

namespace {

/// The same rows, in as few ranges as there can be.
std::vector<RowRange> as_one(std::vector<RowRange> ranges)
{
    std::ranges::sort(ranges, {}, &RowRange::first);
    std::vector<RowRange> merged;
    for (const auto& range : ranges) {
        if (!merged.empty() && range.first <= merged.back().last + 1) {
            merged.back().last = std::max(merged.back().last, range.last);
        } else {
            merged.push_back(range);
        }
    }
    return merged;
}

} // namespace

SequenceBytes bytes_of(domain::Sequence sequence)
{
    SequenceBytes bytes{};
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        bytes[index] = static_cast<std::byte>(sequence >> (8 * index));
    }
    return bytes;
}

vault::Digest first_link()
{
    constexpr std::string_view name = "verandah journal 3";
    return vault::hash({std::as_bytes(std::span{name})});
}

vault::Digest link_after(const vault::Digest& before, domain::Sequence sequence, const vault::Digest& content)
{
    const auto number = bytes_of(sequence);
    return vault::hash({before, number, content});
}

const Position& ChainProof::take(const StoredRow& row)
{
    const auto due = position_.last + 1;
    if (row.sequence != due) {
        throw DamagedJournal{due, fmt::format("event {} is missing; the next one is {}", due, row.sequence)};
    }
    vault::Digest content{};
    if (row.original.empty()) {
        content = vault::hash({row.sealed});
    } else if (row.original.size() == content.size()) {
        std::ranges::copy(row.original, content.begin());
        note_blot(row);
    } else {
        throw DamagedJournal{due, fmt::format("event {} was changed", due)};
    }
    if (is_forgetting(row.sealed)) {
        note_forgetting(row);
    }
    position_ = {due, link_after(position_.chain, due, content)};
    return position_;
}

const Position& ChainProof::take(const StoredRow& row, std::span<const std::byte> chain)
{
    take(row);
    if (!vault::equal_in_constant_time(position_.chain, chain)) {
        throw DamagedJournal{row.sequence, fmt::format("event {} or the one before it was changed", row.sequence)};
    }
    return position_;
}

void ChainProof::note_blot(const StoredRow& row)
{
    ++forgotten_;
    if (row.sealed.empty()) {
        add_row(emptied_, row.sequence);
    } else {
        exchanged_.push_back({row.sequence, vault::hash({row.sealed})});
    }
}

void ChainProof::note_forgetting(const StoredRow& row)
{
    auto forgetting = split_forgetting(row.sealed);
    const auto is_before = [&row](domain::Sequence other) { return other < row.sequence; };
    if (!forgetting || !std::ranges::all_of(forgetting->blots.emptied, is_before, &RowRange::last) ||
        !std::ranges::all_of(forgetting->blots.exchanged, is_before, &ExchangedRow::row)) {
        throw DamagedJournal{row.sequence,
                             fmt::format("event {} says that something was forgotten, and not what", row.sequence)};
    }
    blots_.push_back(std::move(forgetting->blots));
}

void ChainProof::end() const
{
    const auto unexplained = [](domain::Sequence row) {
        return DamagedJournal{
            row,
            fmt::format("event {} was taken out or exchanged, and nothing after it says that it was forgotten", row)};
    };
    std::vector<RowRange> emptied;
    std::map<domain::Sequence, vault::Digest> exchanged; // by the last one that says so
    for (const auto& blots : blots_) {
        emptied.insert(emptied.end(), blots.emptied.begin(), blots.emptied.end());
        for (const auto& row : blots.exchanged) {
            exchanged.insert_or_assign(row.row, row.content);
        }
    }
    const auto named = as_one(std::move(emptied));
    for (const auto& range : emptied_) {
        const auto behind = std::ranges::upper_bound(named, range.first, {}, &RowRange::first);
        const auto explained = behind == named.begin() ? 0 : std::prev(behind)->last; // up to here
        if (explained < range.last) {
            throw unexplained(std::max(range.first, explained + 1));
        }
    }
    for (const auto& row : exchanged_) {
        const auto meant = exchanged.find(row.row);
        if (meant == exchanged.end() || meant->second != row.content) {
            throw unexplained(row.row);
        }
    }
}

} // namespace verandah::store
