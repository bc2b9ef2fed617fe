// SPDX-License-Identifier: Apache-2.0
// Records under a file's key.
#include "shared/vault/record_sealer.hpp"

#include "shared/vault/packed.hpp"

namespace verandah::vault {

namespace {

constexpr std::string_view record_beginning = "record 1"; // permanent

/// The only part whose size varies stands between parts of a fixed size, so that no two places are the same bytes.
std::vector<std::byte> associated_with(const RecordPlace& place)
{
    std::vector<std::byte> bytes;
    append(bytes, std::as_bytes(std::span{record_beginning}));
    append(bytes, std::as_bytes(std::span{place.table}));
    append(bytes, static_cast<std::uint64_t>(place.row));
    append(bytes, place.version);
    return bytes;
}

} // namespace

std::vector<std::byte> RecordSealer::seal(std::span<const std::byte> content, const RecordPlace& place) const
{
    std::vector<std::byte> box;
    sealer_.seal(content, associated_with(place), box);
    return box;
}

std::optional<std::span<const std::byte>> RecordSealer::open(std::span<const std::byte> box, const RecordPlace& place,
                                                             std::vector<std::byte>& scratch) const
{
    return sealer_.open(box, associated_with(place), scratch);
}

} // namespace verandah::vault
