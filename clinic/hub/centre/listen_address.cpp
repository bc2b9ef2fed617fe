// SPDX-License-Identifier: Apache-2.0
// An address and a port, apart and together.
#include "clinic/hub/centre/listen_address.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>

#include <charconv>
#include <optional>

namespace verandah::hub {
namespace {

bool is_address(int family, const std::string& text)
{
    in6_addr binary{}; // large enough for either family
    return inet_pton(family, text.c_str(), &binary) == 1;
}

std::optional<std::uint16_t> parse_port(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{port} : std::nullopt;
}

} // namespace

std::expected<ListenAddress, domain::Refusal> ListenAddress::make(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon != std::string_view::npos) {
        auto host = text.substr(0, colon);
        const auto port = parse_port(text.substr(colon + 1));
        const bool bracketed = host.starts_with('[') && host.ends_with(']');
        if (bracketed) {
            host = host.substr(1, host.size() - 2);
        }
        if (port && is_address(bracketed ? AF_INET6 : AF_INET, std::string{host})) {
            return ListenAddress{std::string{host}, *port};
        }
    }
    return domain::refuse(domain::Refusal::Why::invalid_input, "not an IP address and a port, such as 0.0.0.0:8443");
}

std::string ListenAddress::text() const
{
    const bool version_6 = address.find(':') != std::string::npos;
    return version_6 ? fmt::format("[{}]:{}", address, port) : fmt::format("{}:{}", address, port);
}

} // namespace verandah::hub
