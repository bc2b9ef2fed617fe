// SPDX-License-Identifier: Apache-2.0
// From a device's bundle to what a connection needs.
#include "shared/wire/http/of_bundle.hpp"

#include <charconv>
#include <string_view>

namespace verandah::wire {

HubAddress hub_of(const DeviceBundle& bundle)
{
    const std::string_view address = bundle.hub_address;
    const auto colon = address.rfind(':');
    auto host = address.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) { // an IPv6 address
        host = host.substr(1, host.size() - 2);
    }
    std::uint16_t port = 0;
    if (colon != std::string_view::npos) {
        std::from_chars(address.data() + colon + 1, address.data() + address.size(), port);
    }
    return {std::string{host}, port, bundle.hub_name, bundle.hub_public_key_sha256};
}

TlsIdentity identity_of(const DeviceBundle& bundle)
{
    return {bundle.certificate, bundle.private_key, bundle.authority};
}

} // namespace verandah::wire
