// SPDX-License-Identifier: Apache-2.0
// Looking back at who did what, over the wire. Asked by consoles at which somebody may (audit.read). Never to whom: no
// number of a ticket, no card, no visitor is in any of it.
#pragma once

#include "shared/domain/audit/deed_kind.hpp"
#include "shared/domain/staff/permission.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// What is looked for; what is not said does not matter.
struct AuditFilter {
    std::optional<std::string> who{}; ///< An account or a device.
    std::optional<domain::DeedKind> kind{};
    std::optional<domain::CentreDay> from{}; ///< The centre's days, both included.
    std::optional<domain::CentreDay> to{};
    friend bool operator==(const AuditFilter&, const AuditFilter&) = default;
};

/// The query of GET /v1/audit and GET /v1/audit/export:
/// ?who=desk-1&kind=accounts&from=2026-03-01&to=2026-03-03&before=47
struct AuditQuery {
    AuditFilter filter{};
    domain::Sequence before{0}; ///< Go on before this event; 0: from the newest on.
    friend bool operator==(const AuditQuery&, const AuditQuery&) = default;
};

/// One page, newest first. A page may be short or empty and yet have a next one: a hub looks through so many events for
/// one answer and no more.
struct AuditView {
    struct Deed {
        domain::Sequence event;
        domain::Instant at;
        std::string device;
        std::optional<domain::AccountCode> staff{}; ///< Who was signed in there.
        std::string kind;                           ///< The journal's permanent word.
        // What it was about, as far as it can be said.
        std::optional<domain::AccountCode> account{};
        std::optional<domain::Role> role{};
        std::optional<domain::Right> right{};
        std::optional<std::string> named_device{};
        std::optional<std::string> record{}; ///< A keyed hash: the same record has the same one.
        std::optional<std::string> way{};    ///< How the hub was locked or opened, why a record was refused: a word.
        int left_out{0};                     ///< So many more like it were not written down.
        friend bool operator==(const Deed&, const Deed&) = default;
    };
    std::vector<Deed> deeds{};
    std::optional<domain::Sequence> next{};          ///< Ask on before this one; nothing: that was all.
    std::optional<domain::Instant> looked_back_to{}; ///< When the last event that was looked at happened.
    std::optional<domain::Sequence> damaged{};       ///< This event is not as it was written.
    friend bool operator==(const AuditView&, const AuditView&) = default;
};

/// A part of the list as a spreadsheet reads it (RFC 4180), the line of titles in the first part only.
struct AuditPart {
    std::string csv{};
    int deeds{0};
    std::optional<domain::Sequence> next{};
    friend bool operator==(const AuditPart&, const AuditPart&) = default;
};

/// GET /v1/audit/check: whether the past is as it was, as far as it was signed.
struct AuditCheck {
    domain::Instant checked_at{};
    domain::Sequence events{0};                     ///< There are so many.
    std::optional<domain::Sequence> signed_event{}; ///< Up to here they are those that were signed.
    std::optional<domain::Instant> signed_at{};
    bool is_signing{true};               ///< False: the last try to sign came to nothing.
    std::vector<std::string> findings{}; ///< What is not as it was, in the hub's own English; none: whole.
    friend bool operator==(const AuditCheck&, const AuditCheck&) = default;
};

/// "?who=…", or nothing when nothing is asked.
[[nodiscard]] std::string query_text(const AuditQuery& query);
/// What stands behind the path, with its question mark or empty. invalid_input for anything query_text() does not say.
[[nodiscard]] Decoded<AuditQuery> decode_audit_query(std::string_view query);

[[nodiscard]] std::string encode(const AuditView& view);
[[nodiscard]] std::string encode(const AuditPart& part);
[[nodiscard]] std::string encode(const AuditCheck& check);

[[nodiscard]] Decoded<AuditView> decode_audit_view(std::string_view body);
[[nodiscard]] Decoded<AuditPart> decode_audit_part(std::string_view body);
[[nodiscard]] Decoded<AuditCheck> decode_audit_check(std::string_view body);

} // namespace verandah::wire
