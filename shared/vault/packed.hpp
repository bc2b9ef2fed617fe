// SPDX-License-Identifier: Apache-2.0
// Numbers and bytes one after another, as locks and associated data have them. For shared/vault/*.cpp only.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <vector>

namespace verandah::vault {

/// Appends `number`, little endian, all of its bytes.
template <std::unsigned_integral Number>
void append(std::vector<std::byte>& bytes, Number number)
{
    for (std::size_t index = 0; index < sizeof(Number); ++index) {
        bytes.push_back(static_cast<std::byte>(number >> (8 * index)));
    }
}

inline void append(std::vector<std::byte>& bytes, std::span<const std::byte> more)
{
    const auto before = bytes.size();
    bytes.resize(before + more.size()); // insert() would do, were it not for a false alarm of gcc 12's about its size
    std::ranges::copy(more, std::span{bytes}.subspan(before).begin());
}

/// Takes apart what append() put together. Precondition of each step: so many bytes are left.
class Unpacking {
public:
    explicit Unpacking(std::span<const std::byte> bytes) : left_{bytes} {}

    template <std::unsigned_integral Number>
    [[nodiscard]] Number number()
    {
        Number number = 0;
        for (std::size_t index = 0; index < sizeof(Number); ++index) {
            number |= static_cast<Number>(std::to_integer<Number>(left_[index]) << (8 * index));
        }
        left_ = left_.subspan(sizeof(Number));
        return number;
    }

    template <class Array>
    [[nodiscard]] Array bytes()
    {
        Array array;
        std::ranges::copy(left_.first(array.size()), array.begin());
        left_ = left_.subspan(array.size());
        return array;
    }

private:
    std::span<const std::byte> left_;
};

} // namespace verandah::vault
