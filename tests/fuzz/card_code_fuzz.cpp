// SPDX-License-Identifier: Apache-2.0
// Whatever a scanner sends: it is refused, or it is a code whose text reads back as the same code.
#include "shared/domain/card/card_code.hpp"

#include <cstdint>
#include <cstdlib>

using verandah::domain::CardCode;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto code = CardCode::parse({reinterpret_cast<const char*>(data), size});
    if (code && (code->text().size() != CardCode::text_size || CardCode::parse(code->text()) != *code)) {
        std::abort();
    }
    return 0;
}
