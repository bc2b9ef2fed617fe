// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a key file or on a stick: it is refused, or it is slots that are written as they stand.
#include "shared/vault/key_slots.hpp"

#include <cstdint>
#include <cstdlib>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto slots = vault::KeySlots::read(text);
    if (slots && slots->text() != text) {
        std::abort();
    }
    static_cast<void>(vault::StickKey::read(text));
    return 0;
}
