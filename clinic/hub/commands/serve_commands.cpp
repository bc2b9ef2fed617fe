// SPDX-License-Identifier: Apache-2.0
// serve and rebuild: opening a centre for the one hub that may write its journal, or to look at it.
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/serve.hpp"

namespace verandah::hub {
namespace {

std::expected<CentreFolder, std::vector<std::string>> open_and_warn(const std::filesystem::path& root)
{
    auto folder = open_centre_folder(root, system_now());
    if (folder) {
        for (const auto& warning : folder->file.warnings) {
            fmt::print(stderr, "warning: {}\n", warning);
        }
    }
    return folder;
}

} // namespace

int serve_folder(const std::filesystem::path& root, const ServeOptions& options)
{
    const auto folder = open_and_warn(root);
    if (!folder) {
        return refuse_with(folder.error());
    }
    const auto lock = ServingLock::take(folder->paths); // held as long as it serves: one writer to a journal
    return lock ? serve(*folder, options) : refuse_with(lock.error().detail);
}

int rebuild_folder(const std::filesystem::path& root)
{
    const auto folder = open_and_warn(root); // only reads, so it may run beside a hub that serves
    return folder ? rebuild(*folder) : refuse_with(folder.error());
}

} // namespace verandah::hub
