// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a row of the journal: it is refused as unreadable, or it is an event that is written and read as
// the same event.
#include "clinic/store/event_codec.hpp"

#include <cstdlib>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto event = store::decode_event(std::as_bytes(std::span{data, size}));
        std::vector<std::uint8_t> bytes;
        store::encode_event(event, bytes);
        if (store::decode_event(std::as_bytes(std::span{bytes})) != event) {
            std::abort();
        }
    } catch (const store::UnreadableEvent&) {
        return 0;
    }
    return 0;
}
