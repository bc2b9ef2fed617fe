// SPDX-License-Identifier: Apache-2.0
// The bundle's file: strict TOML, read with line numbers, written privately.
#include "shared/wire/device_bundle.hpp"

#include "shared/files/private_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace verandah::wire {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

constexpr std::int64_t version = 1;

bool is_letter_or_digit(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

bool is_kind(std::string_view text)
{
    return parse_device_kind(text).has_value();
}

bool is_name(std::string_view text)
{
    return DeviceName::make(text).has_value();
}

/// A DNS name or an IP address, as far as a bundle can tell; TLS compares it with the certificate in the end.
bool is_host(std::string_view text)
{
    constexpr std::size_t longest_dns_name = 253;
    return !text.empty() && text.size() <= longest_dns_name && std::ranges::all_of(text, [](char character) {
        return is_letter_or_digit(character) || character == '.' || character == '-' || character == ':';
    });
}

bool is_port(std::string_view text)
{
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

bool is_address(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || !is_port(text.substr(colon + 1))) {
        return false;
    }
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) {
        host.remove_prefix(1);
        host.remove_suffix(1);
        return is_host(host);
    }
    return is_host(host) && host.find(':') == std::string_view::npos; // an IPv6 address needs its brackets
}

bool is_sha256(std::string_view text)
{
    constexpr std::size_t hex_digits = 64;
    return text.size() == hex_digits && std::ranges::all_of(text, [](char character) {
               return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
           });
}

/// Whether it has PEM's frame and characters. What is inside is judged by the TLS library that uses it.
bool is_pem(std::string_view text, std::string_view first_line, std::string_view last_line)
{
    return text.starts_with(first_line) && text.ends_with(last_line) && std::ranges::all_of(text, [](char character) {
               return is_letter_or_digit(character) || std::string_view{"+/= -\n"}.contains(character);
           });
}

bool is_certificate(std::string_view text)
{
    return is_pem(text, "-----BEGIN CERTIFICATE-----\n", "\n-----END CERTIFICATE-----\n");
}

bool is_private_key(std::string_view text)
{
    return is_pem(text, "-----BEGIN PRIVATE KEY-----\n", "\n-----END PRIVATE KEY-----\n");
}

/// One key of the file. The same table checks what is read, checks what is to be written, and writes it.
struct Field {
    enum class Form { line, block };
    std::string_view key;
    Form form;
    bool (*is_valid)(std::string_view);
    std::string_view wanted; ///< What a valid value is, for the person who has to put it right.
};

// Permanent: a released version of the file keeps its keys.
constexpr std::array fields{
    Field{"kind", Field::Form::line, is_kind, "kiosk, console or board"},
    Field{"name", Field::Form::line, is_name, "1 to 32 of a-z, 0-9 and '-', not beginning with '-'"},
    Field{"hub_address", Field::Form::line, is_address, "a host and a port, such as 192.168.1.10:8443"},
    Field{"hub_name", Field::Form::line, is_host, "a DNS name or an IP address"},
    Field{"hub_public_key_sha256", Field::Form::line, is_sha256, "64 lower-case hexadecimal digits"},
    Field{"certificate", Field::Form::block, is_certificate, "one or more PEM certificates"},
    Field{"private_key", Field::Form::block, is_private_key, "a PEM private key"},
    Field{"authority", Field::Form::block, is_certificate, "one or more PEM certificates"},
};

/// The values in the order of `fields`.
using Values = std::array<std::string, fields.size()>;

Values values_of(const DeviceBundle& bundle)
{
    return {std::string{word_for(bundle.kind)}, bundle.name.text(), bundle.hub_address, bundle.hub_name,
            bundle.hub_public_key_sha256,       bundle.certificate, bundle.private_key, bundle.authority};
}

