// SPDX-License-Identifier: Apache-2.0
// Making a centre's folder: beside its place first, then moved there in one step.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/centre/unfinished_folder.hpp"
#include "clinic/store/backup/incarnation_file.hpp"
#include "shared/files/private_file.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using Lines = std::vector<std::string>;

std::expected<CentreFile, Lines> check_text(std::string_view centre_toml)
{
    auto file = read_centre_text(centre_toml, "centre.toml");
    if (file) {
        return std::move(*file);
    }
    Lines lines;
    for (const auto& fault : file.error()) {
        lines.push_back(fault.text("centre.toml"));
    }
    return std::unexpected{std::move(lines)};
}

/// In a folder that was made a moment ago nothing can be in the way, so a refusal there is the program's own fault.
void must(const std::expected<void, domain::Refusal>& written)
{
    if (!written) {
        throw std::logic_error{written.error().detail};
    }
}

void make_folder(const path& folder)
{
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

std::expected<void, Lines> fill(const FolderPaths& paths, std::string_view centre_toml, const HubSettings& hub,
                                const vault::HubKey& key, const vault::KeySlots& slots, domain::Instant now)
{
    const auto authority = make_authority(now);
    const auto server = issue_server(authority, hub.names, now);
    if (!server) {
        return std::unexpected{Lines{fmt::format("centre.toml: [hub] names: {}", server.error().detail)}};
    }
    must(files::write_private_file(paths.centre_file(), centre_toml));
    make_folder(paths.keys());
    must(files::write_private_file(paths.hub_key(), slots.text()));
    must(vault::PublicKey::of(key.box_key()).save(paths.public_key()));
    must(files::write_private_file(paths.authority_certificate(), authority.certificate));
    must(files::write_private_file(paths.authority_key(), authority.private_key));
    must(files::write_private_file(paths.server_certificate(), server->certificate));
    must(files::write_private_file(paths.server_key(), server->private_key));
    make_folder(paths.devices());
    make_folder(paths.audit().checkpoints.parent_path());
    store::begin_trail(paths.audit());
    must(store::write_incarnation(paths.incarnation(), store::first_incarnation()));
    return {};
}

} // namespace

std::expected<std::vector<path>, Lines> create_centre_folder(const path& root, std::string_view centre_toml,
                                                             const vault::HubKey& key, const vault::KeySlots& slots,
                                                             domain::Instant now)
{
    const auto place = place_of(root);
    if (auto is_free = check_place(place); !is_free) {
        return std::unexpected{std::move(is_free.error())};
    }
    const auto file = check_text(centre_toml);
    if (!file) {
        return std::unexpected{file.error()};
    }
    const UnfinishedFolder unfinished{place};
    if (auto filled = fill({unfinished.folder()}, centre_toml, file->hub, key, slots, now); !filled) {
        return std::unexpected{std::move(filled.error())};
    }
    unfinished.move_to(place);
    const FolderPaths paths{root};
    return std::vector{paths.centre_file(),     paths.hub_key(),
                       paths.public_key(),      paths.authority_certificate(),
                       paths.authority_key(),   paths.server_certificate(),
                       paths.server_key(),      paths.audit().key,
                       paths.audit().first_key, paths.audit().checkpoints,
                       paths.incarnation(),     paths.devices()};
}

} // namespace verandah::hub
