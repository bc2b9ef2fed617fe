// SPDX-License-Identifier: Apache-2.0
// What happens to a visitor's pictures. For record_*.cpp only. Precondition of all: there is a record.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <vector>

namespace verandah::console {

[[nodiscard]] std::vector<Effect> handle_pictures(Console& console, const AskPictures& wish);
[[nodiscard]] std::vector<Effect> handle_pictures(Console& console, const ChoosePictures& wish);
[[nodiscard]] std::vector<Effect> handle_pictures(Console& console, const TouchPicture& wish);
[[nodiscard]] std::vector<Effect> handle_pictures(Console& console, const UntouchPicture& wish);
[[nodiscard]] std::vector<Effect> handle_pictures(Console& console, const ClosePictures& wish);

/// The hub did not open her file by them: she may try again. nullopt: nobody said why.
void pictures_did_not_open(Record& record, std::optional<domain::Refusal::Why> why);
[[nodiscard]] std::vector<Effect> pictures_kept(Console& console, const PicturesKept& event);
void pictures_not_kept(Record& record);

} // namespace verandah::console
