// SPDX-License-Identifier: Apache-2.0
// What passes between the clinic and an outreach worker about one visitor, sealed both ways.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"
#include "shared/vault/staff_lock.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::vault {

// To the worker by her public key: only she opens it, while she is signed in. In it goes the tracing's own key, by
// which she tells; whoever may open the visitor's file finds the same key from the file's, and nobody else does. The
// worker holds nothing of the file: its key cannot be found from the tracing's.

/// The key of one tracing of one file.
[[nodiscard]] TracingKey tracing_key(const FileKey& file, domain::TracingId tracing);

/// `content` is text, of at most longest_tracing_content bytes; every box has the same length. Throws
/// std::invalid_argument for more. Refuses with invalid_input a public key that would seal to everybody.
inline constexpr std::size_t longest_tracing_content = 1'900;
[[nodiscard]] std::expected<std::vector<std::byte>, domain::Refusal> seal_to_worker(std::string_view content,
                                                                                    const TracingKey& key,
                                                                                    domain::TracingId tracing,
                                                                                    const StaffPublicKey& worker);

/// What the worker was sent.
struct TracingOpened {
    TracingKey key;
    std::string content; ///< Whoever gave it wipes it.
};
/// nullopt when it was not sealed to her, or for another tracing, or was damaged.
[[nodiscard]] std::optional<TracingOpened> open_as_worker(std::span<const std::byte> sealed, domain::TracingId tracing,
                                                          const StaffSecret& worker);

/// What she tells, bound to its number, so that an older answer put back does not open.
[[nodiscard]] std::vector<std::byte> seal_answer(std::string_view content, const TracingKey& key,
                                                 domain::TracingId tracing, std::uint32_t answer);
[[nodiscard]] std::optional<std::string> open_answer(std::span<const std::byte> sealed, const TracingKey& key,
                                                     domain::TracingId tracing, std::uint32_t answer);

} // namespace verandah::vault
