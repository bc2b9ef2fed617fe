// SPDX-License-Identifier: Apache-2.0
// How wishes are copied, compared and let go of.
#include "clinic/console/flow/wish.hpp"

namespace verandah::console {

Wish::Wish(const Wish& other) = default;
Wish::Wish(Wish&& other) noexcept = default;
Wish& Wish::operator=(const Wish& other) = default;
Wish& Wish::operator=(Wish&& other) noexcept = default;
Wish::~Wish() = default;

bool operator==(const Wish& one, const Wish& other)
{
    return static_cast<const OneWish&>(one) == static_cast<const OneWish&>(other);
}

RecordWish::RecordWish(const RecordWish& other) = default;
RecordWish::RecordWish(RecordWish&& other) noexcept = default;
RecordWish& RecordWish::operator=(const RecordWish& other) = default;
RecordWish& RecordWish::operator=(RecordWish&& other) noexcept = default;
RecordWish::~RecordWish() = default;

bool operator==(const RecordWish& one, const RecordWish& other)
{
    return static_cast<const OneRecordWish&>(one) == static_cast<const OneRecordWish&>(other);
}

} // namespace verandah::console
