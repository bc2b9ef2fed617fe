// SPDX-License-Identifier: Apache-2.0
// Keys for totals, by crypto_kdf of libsodium.
#include "shared/vault/counts.hpp"

#include "shared/vault/hash.hpp"
#include "shared/vault/packed.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace verandah::vault {

namespace {

// Permanent: exactly crypto_kdf's 8 bytes each.
constexpr char counts_context[crypto_kdf_CONTEXTBYTES + 1] = "counts  ";
constexpr char pseudonym_context[crypto_kdf_CONTEXTBYTES + 1] = "pseudony";
constexpr std::uint64_t first_key_number = 1;

SecretBytes derive(const ClinicKey& clinic, const char* context)
{
    SecretBytes derived;
    crypto_kdf_derive_from_key(sodium_view(derived.bytes()), key_size, first_key_number, context,
                               sodium_view(clinic.bytes()));
    return derived;
}

} // namespace

CountsKey counts_key(const ClinicKey& clinic)
{
    return CountsKey{derive(clinic, static_cast<const char*>(counts_context))};
}

PseudonymKey pseudonym_key(const ClinicKey& clinic)
{
    return PseudonymKey{derive(clinic, static_cast<const char*>(pseudonym_context))};
}

Pseudonym pseudonym_of(domain::FileId file, std::string_view period, const PseudonymKey& key)
{
    std::vector<std::byte> content;
    append(content, static_cast<std::uint64_t>(file.value()));
    append(content, std::as_bytes(std::span{period}));
    const auto digest = keyed_hash(key.bytes(), content);
    Pseudonym pseudonym{};
    std::copy_n(digest.begin(), pseudonym.size(), pseudonym.begin());
    return pseudonym;
}

Pseudonym pseudonym_of(domain::FileId file, std::string_view period, std::string_view thing, const PseudonymKey& key)
{
    std::string named{period};
    named += '/'; // stands in no period, so that no file is ever named like a thing
    named += thing;
    return pseudonym_of(file, named, key);
}

} // namespace verandah::vault
