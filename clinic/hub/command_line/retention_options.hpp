// SPDX-License-Identifier: Apache-2.0
// `verandah-hub retention` on the command line.
#pragma once

#include <functional>

namespace CLI { // NOLINT(readability-identifier-naming): the library calls it so
class App;
}

namespace verandah::hub {

/// Offers it; when it was chosen it is put into `command`, which outlives the parsing.
void offer_retention(CLI::App& app, std::function<int()>& command);

} // namespace verandah::hub
