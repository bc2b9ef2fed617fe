// SPDX-License-Identifier: Apache-2.0
// `verandah-hub audit …` on the command line.
#pragma once

#include <functional>

namespace CLI { // NOLINT(readability-identifier-naming): the library calls it so
class App;
}

namespace verandah::hub {

/// Offers the audit commands; the one that was chosen is put into `command`, which outlives the parsing.
void offer_audit(CLI::App& app, std::function<int()>& command);

} // namespace verandah::hub
