// SPDX-License-Identifier: Apache-2.0
// From a body to a desk. For routes/*.cpp only.
#pragma once

#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/route.hpp"

#include <utility>

namespace verandah::hub {

/// Decodes the body with `decode`, then lets `ask` ask a desk with it.
template <class Decode, class Ask>
void decoded(const Asked& asked, const wire::Reply& reply, Decode decode, Ask ask)
{
    if (auto body = decode(asked.request.body)) {
        ask(*std::move(body));
    } else {
        reply(response_of(body.error()));
    }
}

} // namespace verandah::hub
