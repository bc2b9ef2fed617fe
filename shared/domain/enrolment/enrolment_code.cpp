// SPDX-License-Identifier: Apache-2.0
// The code in its 26 characters, and the invitation in its QR code.
#include "shared/domain/enrolment/enrolment_code.hpp"

#include "shared/domain/enrolment/base32.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>

namespace verandah::domain {

namespace {

using enum Refusal::Why;

constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view head = "VERANDAH/"; // permanent, as is everything after it
constexpr std::string_view version = "1";
constexpr std::size_t authority_characters = 16;
constexpr std::size_t secret_characters = 8;
constexpr std::size_t check_size = 2;
constexpr std::size_t longest_host = 253; // of a name in DNS
constexpr std::size_t longest_scanned = 400;
constexpr std::size_t group_size = 5;
static_assert(authority_characters + secret_characters + check_size == EnrolmentCode::text_size);

std::unexpected<Refusal> refuse_form()
{
    return refuse(invalid_input, "an enrolment code has 26 characters of A to Z and 2 to 7");
}

std::unexpected<Refusal> refuse_slip()
{
    return refuse(conflict, "the check of this enrolment code says that a character in it is wrong");
}

std::unexpected<Refusal> refuse_invitation()
{
    return refuse(invalid_input, "this is no enrolment QR code that this version reads");
}

char upper(char letter)
{
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string trimmed_upper(std::string_view text)
{
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) {
        return {};
    }
    std::string trimmed{text.substr(first, text.find_last_not_of(white_space) - first + 1)};
    std::ranges::transform(trimmed, trimmed.begin(), upper);
    return trimmed;
}

bool is_host(std::string_view text)
{
    return !text.empty() && text.size() <= longest_host && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
               letter == ':';
    });
}

std::optional<std::uint16_t> port_in(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
    return fault == std::errc{} && end == text.data() + text.size() && port != 0 && text.front() != '0'
               ? std::optional{port}
               : std::nullopt;
}

/// Cuts off what stands before the next slash; nullopt when there is none.
std::optional<std::string_view> next_part(std::string_view& text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto part = text.substr(0, slash);
    text.remove_prefix(slash + 1);
    return part;
}

/// What stands after the head and version, its check already found right.
std::expected<EnrolmentInvitation, Refusal> read_parts(std::string_view rest)
{
    const auto host = next_part(rest);
    const auto port = next_part(rest);
    const auto authority = next_part(rest);
    if (!host || !port || !authority || !is_host(*host) || port->empty()) {
        return refuse_invitation();
    }
    const auto number = port_in(*port);
    EnrolmentInvitation invitation;
    if (!number || !read_base32(*authority, invitation.authority) || !read_base32(rest, invitation.secret)) {
        return refuse_invitation();
    }
    invitation.host = *host;
    std::ranges::transform(invitation.host, invitation.host.begin(), lower);
    invitation.port = *number;
    return invitation;
}

} // namespace

EnrolmentCode::EnrolmentCode(const AuthorityHash& authority, const EnrolmentSecret& secret) : secret_{secret}
{
    std::ranges::copy(std::span{authority}.first<std::tuple_size_v<AuthorityBeginning>>(), authority_.begin());
}

std::expected<EnrolmentCode, Refusal> EnrolmentCode::parse(std::string_view typed)
{
    const auto text = as_base32(typed.substr(0, longest_scanned));
    if (text.size() != text_size) {
        return refuse_form();
    }
    const std::string_view content{text.data(), text_size - check_size};
    EnrolmentCode code;
    if (!read_base32(content.substr(0, authority_characters), code.authority_) ||
        !read_base32(content.substr(authority_characters), code.secret_)) {
        return refuse_form();
    }
    if (check_characters(content) != text.substr(content.size())) {
        return refuse_slip();
    }
    return code;
}

std::string EnrolmentCode::text() const
{
    const auto content = base32(authority_) + base32(secret_);
    return content + check_characters(content);
}

std::string EnrolmentCode::grouped() const
{
    const auto whole = text();
    std::string groups;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const bool begins_group = place > 0 && place % group_size == 0 && place + 1 < whole.size();
        groups += begins_group ? " " : "";
        groups += whole[place];
    }
    return groups;
}

bool looks_like_invitation(std::string_view scanned)
{
    return trimmed_upper(scanned.substr(0, longest_scanned)).starts_with(head);
}

std::expected<EnrolmentInvitation, Refusal> EnrolmentInvitation::parse(std::string_view scanned)
{
    if (scanned.size() > longest_scanned) {
        return refuse_invitation();
    }
    const auto text = trimmed_upper(scanned);
    std::string_view rest{text};
    if (!rest.starts_with(head)) {
        return refuse_invitation();
    }
    rest.remove_prefix(head.size());
    if (next_part(rest) != version || rest.size() < check_size) {
        return refuse_invitation();
    }
    const std::string_view content{text.data(), text.size() - check_size};
    if (check_characters(content) != text.substr(content.size())) {
        return refuse_slip();
    }
    rest.remove_suffix(check_size);
    return read_parts(rest);
}

std::string EnrolmentInvitation::text() const
{
    std::string content{head};
    content += version;
    content += '/';
    std::ranges::transform(host, std::back_inserter(content), upper);
    content += '/' + std::to_string(port) + '/' + base32(authority) + '/' + base32(secret);
    return content + check_characters(content);
}

} // namespace verandah::domain
