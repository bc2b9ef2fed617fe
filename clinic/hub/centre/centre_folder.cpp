// SPDX-License-Identifier: Apache-2.0
// Opening a centre's folder: every part is looked at before any refusal is handed back, so that one run shows all of
// it.
#include "clinic/hub/centre/centre_folder.hpp"

#include "clinic/hub/centre/certificate_check.hpp"
#include "shared/files/private_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

namespace verandah::hub {
namespace {

using domain::Refusal;
using std::filesystem::path;
using std::filesystem::perms;

constexpr std::string_view journal_lost = "Without it the journal cannot be opened; restore it from its backup.";
constexpr std::string_view public_half_lost =
    "A locked hub would write what nobody can read; restore it from its backup.";
constexpr std::string_view authority_lost = "Without it no device can be added; restore it from its backup.";
constexpr std::string_view server_lost = "Without it no device can know the hub; restore it from its backup.";

/// The parts of one folder, each read or refused.
class Opening {
public:
    explicit Opening(path root) : paths_{std::move(root)} {}

    void check_folder(const path& folder, std::string_view if_missing)
    {
        const auto status = std::filesystem::status(folder);
        if (!std::filesystem::is_directory(status)) {
            refusals_.push_back(fmt::format("{} is missing. {}", folder.string(), if_missing));
        } else if ((status.permissions() & (perms::group_all | perms::others_all)) != perms::none) {
            refusals_.push_back(fmt::format("{}: others may look into it; put it right with: chmod 700 {}",
                                            folder.string(), folder.string()));
        }
    }

    std::optional<CentreFile> read_centre_file()
    {
        auto file = read_centre(paths_.centre_file());
        if (file) {
            return std::move(*file);
        }
        for (const auto& fault : file.error()) {
            refusals_.push_back(fault.text(paths_.centre_file().string()));
        }
        return std::nullopt;
    }

    std::optional<std::string> read(const path& file, std::string_view if_missing)
    {
        auto text = files::read_private_file(file);
        if (!text) {
            refuse(file, text.error(), if_missing);
            return std::nullopt;
        }
        return std::move(*text);
    }

    /// The hub key, when it lies open or `way_in` opens it. Nothing is tried before the rest of the folder is whole: it
    /// takes its time.
    std::optional<vault::HubKey> read_hub_key(const std::optional<vault::WayIn>& way_in)
    {
        auto file = vault::load_key_file(paths_.hub_key());
        if (!file) {
            refuse(paths_.hub_key(), file.error(), journal_lost);
            return std::nullopt;
        }
        if (auto* plain = std::get_if<vault::HubKey>(&*file)) {
            return std::move(*plain);
        }
        if (refused() || !way_in) {
            return std::nullopt;
        }
        auto key = std::get<vault::KeySlots>(*file).open(*way_in);
        if (!key) {
            refusals_.push_back(fmt::format("{}: {}.", paths_.hub_key().string(), key.error().detail));
            return std::nullopt;
        }
        return std::move(*key);
    }

    /// A centre whose key was never sealed may have no file of its public half yet.
    std::optional<vault::PublicKey> read_public_key(const std::optional<vault::HubKey>& key)
    {
        const auto own = key ? std::optional{vault::PublicKey::of(key->box_key())} : std::nullopt;
        auto read = vault::PublicKey::load(paths_.public_key());
        if (!read && own && read.error().why == Refusal::Why::not_found) {
            return own;
        }
        if (!read) {
            refuse(paths_.public_key(), read.error(), public_half_lost);
            return std::nullopt;
        }
        if (own && *own != *read) {
            refusals_.push_back(fmt::format("{} is not the public half of hub.key. {}", paths_.public_key().string(),
                                            public_half_lost));
        }
        return *read;
    }

