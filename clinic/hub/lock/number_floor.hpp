// SPDX-License-Identifier: Apache-2.0
// Numbers set aside ahead of time, so that a hub which starts locked, and knows nothing of the day, gives none twice.
#pragma once

#include "clinic/store/writer.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"

#include <chrono>
#include <expected>
#include <filesystem>
#include <optional>
#include <string_view>

namespace verandah::hub {

/// The one thing about a day that lies on the disk in the clear: up to which number some may have been given. Set aside
/// in blocks, so that it says only roughly how many came.
///
/// File, two lines: `verandah numbers 1`, then the day and the number, "2026-03-06 150". Used by one thread at a time.
class NumberFloor {
public:
    static constexpr int block = 50;
    static constexpr int largest_block = 51'200; ///< When blocks are used up within seconds, as only a bench does.

    /// No file is a centre that gave no number yet. invalid_input for a file that is damaged: it says what to do.
    /// Throws std::system_error when the disk is at fault.
    [[nodiscard]] static std::expected<NumberFloor, domain::Refusal> load(std::filesystem::path file);

    explicit NumberFloor(std::filesystem::path file) : file_{std::move(file)} {} ///< None set aside that is known of.

    /// Before a number up to `highest` is given on `day`: writes and syncs a higher bound when there is need. Throws
    /// std::system_error.
    void reserve(domain::CentreDay day, int highest);

    /// How a hub without its key goes on after the event `last`: the day that was, unless a later one has begun; with
    /// numbers that nobody was given, and tickets that nobody has.
    [[nodiscard]] domain::DayGoneOnWith go_on(domain::Sequence last, domain::Moment now) const;

    struct Bound {
        domain::CentreDay day;
        int number;
        friend bool operator==(const Bound&, const Bound&) = default;
    };
    [[nodiscard]] const std::optional<Bound>& bound() const { return bound_; }

private:
    void write(const Bound& bound);

    std::filesystem::path file_;
    std::optional<Bound> bound_;
    int next_block_{block};
    std::optional<std::chrono::steady_clock::time_point> written_;
};

/// What stands in the file; nullopt when it is none of ours.
[[nodiscard]] std::optional<NumberFloor::Bound> read_bound(std::string_view text);

} // namespace verandah::hub
