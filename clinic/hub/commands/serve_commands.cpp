// SPDX-License-Identifier: Apache-2.0
// serve and rebuild: opening a centre for the one hub that may write its journal, or to look at it.
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/centre/server_renewal.hpp"
#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/serve.hpp"

#include <algorithm>
#include <iterator>

namespace verandah::hub {
namespace {

void show_warnings(const CentreFolder& folder)
{
    for (const auto& warning : folder.file.warnings) {
        fmt::print(stderr, "warning: {}\n", warning);
    }
}

} // namespace

int serve_folder(const std::filesystem::path& root, const ServeOptions& options)
{
    auto way_in = way_in_given(options.key);
    if (!way_in) {
        return refuse_with(way_in.error());
    }
    // Whether another hub serves it is asked before anything is changed; what is wrong with the folder is said below.
    if (const FolderPaths paths{root}; std::filesystem::exists(paths.server_certificate())) {
        const auto lock = ServingLock::take(paths);
        if (lock && renew_server_certificate_when_due(paths, system_now())) {
            fmt::print(stderr, "The hub's certificate was renewed; its key is the same.\n");
        }
    }
    auto folder = open_centre_folder(root, system_now(), *std::move(way_in)); // with nothing given, it starts locked
    if (!folder) {
        return refuse_with(folder.error());
    }
    const auto clinical = read_clinical_data(root);
    if (!clinical) {
        std::vector<std::string> lines;
        std::ranges::transform(clinical.error(), std::back_inserter(lines), &FileFault::text);
        return refuse_with(lines);
    }
    show_warnings(*folder);
    const auto lock = ServingLock::take(folder->paths); // held as long as it serves: one writer to a journal
    return lock ? serve(*std::move(folder), *clinical, options) : refuse_with(lock.error().detail);
}

int rebuild_folder(const std::filesystem::path& root, const KeyOptions& key)
{
    const auto folder = open_with_key(root, key); // only reads, so it may run beside a hub that serves
    if (!folder) {
        return refuse_with(folder.error());
    }
    show_warnings(*folder);
    return rebuild(*folder);
}

} // namespace verandah::hub
