// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a file of checkpoints or on a stick: it is refused, or it is a trail that is written as it was
// read. The same for a backup's label and an incarnation's file.
#include "clinic/store/audit/signed_checkpoint.hpp"
#include "clinic/store/backup/backup_file.hpp"
#include "clinic/store/backup/incarnation_file.hpp"

#include <cstdlib>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto read = store::read_trails(text)) {
        std::string written;
        for (const auto& trail : read->trails) {
            written += store::text_of(trail);
        }
        if (written != text.substr(0, read->whole)) {
            std::abort();
        }
    }
    if (const auto label = store::label_in(text); label && store::text_of(*label) != text) {
        std::abort();
    }
    if (const auto incarnation = store::incarnation_in(text); incarnation && store::text_of(*incarnation) != text) {
        std::abort();
    }
    return 0;
}
