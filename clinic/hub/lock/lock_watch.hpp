// SPDX-License-Identifier: Apache-2.0
// When the hub locks and opens by itself: the stick pulled and put back, the centre closing.
#pragma once

#include "clinic/hub/centre/centre_clock.hpp"
#include "clinic/hub/centre/centre_file.hpp"

#include <filesystem>
#include <optional>

namespace verandah::hub {

/// Looks once a second. It acts on changes alone: a hub locked by hand while the stick is in stays locked until the
/// stick is pulled and put back.
class LockWatch {
public:
    enum class Finding { nothing, stick_pulled, closing_time, open_with_stick };

    /// `stick`: the key file on it, if the hub was started with one. Borrows the other two.
    LockWatch(std::optional<std::filesystem::path> stick, const CentreFile& file, const CentreClock& clock);

    [[nodiscard]] Finding look(domain::Instant now);
    [[nodiscard]] const std::optional<std::filesystem::path>& stick() const { return stick_; }

private:
    [[nodiscard]] bool stick_is_in() const;
    [[nodiscard]] bool is_open(domain::Instant now) const;

    std::optional<std::filesystem::path> stick_;
    const CentreFile& file_;
    const CentreClock& clock_;
    bool stick_was_in_;
    std::optional<bool> was_open_;
};

} // namespace verandah::hub
