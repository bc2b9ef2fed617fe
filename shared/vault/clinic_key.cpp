// SPDX-License-Identifier: Apache-2.0
// The clinic key by crypto_box_seal, files' keys by seal_key().
#include "shared/vault/clinic_key.hpp"

#include "shared/vault/packed.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;

constexpr std::string_view file_key_beginning = "clinfile"; // permanent; ids and numbers of fixed size follow

static_assert(std::tuple_size_v<SealedClinicKey> == crypto_box_SEALBYTES + key_size);

std::vector<std::byte> associated_with(const FileKeyName& name)
{
    std::vector<std::byte> bytes;
    append(bytes, std::as_bytes(std::span{file_key_beginning}));
    append(bytes, static_cast<std::uint64_t>(name.file.value()));
    append(bytes, name.version);
    return bytes;
}

} // namespace

ClinicKey make_clinic_key()
{
    return ClinicKey{fresh_key()};
}

SealedClinicKey seal_clinic_key(const ClinicKey& key, const StaffPublicKey& member)
{
    SealedClinicKey sealed;
    crypto_box_seal(sodium_view(std::span{sealed}), sodium_view(key.bytes()), key_size,
                    sodium_view(std::span{member.bytes}));
    return sealed;
}

std::expected<ClinicKey, domain::Refusal> open_clinic_key(std::span<const std::byte> sealed, const StaffSecret& member)
{
    SecretBytes key;
    const auto public_key = member.public_key();
    if (sealed.size() != std::tuple_size_v<SealedClinicKey> ||
        crypto_box_seal_open(sodium_view(key.bytes()), sodium_view(sealed), sealed.size(),
                             sodium_view(std::span{public_key.bytes}), sodium_view(member.bytes())) != 0) {
        return domain::refuse(Why::not_allowed, "this clinic key is not sealed to this member");
    }
    return ClinicKey{std::move(key)};
}

FileKey make_file_key()
{
    return FileKey{fresh_key()};
}

SealedKey wrap_file_key(const FileKey& key, const FileKeyName& name, const ClinicKey& clinic)
{
    return seal_key(key.bytes(), clinic.bytes(), associated_with(name));
}

std::expected<FileKey, domain::Refusal> unwrap_file_key(std::span<const std::byte> wrapped, const FileKeyName& name,
                                                        const ClinicKey& clinic)
{
    SealedKey sealed{};
    if (wrapped.size() == sealed.size()) {
        std::ranges::copy(wrapped, sealed.begin());
        if (auto key = open_key(sealed, clinic.bytes(), associated_with(name))) {
            return FileKey{std::move(*key)};
        }
    }
    return domain::refuse(Why::not_allowed, "this is not the file's key, or not under this clinic key");
}

} // namespace verandah::vault
