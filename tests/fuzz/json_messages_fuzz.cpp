// SPDX-License-Identifier: Apache-2.0
// Whatever a device sends: it is refused, or it is a message that reads back as the same message. The first byte
// chooses which kind of message it is taken for.
#include "tests/wire/every_message.hpp"

#include <cstdint>
#include <cstdlib>

using verandah::test::every_message;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto& kind = every_message[data[0] % every_message.size()];
    const auto written = kind.read_and_write({reinterpret_cast<const char*>(data) + 1, size - 1});
    if (written && kind.read_and_write(*written) != written) {
        std::abort();
    }
    return 0;
}
