// SPDX-License-Identifier: Apache-2.0
// Whatever lies beside the backups as the list of what was forgotten: it is refused, or it is rows that rise and say
// the same text again.
#include "clinic/store/forgetting/forgotten_list.hpp"
#include "tests/fuzz/claim.hpp"

#include <algorithm>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto list = store::forgotten_list_in(text);
    if (!list) {
        test::claim(list.error().why == domain::Refusal::Why::invalid_input, "noise is refused as such");
        return 0;
    }
    const auto& rows = list->rows;
    test::claim(std::ranges::adjacent_find(rows, std::ranges::greater_equal{}) == rows.end(), "rows rise, each once");
    test::claim(std::ranges::all_of(rows, [](const auto& row) { return row.row > 0; }), "rows are counted from 1");
    test::claim(store::text_of(*list) == text, "what was read is written the same");
    return 0;
}
