// SPDX-License-Identifier: Apache-2.0
// What a field is to the record: said in the form's file, and refused where it cannot be.
#include "clinic/hub/clinical/form_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gmock/gmock.h>

#include <string>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Role = domain::Field::Role;

/// Roles in a form whose facts and order say nothing of them. Lines are counted by the tests.
constexpr std::string_view form_with_roles = R"(id = "small"
version = 1
title = "A visit"
source = "nobody"
[[step]]
title = "Today"
[[step.section]]
title = "Why"
[[step.section.field]]
code = "arrived"
label = "Arrived"
type = "instant"
[[step.section.field]]
code = "happened"
label = "When it happened"
type = "instant"
role = "exposure"
[[step.section.field]]
code = "complaint"
label = "Complaint"
type = "many"
role = "cause"
choices = [{ code = "cough", label = "Cough", facts = ["complaint.cough"] }]
[[step.section.field]]
code = "bears_not"
label = "Does not bear"
type = "many"
role = "allergies"
choices = [{ code = "latex", label = "Latex", facts = ["bears_not.latex"] }]
[[step.section.field]]
code = "note"
label = "Note"
type = "text"
)";

std::vector<std::string> faults_with(std::string_view from, std::string_view to)
{
    return test::lines_of(read_form(test::with(form_with_roles, from, to)), "f");
}

std::vector<Role> roles_of(std::string_view text)
{
    std::vector<Role> roles;
    const auto form = read_form(text);
    for (const auto* field : form ? domain::fields_of(*form) : std::vector<const domain::Field*>{}) {
        roles.push_back(field->role);
    }
    return roles;
}

TEST(FormRole, IsWhatTheFileSaysWhateverItsFactsAreCalled)
{
    EXPECT_THAT(roles_of(form_with_roles),
                ElementsAre(Role::none, Role::exposure, Role::cause, Role::allergies, Role::none));
}

TEST(FormRole, IsGivenAsBeforeWhereAFormFromBeforeSaysNone)
{
    std::string text{form_with_roles};
    for (const std::string line : {"role = \"exposure\"\n", "role = \"cause\"\n", "role = \"allergies\"\n"}) {
        text = test::with(text, line, "");
    }
    EXPECT_THAT(roles_of(text), ElementsAre(Role::exposure, Role::none, Role::none, Role::none, Role::none));

    text = test::with(test::with(text, "complaint.cough", "syndrome.cough"), "bears_not.latex", "allergy.latex");
    EXPECT_THAT(roles_of(text), ElementsAre(Role::exposure, Role::none, Role::cause, Role::allergies, Role::none));
}

TEST(FormRole, IsNotGuessedWhereTheFormSaysAny)
{
    std::string text{form_with_roles};
    text = test::with(text, "role = \"exposure\"\n", "");

    EXPECT_THAT(roles_of(text), ElementsAre(Role::none, Role::none, Role::cause, Role::allergies, Role::none));
}

TEST(FormRole, RefusesAWordItDoesNotKnow)
{
    EXPECT_THAT(faults_with("\"exposure\"", "\"exposur\""),
                testing::Contains(HasSubstr("f:17:8: \"exposur\" is not known here. Did you mean \"exposure\"?")));
    EXPECT_THAT(faults_with("\"cause\"", "\"none\""),
                testing::Contains(HasSubstr("f:22:8: \"none\" is not known here.")));
}

TEST(FormRole, RefusesAnExposureThatIsNoPointInTime)
{
    EXPECT_THAT(faults_with("\"cause\"", "\"exposure\""),
                testing::Contains(HasSubstr("f:22:8: the field \"complaint\" cannot have the role \"exposure\"")));
}

TEST(FormRole, RefusesACauseAmongChoicesThatAmountToNothing)
{
    EXPECT_THAT(faults_with(", facts = [\"complaint.cough\"]", ""),
                ElementsAre(HasSubstr("f:22:8: the field \"complaint\" cannot have the role \"cause\". Give it to a "
                                      "field with choices that amount to facts")));
    EXPECT_THAT(faults_with("type = \"text\"", "type = \"text\"\nrole = \"allergies\""),
                ElementsAre(HasSubstr("f:34:8: the field \"note\" cannot have the role \"allergies\"")));
}

TEST(FormRole, RefusesTwoExposures)
{
    EXPECT_THAT(
        faults_with("type = \"instant\"\n[[", "type = \"instant\"\nrole = \"exposure\"\n[["),
        ElementsAre(HasSubstr("f:18:8: the role \"exposure\" is given twice. One point in time is the exposure; "
                              "the first stands in line 13.")));
}

} // namespace
} // namespace verandah::hub
