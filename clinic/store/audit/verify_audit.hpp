// SPDX-License-Identifier: Apache-2.0
// Whether a centre's past is as it was: journal, checkpoints and audit key held against each other, without any key.
#pragma once

#include "clinic/store/audit/checkpoint_log.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::store {

/// What was found, in whole lines for a person.
struct AuditReport {
    std::vector<std::string> findings; ///< What is not as it must be, and where. None: the past is whole.
    std::vector<std::string> notes;    ///< How much of it is proved, and by what.
    /// The last checkpoint that signed events as they are here; nothing when none did.
    struct Proved {
        domain::Sequence last;
        domain::Instant at;
        friend bool operator==(const Proved&, const Proved&) = default;
    };
    std::optional<Proved> proved{};
    domain::Sequence last{0}; ///< Event of the journal; 0 for none.
    [[nodiscard]] bool is_whole() const { return findings.empty(); }
};

/// Proves the chain of the whole journal, every signature, that each checkpoint signed just the events that are there,
/// and that the audit key is the one whose turn it is. Only reads; may run beside a hub that serves.
///
/// What it cannot see: events after the last checkpoint that were cut away or exchanged (as many as the notary leaves
/// unsigned), and a past that was exchanged whole, keys included: for that there is the fingerprint on paper, or
/// `against`, the text of a trail exported earlier (exported_trails()), of which every line has to be there still.
/// Throws std::system_error and SQLite::Exception when the disk is at fault.
[[nodiscard]] AuditReport verify_audit(const AuditPaths& paths, const std::filesystem::path& journal,
                                       std::optional<std::string_view> against = std::nullopt);

/// All trails as one text, to be kept elsewhere. invalid_input when a file of them cannot be read.
[[nodiscard]] std::expected<std::string, domain::Refusal> exported_trails(const AuditPaths& paths);

} // namespace verandah::store
