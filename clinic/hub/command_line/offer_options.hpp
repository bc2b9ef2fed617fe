// SPDX-License-Identifier: Apache-2.0
// device offer: what it may be told.
#pragma once

#include <functional>

namespace CLI { // NOLINT(readability-identifier-naming): the library calls it so
class App;
}

namespace verandah::hub {

/// Adds it to `device`; chosen, it sets `command`.
void offer_enrolment_offers(CLI::App& device, std::function<int()>& command);

} // namespace verandah::hub
