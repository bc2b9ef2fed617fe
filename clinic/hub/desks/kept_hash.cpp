// SPDX-License-Identifier: Apache-2.0
// explicit_bzero: unlike memset, the compiler may not decide that nobody will look.
#include "clinic/hub/desks/kept_hash.hpp"

#include <string.h> // explicit_bzero is not in <cstring>

#include <type_traits>

namespace verandah::hub {

static_assert(std::is_trivially_copyable_v<domain::CardHash>, "its bytes are all there is to overwrite");

KeptHash::~KeptHash()
{
    explicit_bzero(static_cast<void*>(&hash_), sizeof hash_);
}

} // namespace verandah::hub
