// SPDX-License-Identifier: Apache-2.0
// The real hub and kiosk, by the names the kiosk's tests know them by.
#pragma once

#include "tests/support/running_programs.hpp"

namespace verandah::kiosk::test {

using verandah::test::Process;
using verandah::test::RunningHub;
using verandah::test::RunningKiosk;

} // namespace verandah::kiosk::test
