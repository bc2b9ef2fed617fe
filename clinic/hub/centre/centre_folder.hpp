// SPDX-License-Identifier: Apache-2.0
// The folder of a centre on the disk: how it is made whole, and how it is opened or refused.
#pragma once

#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/store/audit/checkpoint_log.hpp"
#include "shared/domain/time.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/key_slots.hpp"
#include "shared/vault/public_seal.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::hub {

/// Where things stand in a centre's folder.
///
///   centre.toml            what the centre is; edited by hand
///   clinical/      0700    forms, guidelines, tests: edited by hand, too (clinical/clinical_data.hpp)
///   keys/          0700    hub.key, sealed; hub.pub, its public half · authority.pem .key · server.pem .key ·
///                          audit.key .pub, each 0600
///   devices/       0700    the devices let in, one small file each (device_list.hpp)
///   offers/        0700    offers to enrol that were made on this machine, for moments (offer_file.hpp)
///   audit/         0700    checkpoints: signed, where the journal stood when; and earlier trails
///   backup-places/ 0700    the folders that backups were put in (backup/backup_places.hpp)
///   incarnation            which life of the centre this is
///   numbers.floor          which numbers of today may have been given (number_floor.hpp)
///   journal.db             everything that happened, sealed; made by the first `serve`
///   serving.lock           held while a hub serves the folder
struct FolderPaths {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path centre_file() const { return root / "centre.toml"; }
    [[nodiscard]] std::filesystem::path keys() const { return root / "keys"; }
    [[nodiscard]] std::filesystem::path hub_key() const { return keys() / "hub.key"; }
    [[nodiscard]] std::filesystem::path public_key() const { return keys() / "hub.pub"; }
    [[nodiscard]] std::filesystem::path number_floor() const { return root / "numbers.floor"; }
    [[nodiscard]] std::filesystem::path authority_certificate() const { return keys() / "authority.pem"; }
    [[nodiscard]] std::filesystem::path authority_key() const { return keys() / "authority.key"; }
    [[nodiscard]] std::filesystem::path server_certificate() const { return keys() / "server.pem"; }
    [[nodiscard]] std::filesystem::path server_key() const { return keys() / "server.key"; }
    [[nodiscard]] std::filesystem::path devices() const { return root / "devices"; }
    [[nodiscard]] std::filesystem::path offers() const { return root / "offers"; }
    [[nodiscard]] std::filesystem::path backup_places() const { return root / "backup-places"; }
    [[nodiscard]] std::filesystem::path journal() const { return root / "journal.db"; }
    [[nodiscard]] std::filesystem::path incarnation() const { return root / "incarnation"; }
    [[nodiscard]] store::AuditPaths audit() const
    {
        return {keys() / "audit.key", keys() / "audit.pub", root / "audit" / "checkpoints"};
    }
    [[nodiscard]] std::filesystem::path lock() const { return root / "serving.lock"; }
};

/// Held while one hub serves a folder, so that two never write one journal. The system lets go of it when the process
/// ends, however it ends.
class ServingLock {
public:
    /// Refuses with conflict while another process holds it. Throws std::system_error when the disk is at fault.
    [[nodiscard]] static std::expected<ServingLock, domain::Refusal> take(const FolderPaths& paths);

    ServingLock(ServingLock&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    ServingLock& operator=(ServingLock&&) = delete;
    ~ServingLock();

private:
    explicit ServingLock(int descriptor) : descriptor_{descriptor} {}
    int descriptor_; ///< -1 once moved from.
};

/// A centre's folder, opened: whatever `serve` needs, each part read and checked. Keep it as long as the hub serves.
struct CentreFolder {
    FolderPaths paths;
    CentreFile file;
    std::optional<vault::HubKey> hub_key; ///< nullopt: it is sealed, and nothing was brought to open it with.
    vault::PublicKey public_key;
    std::string authority_certificate; ///< PEM, as are the next three.
    std::string authority_key;
    std::string server_certificate;
    std::string server_key;
};

/// Makes the folder of a new centre: `centre_toml`, `key` sealed in `slots`, fresh keys for the rest, a certificate
/// authority, the hub's certificate. It is made beside its place and moved there when complete, so that there is never
/// half a centre. Refuses, one line each, when `root` is there already and not empty, when the folder it should stand
/// in is not there, and with every fault of `centre_toml`. Returns what it made, in reading order. Throws
/// std::system_error when the disk is at fault.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, std::vector<std::string>>
create_centre_folder(const std::filesystem::path& root, std::string_view centre_toml, const vault::HubKey& key,
                     const vault::KeySlots& slots, domain::Instant now);

/// Opens the folder of a centre; with `way_in`, its hub key too. A key file that is not sealed needs none. Refuses with
/// every part that is missing, damaged or open to others: one line each, naming the file and what to do. Takes no lock.
/// Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<CentreFolder, std::vector<std::string>>
open_centre_folder(const std::filesystem::path& root, domain::Instant now,
                   std::optional<vault::WayIn> way_in = std::nullopt);

/// The centre.toml that a new centre starts with (assets/centre/centre.toml).
[[nodiscard]] std::string_view starting_centre();

} // namespace verandah::hub
