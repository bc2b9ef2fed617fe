// SPDX-License-Identifier: Apache-2.0
// From certificates and settings to what devices are told.
#include "clinic/hub/enrolment/enrolment_terms.hpp"

#include "clinic/hub/centre/reachable_host.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <utility>

namespace verandah::hub {

std::expected<EnrolmentTerms, domain::Refusal>
enrolment_terms(const Authority& authority, std::string server_certificate, std::string server_private_key,
                const HubSettings& settings, const ListenAddress& listen, std::function<std::uint16_t()> hub_port)
{
    const auto authority_key = public_key_sha256(authority.certificate);
    if (!authority_key) {
        return std::unexpected{authority_key.error()};
    }
    auto server_key = public_key_sha256(server_certificate);
    if (!server_key) {
        return std::unexpected{std::move(server_key.error())};
    }
    auto host = host_for_devices(settings, listen);
    auto name = name_to_expect(server_certificate, settings, host);
    return EnrolmentTerms{.authority = authority,
                          .authority_hash = *vault::bytes_in<std::tuple_size_v<domain::AuthorityHash>>(*authority_key),
                          .server_certificate = std::move(server_certificate),
                          .server_private_key = std::move(server_private_key),
                          .server_key_sha256 = *std::move(server_key),
                          .door = door_address(settings, listen),
                          .host = std::move(host),
                          .hub_name = std::move(name),
                          .hub_port = std::move(hub_port)};
}

} // namespace verandah::hub
