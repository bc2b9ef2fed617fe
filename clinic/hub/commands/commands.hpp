// SPDX-License-Identifier: Apache-2.0
// The administration commands of verandah-hub. main.cpp reads the command line and calls one of them.
#pragma once

#include "clinic/hub/audit/activity.hpp"
#include "clinic/hub/commands/ways_in.hpp"
#include "shared/wire/device_identity.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace verandah::hub {

// Each command says on standard output what it did, and on standard error, one line each, why it did not. The answer is
// the program's exit status. Breakage throws, as everywhere; main() has the one catch.

inline constexpr int succeeded = 0;
inline constexpr int refused = 1;     ///< Something here is not as it must be; the lines say what to do.
inline constexpr int wrong_usage = 2; ///< The command line cannot be understood.

/// What is to open a key that is sealed for the first time.
struct NewKeyOptions {
    /// `nothing` makes neither words nor a code, so that a script shows none: then there has to be a stick.
    enum class Showing { words_and_code, nothing };
    Showing showing{Showing::words_and_code};
    std::optional<std::filesystem::path> stick{}; ///< Where to write a stick's key file.
};

struct InitOptions {
    std::filesystem::path folder;
    std::optional<std::filesystem::path> centre_file; ///< Instead of the starting centre.
    NewKeyOptions key;
};

struct AddDeviceOptions {
    std::filesystem::path folder;
    wire::DeviceKind kind;
    std::optional<wire::DeviceName> name; ///< When there is none: the kind and the next free number, such as "kiosk-2".
    std::filesystem::path out;
    std::optional<std::string> address; ///< Where the device finds the hub. When there is none: on this machine.
};

struct OfferDeviceOptions {
    std::filesystem::path folder;
    wire::DeviceKind kind;
    std::optional<wire::DeviceName> name; ///< As above.
};

struct AuditListOptions {
    std::filesystem::path folder;
    ActivityFilter filter;
    KeyOptions key;
    std::optional<std::filesystem::path> csv; ///< To this file instead of the screen.
};

struct BackupOptions {
    std::filesystem::path folder;
    std::filesystem::path to;
    std::optional<std::size_t> keep; ///< All when there is none.
};

struct BackupPlacesOptions {
    std::filesystem::path folder;
    std::optional<std::filesystem::path> strike; ///< Not remembered any more, instead.
};

struct RestoreArguments {
    std::filesystem::path backup;
    std::filesystem::path keys;
    std::filesystem::path to;
    std::vector<std::filesystem::path> forgotten; ///< Lists of who was forgotten since, beside the one by the backup.
    bool without_list{false};                     ///< Go on though there is none.
    KeyOptions key;
};

struct RetentionOptions {
    std::filesystem::path folder;
    std::optional<std::chrono::days> visit_detail; ///< Instead of what centre.toml says.
    KeyOptions key;
};

struct ServeOptions; // clinic/hub/serve.hpp

[[nodiscard]] int init(const InitOptions& options);
[[nodiscard]] int check(const std::filesystem::path& folder);
[[nodiscard]] int serve_folder(const std::filesystem::path& folder, const ServeOptions& options); ///< Holds its lock.
[[nodiscard]] int rebuild_folder(const std::filesystem::path& folder, const KeyOptions& key);     ///< Only reads.
[[nodiscard]] int add_device(const AddDeviceOptions& options);
[[nodiscard]] int offer_device(const OfferDeviceOptions& options); ///< Beside a hub that serves, locked or not.
[[nodiscard]] int list_devices(const std::filesystem::path& folder);
[[nodiscard]] int revoke_device(const std::filesystem::path& folder, const wire::DeviceName& name);
[[nodiscard]] int rename_device(const std::filesystem::path& folder, const wire::DeviceName& name,
                                const wire::DeviceName& to);

[[nodiscard]] int verify_audit(const std::filesystem::path& folder,
                               const std::optional<std::filesystem::path>& against); ///< Needs no key.
[[nodiscard]] int list_audit(const AuditListOptions& options);                       ///< Only reads; needs the key.
[[nodiscard]] int export_audit(const std::filesystem::path& folder, const std::filesystem::path& to); ///< Nor this.
[[nodiscard]] int back_up_centre(const BackupOptions& options); ///< Nor this; beside a hub that serves.
/// Brings the lists of who was forgotten up to date in all folders with backups, and says how each stands; refused when
/// one is behind. Needs no key; beside a hub that serves.
[[nodiscard]] int look_at_backup_places(const BackupPlacesOptions& options);
[[nodiscard]] int back_up_keys(const BackupOptions& options);
[[nodiscard]] int restore_backup(const RestoreArguments& arguments);
[[nodiscard]] int show_retention(const RetentionOptions& options);  ///< Only reads; needs the key.
[[nodiscard]] int renew_audit(const std::filesystem::path& folder); ///< Puts the trail aside and begins another.

// Who may open the hub, and with what. Each but the first and the last opens the key file with `key` itself.
[[nodiscard]] int list_ways_in(const std::filesystem::path& folder); ///< Needs no key.
[[nodiscard]] int add_words(const std::filesystem::path& folder, const KeyOptions& key);
[[nodiscard]] int change_words(const std::filesystem::path& folder, const KeyOptions& key); ///< All earlier ones go.
[[nodiscard]] int add_paper(const std::filesystem::path& folder, const KeyOptions& key);
[[nodiscard]] int add_stick(const std::filesystem::path& folder, const std::filesystem::path& file,
                            const KeyOptions& key);
[[nodiscard]] int remove_way_in(const std::filesystem::path& folder, int id, const KeyOptions& key);
[[nodiscard]] int seal_key(const std::filesystem::path& folder, const NewKeyOptions& key); ///< A centre of before.

} // namespace verandah::hub
