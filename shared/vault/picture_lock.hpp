// SPDX-License-Identifier: Apache-2.0
// Knows a visitor's phrase of pictures again without keeping it.
#pragma once

#include "shared/domain/record/picture_phrase.hpp"

namespace verandah::vault {

/// A salted hash, and no slow one: it lies sealed in the very file that it opens, so whoever could try phrases on it
/// has that file already. What protects a phrase is that it is tried at a console, a few times (most_wrong_phrases).
[[nodiscard]] domain::PictureLock lock_with(const domain::PicturePhrase& phrase); ///< Another salt each time.
/// Takes the same time for every phrase.
[[nodiscard]] bool opens(const domain::PictureLock& lock, const domain::PicturePhrase& phrase);

} // namespace verandah::vault
