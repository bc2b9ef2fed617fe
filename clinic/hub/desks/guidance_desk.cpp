// SPDX-License-Identifier: Apache-2.0
// Encoding the clinical data once.
#include "clinic/hub/desks/guidance_desk.hpp"

#include "shared/wire/messages/care/care_rules_messages.hpp"
#include "shared/wire/messages/care/form_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"

namespace verandah::hub {

GuidanceDesk::GuidanceDesk(const ClinicalData& data)
    : forms_{wire::encode(wire::FormsView{.forms = data.forms,
                                          .tests = data.tests,
                                          .form = data.chosen.form,
                                          .test_sheet = data.chosen.tests,
                                          .consent = data.consent_text()})},
      guidance_{wire::encode(wire::GuidanceView{.guidelines = data.guidelines, .guideline = data.chosen.guideline})},
      rules_{wire::encode(
          wire::view_of(data.followup_rules(), data.referral_clocks(), data.providers, data.partner_rules()))}
{
}

} // namespace verandah::hub
