// SPDX-License-Identifier: Apache-2.0
// centre.toml, read whole: either a centre in which everything fits together, or the list of everything that does not.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "clinic/hub/centre/listen_address.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/indicator/published_count.hpp"
#include "shared/vault/argon2.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Backups that the serving hub makes by itself.
struct BackupSettings {
    std::filesystem::path folder;
    std::chrono::hours every{24};
    std::size_t keep{7}; ///< At least 1.
    friend bool operator==(const BackupSettings&, const BackupSettings&) = default;
};

/// How long what is known of visits is kept; a rule that is always on.
struct RetentionSettings {
    std::chrono::days visit_detail{365}; ///< After so many days only a day's totals are left.
    friend bool operator==(const RetentionSettings&, const RetentionSettings&) = default;
};

/// What may be told of a day to whoever sees totals only; a rule that is always on.
struct PublishingSettings {
    int smallest_count{domain::usual_smallest_shown}; ///< Smaller counts than this, but for zero, are not told.
    friend bool operator==(const PublishingSettings&, const PublishingSettings&) = default;
};

/// What the hub itself needs to know, beside the centre.
struct HubSettings {
    ListenAddress listen;
    std::optional<std::uint16_t> enrolment_port{}; ///< Of the door for new devices; none: the one after `listen`'s.
    std::optional<std::string> address{};          ///< Where devices find this machine; none: found out.
    std::vector<std::string> names{"localhost",
                                   "127.0.0.1"}; ///< What devices may call the hub: its certificate names them.
    std::optional<BackupSettings> backup{};      ///< None: nobody makes any but by hand.
    RetentionSettings retention{};
    PublishingSettings publishing{};
    vault::Argon2Cost passphrase_cost = vault::Argon2Cost::usual(); ///< Of passphrases made from now on.
    friend bool operator==(const HubSettings&, const HubSettings&) = default;
};

/// How the hub guards its key while it runs.
struct KeySettings {
    bool lock_at_closing{false}; ///< When the opening hours end it locks itself.
    friend bool operator==(const KeySettings&, const KeySettings&) = default;
};

/// Everything centre.toml says. `warnings` are whole lines, ready to be shown; the centre works in spite of them.
struct CentreFile {
    domain::Centre centre;
    HubSettings hub;
    KeySettings keys{};
    std::vector<std::string> warnings;
};

inline constexpr std::size_t largest_centre_file = std::size_t{1} << 20U; ///< Bytes. A real one has a few thousand.

/// Reads and checks a centre's file. Nothing starts half: one fault anywhere, and there is no centre. All faults that
/// can be found are listed, in the order of the file; one that is not UTF-8 or not TOML ends the reading where it
/// stands.
///
/// The result holds: every code named exists, precedence has no cycle, each service has a station with its skill,
/// exactly one class is urgent and stands first, every label has a text in every language (from the first one where
/// missing, with a warning), hours are within a day, the time zone is installed. Throws std::system_error when the disk
/// is at fault.
[[nodiscard]] std::expected<CentreFile, std::vector<Fault>> read_centre(const std::filesystem::path& file);

/// The text of a centre's file, unchecked but for its size, or why it cannot be had. Throws as read_centre() does.
[[nodiscard]] std::expected<std::string, Fault> centre_file_text(const std::filesystem::path& file);

/// The same as read_centre() for a text already read; `file` is the name that warnings show.
[[nodiscard]] std::expected<CentreFile, std::vector<Fault>> read_centre_text(std::string_view text,
                                                                             std::string_view file);

} // namespace verandah::hub