/// Precondition: every value is valid.
DeviceBundle bundle_of(const Values& values)
{
    return {.kind = parse_device_kind(values[0]).value(),
            .name = DeviceName::make(values[1]).value(),
            .hub_address = values[2],
            .hub_name = values[3],
            .hub_public_key_sha256 = values[4],
            .certificate = values[5],
            .private_key = values[6],
            .authority = values[7]};
}

std::unexpected<Refusal> refuse_at(const std::filesystem::path& file, toml::source_index line, std::string_view what)
{
    return domain::refuse(Why::invalid_input, fmt::format("{}:{}: {}", file.string(), line, what));
}

/// What is wrong with the version or with the names of the keys, if anything.
std::optional<std::unexpected<Refusal>> fault_of_keys(const toml::table& table, const std::filesystem::path& file)
{
    const auto* stated = table.get("version");
    if (stated == nullptr) {
        return refuse_at(file, 1, "not a device bundle: `version = 1` is missing");
    }
    if (stated->value_exact<std::int64_t>() != version) {
        return refuse_at(file, stated->source().begin.line, "a device bundle of another version; this program reads 1");
    }
    for (const auto& [key, node] : table) {
        if (key.str() != "version" && std::ranges::find(fields, key.str(), &Field::key) == fields.end()) {
            return refuse_at(file, key.source().begin.line, "a key that no device bundle has");
        }
    }
    return std::nullopt;
}

std::expected<DeviceBundle, Refusal> read_table(const toml::table& table, const std::filesystem::path& file)
{
    if (auto fault = fault_of_keys(table, file)) {
        return *std::move(fault);
    }
    Values values;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        const auto& field = fields[index];
        const auto* node = table.get(field.key);
        if (node == nullptr) {
            return refuse_at(file, 1, fmt::format("`{}` is missing: {}", field.key, field.wanted));
        }
        const auto value = node->value_exact<std::string_view>();
        if (!value || !field.is_valid(*value)) {
            return refuse_at(file, node->source().begin.line, fmt::format("`{}` must be {}", field.key, field.wanted));
        }
        values[index] = *value;
    }
    return bundle_of(values);
}

} // namespace

std::expected<DeviceBundle, Refusal> read_bundle(const std::filesystem::path& file)
{
    const auto text = files::read_private_file(file);
    if (!text) {
        return std::unexpected{text.error()};
    }
    try {
        return read_table(toml::parse(*text), file);
    } catch (const toml::parse_error& error) {
        // The library's own words may quote what it read, and that may be the private key.
        return refuse_at(file, error.source().begin.line, "not TOML from here on; is the file damaged or cut short?");
    }
}

namespace {

std::expected<std::string, Refusal> text_of(const DeviceBundle& bundle)
{
    const auto values = values_of(bundle);
    auto text =
        fmt::format("# All this device needs to reach its hub. Whoever has this file is the device: keep it private.\n"
                    "version = {}\n",
                    version);
    for (std::size_t index = 0; index < fields.size(); ++index) {
        const auto& [key, form, is_valid, wanted] = fields[index];
        if (!is_valid(values[index])) {
            return domain::refuse(Why::invalid_input, fmt::format("`{}` must be {}", key, wanted));
        }
        // No valid value has a quotation mark, a backslash or a control character, so none needs escaping.
        text += form == Field::Form::line ? fmt::format("{} = \"{}\"\n", key, values[index])
                                          : fmt::format("{} = '''\n{}'''\n", key, values[index]);
    }
    return text;
}

} // namespace

std::expected<void, Refusal> write_bundle(const std::filesystem::path& file, const DeviceBundle& bundle)
{
    const auto text = text_of(bundle);
    return text ? files::write_private_file(file, *text) : std::unexpected{text.error()};
}

std::expected<void, Refusal> replace_bundle(const std::filesystem::path& file, const DeviceBundle& bundle)
{
    const auto text = text_of(bundle);
    return text ? files::replace_private_file(file, *text) : std::unexpected{text.error()};
}

} // namespace verandah::wire
