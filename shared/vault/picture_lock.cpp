// SPDX-License-Identifier: Apache-2.0
// A phrase as a salted hash.
#include "shared/vault/picture_lock.hpp"

#include "shared/vault/hash.hpp"
#include "shared/vault/random.hpp"

#include <algorithm>

namespace verandah::vault {

namespace {

using Half = std::array<std::byte, 16>;

Half digest_of_phrase(const Half& salt, const domain::PicturePhrase& phrase)
{
    const auto whole = hash({std::span{salt}, std::as_bytes(std::span{phrase.numbers()})});
    Half half{};
    std::copy_n(whole.begin(), half.size(), half.begin());
    return half;
}

} // namespace

domain::PictureLock lock_with(const domain::PicturePhrase& phrase)
{
    Half salt{};
    fill_random(salt);
    return {salt, digest_of_phrase(salt, phrase)};
}

bool opens(const domain::PictureLock& lock, const domain::PicturePhrase& phrase)
{
    return equal_in_constant_time(digest_of_phrase(lock.salt, phrase), lock.digest);
}

} // namespace verandah::vault
