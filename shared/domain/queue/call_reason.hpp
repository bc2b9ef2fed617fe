// SPDX-License-Identifier: Apache-2.0
// Every call states its reason (field.md §3).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::domain {

/// Why this ticket and no other.
struct CallReason {
    enum class Kind {
        urgent,     ///< Urgent goes first, in order of arrival.
        priority,   ///< The highest weight × minutes waited among the class heads.
        only_match, ///< Nobody else waits for what this station gives.
        returned,   ///< Back from away, and nobody else waits for what this station gives.
        chosen,     ///< Called out of order by a person, who said why.
    };
    Kind kind;
    int weight{0};                  ///< priority: points a minute.
    std::chrono::minutes waited{0}; ///< priority: since it took its place.
    std::string words{};            ///< chosen: the reason given, 1 to 120 bytes.
    friend bool operator==(const CallReason&, const CallReason&) = default;

    /// For logs and exports: "urgent", "priority 2 × 16 min", "only match", "returned", "chosen: …". Screens translate
    /// it themselves.
    [[nodiscard]] std::string text() const;
};

/// The permanent word for a kind, on disk and on the wire.
[[nodiscard]] std::string_view word(CallReason::Kind kind);
[[nodiscard]] std::optional<CallReason::Kind> call_reason_kind_from(std::string_view word);

} // namespace verandah::domain
