// SPDX-License-Identifier: Apache-2.0
// Whatever is typed as a recovery code: it is refused, or it is a code whose text reads back as the same code.
#include "shared/vault/random.hpp"
#include "shared/vault/recovery_code.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <algorithm>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    vault::initialise();
    const auto code = vault::RecoveryCode::parse(test::text_of(data, size));
    if (code) {
        const auto again = vault::RecoveryCode::parse(code->text().view());
        test::claim(again && std::ranges::equal(again->key().bytes(), code->key().bytes()),
                    "its text is the same code");
    }
    return 0;
}
