// SPDX-License-Identifier: Apache-2.0
// GET /v1/forms, /v1/guidance, /v1/care/rules
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/handles.hpp"

namespace verandah::hub {

void see_forms(Desks& desks, const Asked&, const wire::Reply& reply)
{
    reply({ok, desks.guidance.forms()});
}

void see_guidance(Desks& desks, const Asked&, const wire::Reply& reply)
{
    reply({ok, desks.guidance.guidance()});
}

void see_care_rules(Desks& desks, const Asked&, const wire::Reply& reply)
{
    reply({ok, desks.guidance.rules()});
}

} // namespace verandah::hub