    void check_certificates(const CertificateAndKey& authority, const CertificateAndKey& server, domain::Instant now)
    {
        if (const auto checked = check_authority(authority, now); !checked) {
            refuse_pair(paths_.authority_certificate(), checked.error());
        } else if (const auto issued = check_issued(server, authority.certificate, now); !issued) {
            refuse_pair(paths_.server_certificate(), issued.error());
        }
    }

    [[nodiscard]] const FolderPaths& paths() const { return paths_; }
    [[nodiscard]] std::vector<std::string> refusals() && { return std::move(refusals_); }
    [[nodiscard]] bool refused() const { return !refusals_.empty(); }

private:
    void refuse(const path& file, const Refusal& refusal, std::string_view if_missing)
    {
        refusals_.push_back(refusal.why == Refusal::Why::not_found
                                ? fmt::format("{} is missing. {}", file.string(), if_missing)
                                : refusal.detail);
    }

    void refuse_pair(const path& certificate, CertificateFault fault)
    {
        refusals_.push_back(
            fmt::format("{} {}. Restore both from their backup.", certificate.string(), text_for(fault)));
    }

    FolderPaths paths_;
    std::vector<std::string> refusals_;
};

void warn_of_names(CentreFolder& folder)
{
    const auto missing = names_missing(folder.server_certificate, folder.file.hub.names);
    if (!missing.empty()) {
        folder.file.warnings.push_back(fmt::format(
            "{}: [hub] names {}, and the hub's certificate, made with the centre, does not; devices that were "
            "added know the hub by its key and go on working.",
            folder.paths.centre_file().string(), fmt::join(missing, ", ")));
    }
}

} // namespace

std::expected<CentreFolder, std::vector<std::string>> open_centre_folder(const path& root, domain::Instant now,
                                                                         std::optional<vault::WayIn> way_in)
{
    if (!std::filesystem::is_directory(root)) {
        return std::unexpected{std::vector{fmt::format(
            "{} is no folder. Make a centre there with: verandah-hub init {}", root.string(), root.string())}};
    }
    Opening opening{root};
    const auto& paths = opening.paths();
    opening.check_folder(root, "");
    auto file = opening.read_centre_file();
    opening.check_folder(paths.keys(), "The centre cannot be opened without it; restore it from its backup.");
    opening.check_folder(paths.devices(), "It says which devices are let in; restore it from its backup.");
    auto authority_certificate = opening.read(paths.authority_certificate(), authority_lost);
    auto authority_key = opening.read(paths.authority_key(), authority_lost);
    auto server_certificate = opening.read(paths.server_certificate(), server_lost);
    auto server_key = opening.read(paths.server_key(), server_lost);
    if (authority_certificate && authority_key && server_certificate && server_key) {
        opening.check_certificates({*authority_certificate, *authority_key}, {*server_certificate, *server_key}, now);
    }
    auto hub_key = opening.read_hub_key(way_in);
    auto public_key = opening.read_public_key(hub_key);
    if (opening.refused()) {
        return std::unexpected{std::move(opening).refusals()};
    }
    CentreFolder folder{.paths = paths,
                        .file = std::move(*file),
                        .hub_key = std::move(hub_key),
                        .public_key = *public_key,
                        .authority_certificate = std::move(*authority_certificate),
                        .authority_key = std::move(*authority_key),
                        .server_certificate = std::move(*server_certificate),
                        .server_key = std::move(*server_key)};
    warn_of_names(folder);
    return folder;
}

std::expected<ServingLock, Refusal> ServingLock::take(const FolderPaths& paths)
{
    const auto file = paths.lock();
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        throw std::system_error{errno, std::generic_category(), file.string()};
    }
    ServingLock lock{descriptor};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return domain::refuse(
                Refusal::Why::conflict,
                fmt::format("{}: another hub serves this folder. Stop it first.", paths.root.string()));
        }
        throw std::system_error{errno, std::generic_category(), file.string()};
    }
    return lock;
}

ServingLock::~ServingLock()
{
    if (descriptor_ >= 0) {
        ::close(descriptor_); // and with it the lock
    }
}

} // namespace verandah::hub
