// SPDX-License-Identifier: Apache-2.0
// One file, exchanged in one step.
#include "clinic/hub/centre/server_renewal.hpp"

#include "clinic/hub/authority/certificate_authority.hpp"
#include "shared/files/private_file.hpp"

namespace verandah::hub {

bool renew_server_certificate_when_due(const FolderPaths& paths, domain::Instant now)
{
    const auto certificate = files::read_private_file(paths.server_certificate());
    const auto validity = certificate ? validity_of(*certificate) : std::unexpected{certificate.error()};
    if (!validity || now < validity->from + (validity->until - validity->from) / 3 * 2) {
        return false;
    }
    const auto key = files::read_private_file(paths.server_key());
    const auto authority = files::read_private_file(paths.authority_certificate());
    const auto authority_key = files::read_private_file(paths.authority_key());
    if (!key || !authority || !authority_key) {
        return false;
    }
    const auto renewed = renew_server({*authority, *authority_key}, *certificate, *key, now);
    return renewed && files::replace_private_file(paths.server_certificate(), renewed->certificate).has_value();
}

} // namespace verandah::hub
