// SPDX-License-Identifier: Apache-2.0
// The list of a forgetting as bytes, of which every one may be a lie when it is read.
#include "clinic/store/forgetting/blotted_rows.hpp"

#include <algorithm>

namespace verandah::store {

namespace {

// Permanent.
constexpr std::byte mark_of_forgetting{'f'};
constexpr std::byte mark_of_visitor{'v'};
constexpr std::byte mark_of_day{'d'};

void put(std::vector<std::byte>& bytes, std::uint64_t number, std::size_t size)
{
    for (std::size_t index = 0; index < size; ++index) {
        bytes.push_back(static_cast<std::byte>(number >> (8 * index)));
    }
}

std::vector<std::byte> bytes_of(const BlottedRows& blots)
{
    std::vector<std::byte> bytes{blots.of == BlottedRows::Of::visitor ? mark_of_visitor : mark_of_day};
    put(bytes, blots.emptied.size(), 4);
    for (const auto& range : blots.emptied) {
        put(bytes, range.first, 8);
        put(bytes, range.last, 8);
    }
    put(bytes, blots.exchanged.size(), 4);
    for (const auto& exchanged : blots.exchanged) {
        put(bytes, exchanged.row, 8);
        bytes.insert(bytes.end(), exchanged.content.begin(), exchanged.content.end());
    }
    return bytes;
}

/// Takes from the front; says false for good once there was too little.
class Front {
public:
    explicit Front(std::span<const std::byte> bytes) : left_{bytes} {}

    std::span<const std::byte> take(std::size_t size)
    {
        is_whole_ = is_whole_ && size <= left_.size();
        const auto taken = left_.first(is_whole_ ? size : 0);
        left_ = left_.subspan(taken.size());
        return taken;
    }
    std::uint64_t number(std::size_t size)
    {
        std::uint64_t number = 0;
        std::size_t shift = 0;
        for (const auto byte : take(size)) {
            number |= std::to_integer<std::uint64_t>(byte) << shift;
            shift += 8;
        }
        return number;
    }
    /// A count of things of `size` each, of which so many can be there.
    std::size_t count(std::size_t size)
    {
        const auto count = number(4);
        is_whole_ = is_whole_ && count <= left_.size() / size;
        return is_whole_ ? count : 0;
    }
    [[nodiscard]] bool is_whole() const { return is_whole_; }
    [[nodiscard]] std::span<const std::byte> left() const { return left_; }

private:
    std::span<const std::byte> left_;
    bool is_whole_{true};
};

std::optional<BlottedRows> blots_in(std::span<const std::byte> bytes)
{
    Front front{bytes};
    const auto mark = front.take(1);
    if (!front.is_whole() || (mark.front() != mark_of_visitor && mark.front() != mark_of_day)) {
        return std::nullopt;
    }
    BlottedRows blots{.of = mark.front() == mark_of_visitor ? BlottedRows::Of::visitor : BlottedRows::Of::day,
                      .emptied = {},
                      .exchanged = {}};
    domain::Sequence before = 0;
    bool rises = true;
    for (auto count = front.count(8 + 8); count > 0; --count) {
        const auto first = front.number(8);
        const auto last = front.number(8);
        rises = rises && before < first && first <= last;
        before = last;
        blots.emptied.push_back({first, last});
    }
    before = 0;
    for (auto count = front.count(8 + std::tuple_size_v<vault::Digest>); count > 0; --count) {
        ExchangedRow exchanged{front.number(8), {}};
        std::ranges::copy(front.take(exchanged.content.size()), exchanged.content.begin());
        rises = rises && before < exchanged.row;
        before = exchanged.row;
        blots.exchanged.push_back(exchanged);
    }
    return front.is_whole() && front.left().empty() && rises ? std::optional{std::move(blots)} : std::nullopt;
}

} // namespace

void add_row(std::vector<RowRange>& ranges, domain::Sequence row)
{
    if (!ranges.empty() && ranges.back().last + 1 == row) {
        ranges.back().last = row;
    } else {
        ranges.push_back({row, row});
    }
}

bool contain(std::span<const RowRange> ranges, domain::Sequence row)
{
    const auto behind = std::ranges::upper_bound(ranges, row, {}, &RowRange::first);
    return behind != ranges.begin() && row <= std::prev(behind)->last;
}

std::vector<std::byte> with_blots(const BlottedRows& blots, std::span<const std::byte> row)
{
    const auto list = bytes_of(blots);
    std::vector<std::byte> bytes{mark_of_forgetting};
    bytes.reserve(1 + 4 + list.size() + row.size());
    put(bytes, list.size(), 4);
    bytes.insert(bytes.end(), list.begin(), list.end());
    bytes.insert(bytes.end(), row.begin(), row.end());
    return bytes;
}

bool is_forgetting(std::span<const std::byte> sealed)
{
    return !sealed.empty() && sealed.front() == mark_of_forgetting;
}

std::optional<ForgettingRow> split_forgetting(std::span<const std::byte> sealed)
{
    if (!is_forgetting(sealed)) {
        return std::nullopt;
    }
    Front front{sealed.subspan(1)};
    const auto list = front.take(front.count(1));
    auto blots = front.is_whole() ? blots_in(list) : std::nullopt;
    return blots && !is_forgetting(front.left()) ? std::optional{ForgettingRow{std::move(*blots), front.left()}}
                                                 : std::nullopt;
}

} // namespace verandah::store
