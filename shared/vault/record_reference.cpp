// SPDX-License-Identifier: Apache-2.0
// References by keyed BLAKE2b.
#include "shared/vault/record_reference.hpp"

#include "shared/vault/hash.hpp"
#include "shared/vault/packed.hpp"

namespace verandah::vault {

domain::RecordReference reference_to(domain::FileId file, const RecordReferenceKey& key)
{
    std::vector<std::byte> id;
    append(id, static_cast<std::uint64_t>(file.value()));
    const auto digest = keyed_hash(key.bytes(), id);
    domain::RecordReference::Bytes bytes{};
    std::ranges::copy(std::span{digest}.first<std::tuple_size_v<domain::RecordReference::Bytes>>(), bytes.begin());
    return domain::RecordReference{bytes};
}

} // namespace verandah::vault
