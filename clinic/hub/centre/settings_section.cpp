// SPDX-License-Identifier: Apache-2.0
// [limits], [hub] and [keys]: the numbers of the line's rules, how the hub is reached, and how it guards its key.
#include "clinic/hub/centre/sections.hpp"
#include "shared/domain/queue/ticket_number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::hub {
namespace {

/// Letters of host names and of IP addresses. Whether it is either is decided when the certificate is made.
bool is_host_name(std::string_view name)
{
    const auto allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == ':';
    };
    return std::ranges::all_of(name, allowed);
}

ListenAddress read_listen(TableReader& section)
{
    const auto text = section.optional_text("listen", {"0.0.0.0:8443"});
    if (!text) {
        return {};
    }
    const auto address = ListenAddress::make(*text);
    if (!address && !text->empty()) {
        section.refuse(section.place("listen"), fmt::format("\"{}\" is no address to listen on", *text),
                       "Write an IP address of this machine and a port, such as \"0.0.0.0:8443\" for all of them.");
    }
    return address.value_or(ListenAddress{});
}

std::vector<std::string> read_names(TableReader& section)
{
    constexpr std::size_t longest_name = 253; // of a host name in DNS
    std::vector<std::string> names;
    OnlyOnce once{"the name"};
    for (const auto& name : section.some_texts("names", {"localhost", longest_name})) {
        once.take(section, name);
        if (!is_host_name(name.value)) {
            section.refuse(name.place, fmt::format("\"{}\" is no host name or IP address", name.value),
                           "Write names such as \"localhost\", \"hub.lan\" or \"192.168.1.10\".");
        }
        names.push_back(name.value);
    }
    return names;
}

std::optional<std::string> read_address(TableReader& section)
{
    constexpr std::size_t longest_name = 253; // of a host name in DNS
    auto address = section.optional_text("address", {"192.168.1.10", longest_name});
    if (address && !is_host_name(*address)) {
        section.refuse(section.place("address"), fmt::format("\"{}\" is no host name or IP address", *address),
                       "Write where devices find this machine, without a port, such as \"192.168.1.10\".");
    }
    return address;
}

std::optional<std::uint16_t> read_enrolment_port(TableReader& section, const ListenAddress& listen)
{
    constexpr int last_port = 65'535;
    const bool is_said = section.has("enrolment_port");
    const auto port = static_cast<std::uint16_t>( // asked for in any case, so that a slip in its name finds it
        section.number("enrolment_port", {.least = 1, .most = last_port, .usual = ListenAddress{}.port + 1}));
    if (!is_said) {
        return std::nullopt;
    }
    if (port == listen.port) {
        section.refuse(section.place("enrolment_port"), fmt::format("{} is the port of `listen` already", port),
                       "Write another port, such as the next one.");
    }
    return port;
}

/// Neither is cheap to guess at: the lighter one is the least that a lock may cost at all.
vault::Argon2Cost read_passphrase_cost(TableReader& section)
{
    const auto word = section.optional_text("passphrase_cost", {"usual"});
    if (word && !word->empty() && *word != "usual" && *word != "light") {
        section.refuse(section.place("passphrase_cost"), fmt::format("\"{}\" is no cost", *word),
                       "Write \"usual\" (256 MB for a moment at each sign-in) or \"light\" (64 MB).");
    }
    return word == "light" ? vault::Argon2Cost::lightest() : vault::Argon2Cost::usual();
}

} // namespace

HubSettings read_hub_settings(Reading& reading)
{
    HubSettings settings;
    auto section = reading.root.table("hub");
    if (!section) {
        return settings;
    }
    settings.listen = read_listen(*section);
    settings.enrolment_port = read_enrolment_port(*section, settings.listen);
    settings.address = read_address(*section);
    if (section->has("names")) {
        settings.names = read_names(*section);
    }
    settings.passphrase_cost = read_passphrase_cost(*section);
    section->refuse_other_keys();
    return settings;
}

KeySettings read_key_settings(Reading& reading)
{
    KeySettings settings;
    if (auto section = reading.root.table("keys")) {
        settings.lock_at_closing = section->is_true("lock_at_closing");
        section->refuse_other_keys();
    }
    return settings;
}

domain::LineLimits read_limits(Reading& reading)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    domain::LineLimits limits;
    auto section = reading.root.table("limits");
    if (!section) {
        return limits;
    }
    const auto number = [&section](std::string_view key, int least, int most, auto usual) {
        return section->number(key, {.least = least, .most = most, .usual = static_cast<int>(usual)});
    };
    limits.numbers_per_day = number("numbers_per_day", 10, domain::TicketNumber::largest, limits.numbers_per_day);
    limits.calls_before_away = number("calls_before_away", 1, 20, limits.calls_before_away);
    limits.call_lasts = minutes{number("call_lasts_minutes", 1, 60, limits.call_lasts.count())};
    limits.return_after_calls = number("return_after_calls", 0, 20, limits.return_after_calls);
    limits.longest_hold = minutes{number("longest_hold_minutes", 1, 1440, limits.longest_hold.count())};
    limits.keys_remembered = hours{number("keys_remembered_hours", 1, 168, limits.keys_remembered.count())};
    section->refuse_other_keys();
    return limits;
}

} // namespace verandah::hub
