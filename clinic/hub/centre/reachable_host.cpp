// SPDX-License-Identifier: Apache-2.0
// Addresses of this machine, by getifaddrs(3).
#include "clinic/hub/centre/reachable_host.hpp"

#include "clinic/hub/centre/certificate_check.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace verandah::hub {
namespace {

constexpr std::uint16_t last_port = 65'535;

/// The numeric text of an interface's address of that family; nullopt for others, for the loopback, and for addresses
/// that hold on one cable only.
std::optional<std::string> address_of(const ifaddrs& interface, int family)
{
    const bool is_up = (interface.ifa_flags & IFF_UP) != 0 && (interface.ifa_flags & IFF_LOOPBACK) == 0;
    if (!is_up || interface.ifa_addr == nullptr || interface.ifa_addr->sa_family != family) {
        return std::nullopt;
    }
    const socklen_t size = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    std::array<char, NI_MAXHOST> text{};
    if (getnameinfo(interface.ifa_addr, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0) {
        return std::nullopt;
    }
    const std::string address{text.data()};
    return address.starts_with("fe80:") || address.starts_with("169.254.") ? std::nullopt : std::optional{address};
}

std::optional<std::string> address_on_network()
{
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) {
        return std::nullopt;
    }
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all{first, freeifaddrs};
    for (const int family : {AF_INET, AF_INET6}) {
        for (const auto* each = all.get(); each != nullptr; each = each->ifa_next) {
            if (auto address = address_of(*each, family)) {
                return address;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::string host_for_devices(const HubSettings& settings, const ListenAddress& listen)
{
    if (settings.address) {
        return *settings.address;
    }
    const bool everywhere = listen.address == "0.0.0.0" || listen.address == "::";
    return everywhere ? address_on_network().value_or("127.0.0.1") : listen.address;
}

std::string host_and_port(std::string_view host, std::uint16_t port)
{
    return host.contains(':') ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

std::string name_to_expect(std::string_view server_certificate, const HubSettings& settings, const std::string& host)
{
    std::vector<std::string> names{host};
    names.insert(names.end(), settings.names.begin(), settings.names.end());
    names.emplace_back("localhost");
    const auto missing = names_missing(server_certificate, names);
    const auto covered = std::ranges::find_if(
        names, [&missing](const std::string& name) { return std::ranges::find(missing, name) == missing.end(); });
    return covered == names.end() ? host : *covered;
}

ListenAddress door_address(const HubSettings& settings, const ListenAddress& listen)
{
    const auto next =
        static_cast<std::uint16_t>(listen.port == 0 ? 0 : (listen.port == last_port ? last_port - 1 : listen.port + 1));
    return {listen.address, settings.enrolment_port.value_or(next)};
}

} // namespace verandah::hub
