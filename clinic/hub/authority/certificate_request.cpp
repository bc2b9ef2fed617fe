// SPDX-License-Identifier: Apache-2.0
// Certificate requests, read with mistrust.
#include "clinic/hub/authority/certificate_request.hpp"

namespace verandah::hub {

using namespace wire::openssl;

namespace {

bool is_p256(EVP_PKEY* key)
{
    std::array<char, 32> group{};
    std::size_t size = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
           std::string_view{group.data(), size} == "prime256v1";
}

} // namespace

std::expected<Key, domain::Refusal> requested_key(std::string_view text)
{
    constexpr std::size_t longest_request = std::size_t{8} * 1024;
    const auto request = text.size() <= longest_request ? read_pem<CertificateRequest>(text, PEM_read_bio_X509_REQ)
                                                        : CertificateRequest{};
    Key key{request ? X509_REQ_get_pubkey(request.get()) : nullptr};
    const bool is_right = key && is_p256(key.get()) && X509_REQ_verify(request.get(), key.get()) == 1;
    ERR_clear_error();
    if (!is_right) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              "no certificate request for an EC P-256 key, signed by that key");
    }
    return key;
}

} // namespace verandah::hub
