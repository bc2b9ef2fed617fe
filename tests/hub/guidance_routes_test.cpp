// SPDX-License-Identifier: Apache-2.0
// Forms and guidelines as consoles get them.
#include "clinic/hub/clinical/clinical_data.hpp"
#include "shared/wire/messages/care/care_rules_messages.hpp"
#include "shared/wire/messages/care/form_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using domain::Role;
using enum wire::DeviceKind;

class Guidance : public test::DeskHouse {
protected:
    void SetUp() override { stand("console-1", Role::clinician); }
};

TEST_F(Guidance, GivesEveryFormAndTestAsTheFolderHasThem)
{
    const auto answer = get(console, "/v1/forms");

    ASSERT_EQ(answer.status, 200);
    const auto view = wire::decode_forms_view(answer.body);
    ASSERT_TRUE(view) << view.error().detail;
    const auto data = built_in_clinical_data();
    EXPECT_EQ(*view,
              (wire::FormsView{data.forms, data.tests, data.chosen.form, data.chosen.tests, data.consent_text()}));
}

TEST_F(Guidance, GivesEveryGuidelineAsTheFolderHasThem)
{
    const auto answer = get(console, "/v1/guidance");

    ASSERT_EQ(answer.status, 200);
    const auto view = wire::decode_guidance_view(answer.body);
    ASSERT_TRUE(view) << view.error().detail;
    const auto data = built_in_clinical_data();
    EXPECT_EQ(*view, (wire::GuidanceView{data.guidelines, data.chosen.guideline}));
}

TEST_F(Guidance, GivesWhatRulesServicesAndProvidersAreCalled)
{
    const auto answer = get(console, "/v1/care/rules");

    ASSERT_EQ(answer.status, 200);
    const auto view = wire::decode_care_rules_view(answer.body);
    ASSERT_TRUE(view) << view.error().detail;
    const auto data = built_in_clinical_data();
    EXPECT_EQ(*view,
              wire::view_of(data.followup_rules(), data.referral_clocks(), data.providers, data.partner_rules()));
}

TEST_F(Guidance, IsForWhoTheTableGivesItTo)
{
    for (const auto* path : {"/v1/forms", "/v1/guidance", "/v1/care/rules"}) {
        for (const auto role : domain::every_role) {
            stand("console-1", role);
            EXPECT_EQ(get(console, path).status, domain::may(role, domain::Right::guidance_see) ? 200 : 403)
                << path << domain::word(role);
        }
        EXPECT_EQ(get(kiosk, path).status, 403);
        EXPECT_EQ(get(board, path).status, 403);
    }
}

TEST_F(Guidance, TakesNoQueryAndNoOtherMethod)
{
    EXPECT_EQ(get(console, "/v1/forms?version=1").status, 404);
    EXPECT_EQ(get(console, "/v1/forms/sti_service").status, 404);
    EXPECT_EQ(post(console, "/v1/forms").status, 405);
    EXPECT_EQ(post(console, "/v1/guidance").status, 405);
    EXPECT_EQ(post(console, "/v1/care/rules").status, 405);
    EXPECT_EQ(get(console, "/v1/care/rules?service=hiv").status, 404);
}

} // namespace
} // namespace verandah::hub
