// SPDX-License-Identifier: Apache-2.0
// What an administrator shows a new device: by which hub it knows its hub, and by which the hub knows it. Typed, or as
// a QR code.
#pragma once

#include "shared/domain/refusal.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::domain {

/// How long an offer to enrol stands.
inline constexpr std::chrono::minutes offer_lasts{10};

/// Known to the hub and to whoever saw the offer; takes one device in, once. 40 bits: docs/threat-model.md has the
/// numbers.
using EnrolmentSecret = std::array<std::byte, 5>;
/// SHA-256 of the public key (SubjectPublicKeyInfo, DER) of the centre's authority.
using AuthorityHash = std::array<std::byte, 32>;

/// The code to be typed: 26 characters of A–Z and 2–7, 130 bits. 80 of them are the beginning of the authority's hash,
/// by which the device knows the hub before it says anything; 40 are the secret; 10 are a check over the others, so
/// that a slip of the finger is told from a foreign hub.
class EnrolmentCode {
public:
    static constexpr std::size_t text_size = 26;
    using AuthorityBeginning = std::array<std::byte, 10>;

    EnrolmentCode(const AuthorityHash& authority, const EnrolmentSecret& secret);

    /// Reads what somebody typed: case, spaces, hyphens, and 0, 1, 8 for O, I, B make no difference. Refuses with
    /// invalid_input for another length or other characters, and with conflict when its check says that a character is
    /// wrong. The refusal never repeats the input.
    [[nodiscard]] static std::expected<EnrolmentCode, Refusal> parse(std::string_view typed);

    [[nodiscard]] const AuthorityBeginning& authority() const { return authority_; }
    [[nodiscard]] const EnrolmentSecret& secret() const { return secret_; }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string grouped() const; ///< "ABCDE FGHIJ KLMNO PQRST UVWXYZ", to read aloud.
    friend bool operator==(const EnrolmentCode&, const EnrolmentCode&) = default;

private:
    EnrolmentCode() = default;
    AuthorityBeginning authority_{};
    EnrolmentSecret secret_{};
};

/// The same and where the hub's enrolment door is, for a scanner.
///
/// Text: "VERANDAH/1/HOST/PORT/AUTHORITY/SECRETCHECK", all of it in QR's alphanumeric mode: host in upper case, an IPv6
/// address without brackets; 52 characters of base32, then 8 and 2, the check over everything before it.
struct EnrolmentInvitation {
    std::string host; ///< A DNS name or an IP address, in lower case.
    std::uint16_t port{0};
    AuthorityHash authority{};
    EnrolmentSecret secret{};

    /// Refuses as EnrolmentCode::parse(); invalid_input too when it is of another version.
    [[nodiscard]] static std::expected<EnrolmentInvitation, Refusal> parse(std::string_view scanned);
    [[nodiscard]] std::string text() const;
    friend bool operator==(const EnrolmentInvitation&, const EnrolmentInvitation&) = default;
};

/// Whether a scanner's text is meant as an invitation, whole or not.
[[nodiscard]] bool looks_like_invitation(std::string_view scanned);

} // namespace verandah::domain
