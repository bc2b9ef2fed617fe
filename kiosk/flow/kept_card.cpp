// SPDX-License-Identifier: Apache-2.0
// explicit_bzero: unlike memset, the compiler may not decide that nobody will look.
#include "kiosk/flow/kept_card.hpp"

#include <string.h> // explicit_bzero is not in <cstring>

#include <type_traits>

namespace verandah::kiosk {

static_assert(std::is_trivially_copyable_v<domain::CardCode>, "its bytes are all there is to overwrite");

KeptCard::~KeptCard()
{
    explicit_bzero(static_cast<void*>(&code_), sizeof code_);
}

} // namespace verandah::kiosk
