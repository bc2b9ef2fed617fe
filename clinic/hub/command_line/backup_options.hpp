// SPDX-License-Identifier: Apache-2.0
// `verandah-hub backup`, `backup-keys`, `backup-places` and `restore` on the command line.
#pragma once

#include <functional>

namespace CLI { // NOLINT(readability-identifier-naming): the library calls it so
class App;
}

namespace verandah::hub {

/// Offers the four; the one that was chosen is put into `command`, which outlives the parsing.
void offer_backups(CLI::App& app, std::function<int()>& command);

} // namespace verandah::hub
