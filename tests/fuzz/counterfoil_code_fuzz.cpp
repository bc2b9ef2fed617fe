// SPDX-License-Identifier: Apache-2.0
// Whatever a scanner sends or somebody types as a counterfoil: it is refused, or its text reads back as the same code.
#include "shared/domain/referral/counterfoil_code.hpp"
#include "tests/fuzz/claim.hpp"

#include <cstdint>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto code = domain::CounterfoilCode::parse(text)) {
        test::claim(code->text().size() == domain::CounterfoilCode::text_size, "it has its length");
        test::claim(domain::CounterfoilCode::parse(code->text()) == *code, "its text is the same code");
        test::claim(domain::CounterfoilCode::parse(code->grouped()) == *code, "its groups are the same code");
    }
    return 0;
}
