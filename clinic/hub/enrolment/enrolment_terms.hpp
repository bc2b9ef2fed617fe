// SPDX-License-Identifier: Apache-2.0
// What a hub needs to let new devices in.
#pragma once

#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/centre_file.hpp"
#include "shared/domain/enrolment/enrolment_code.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace verandah::hub {

struct EnrolmentTerms {
    Authority authority;
    domain::AuthorityHash authority_hash; ///< Of its public key.
    std::string server_certificate;
    std::string server_private_key;
    std::string server_key_sha256;
    ListenAddress door;                      ///< Where the enrolment door listens; port 0: any free one.
    std::string host;                        ///< Where devices find this machine.
    std::string hub_name;                    ///< What they shall expect the hub's certificate to be for.
    std::function<std::uint16_t()> hub_port; ///< Of the hub itself, once it listens.
};

/// For a hub that listens at `listen`. Refuses with invalid_input when a certificate is damaged.
[[nodiscard]] std::expected<EnrolmentTerms, domain::Refusal>
enrolment_terms(const Authority& authority, std::string server_certificate, std::string server_private_key,
                const HubSettings& settings, const ListenAddress& listen, std::function<std::uint16_t()> hub_port);

} // namespace verandah::hub
