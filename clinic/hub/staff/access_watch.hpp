// SPDX-License-Identifier: Apache-2.0
// Writes down who asked for what the permission table does not give.
#pragma once

#include "clinic/hub/staff/sessions.hpp"
#include "clinic/store/writer.hpp"
#include "shared/domain/staff/attempts.hpp"

#include <mutex>
#include <string>

namespace verandah::hub {

/// Any thread. Sparing: nobody fills the disk by asking.
class AccessWatch {
public:
    explicit AccessWatch(store::Writer& writer) : writer_{writer} {} ///< Borrowed for its whole life.

    void note(const std::string& device, const Standing& standing, domain::Right refused, domain::Instant now);

private:
    store::Writer& writer_;
    std::mutex mutex_;
    domain::Sparing sparing_;
};

} // namespace verandah::hub
