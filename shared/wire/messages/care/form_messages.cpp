// SPDX-License-Identifier: Apache-2.0
// Forms and tests as JSON.
#include "shared/wire/messages/care/form_messages.hpp"

#include "shared/wire/messages/care/care_parts.hpp"
#include "shared/wire/messages/care/form_json.hpp"

namespace verandah::wire {
namespace {

using Json = nlohmann::json;
using domain::TestKind;
using domain::TestOutcome;

Json outcomes_json(const std::vector<TestOutcome>& outcomes)
{
    return list_json(outcomes, [](TestOutcome each) { return domain::word(each); });
}

std::vector<TestOutcome> read_outcomes(ObjectReader& reader, std::string_view field)
{
    constexpr std::size_t most_outcomes = 3;
    std::vector<TestOutcome> outcomes;
    for (const auto& word : reader.list(field, most_outcomes)) {
        const auto outcome =
            word.is_string() ? domain::test_outcome_from(word.get_ref<const std::string&>()) : std::nullopt;
        if (outcome) {
            outcomes.push_back(*outcome);
        } else {
            reader.refuse(field, "holds a word that is not known here");
        }
    }
    return outcomes;
}

Json specimen_json(const domain::Specimen& specimen)
{
    return {{"code", specimen.code.view()}, {"label", specimen.label}};
}

domain::Specimen read_specimen(ObjectReader& reader)
{
    return {reader.code<domain::SpecimenCode>("code"), read_words_at(reader, "label")};
}

/// What a hub of an earlier version did not say, and only where there is something to say.
void put_codings(Json& json, const char* field, const std::vector<domain::Coding>& codings)
{
    if (!codings.empty()) {
        json[field] = codings_json(codings);
    }
}

std::vector<domain::Coding> codings_if_there(ObjectReader& reader, std::string_view field)
{
    return reader.has(field) ? read_codings(reader, field) : std::vector<domain::Coding>{};
}

Json kind_json(const TestKind& kind)
{
    Json json{{"code", kind.code.view()},
              {"label", kind.label},
              {"target", kind.target.view()},
              {"method", domain::word(kind.method)},
              {"specimens", codes_json(kind.specimens)},
              {"results", outcomes_json(kind.outcomes)},
              {"titre", kind.titre == TestKind::Titre::told},
              {"critical", outcomes_json(kind.critical)},
              {"codes", codings_json(kind.codings)}};
    if (kind.strategy == TestKind::Strategy::hiv_three_assays) {
        json["strategy"] = "hiv_three_assays";
    }
    put_codings(json, "titre_codes", kind.titre_codings);
    put_codings(json, "positive_codes", kind.positive_codings);
    return json;
}

std::optional<TestKind::Strategy> strategy_from(std::string_view word)
{
    return word == "hiv_three_assays" ? std::optional{TestKind::Strategy::hiv_three_assays} : std::nullopt;
}

TestKind read_test_kind(ObjectReader& reader)
{
    return {.code = reader.code<domain::TestCode>("code"),
            .label = read_words_at(reader, "label"),
            .target = reader.code<domain::TargetCode>("target"),
            .method = reader.word("method", domain::test_method_from),
            .specimens = reader.codes<domain::SpecimenCode>("specimens", most_listed),
            .outcomes = read_outcomes(reader, "results"),
            .titre = reader.yes_or_no("titre") ? TestKind::Titre::told : TestKind::Titre::none,
            .critical = read_outcomes(reader, "critical"),
            .strategy = reader.optional_word("strategy", strategy_from).value_or(TestKind::Strategy::none),
            .codings = read_codings(reader),
            .titre_codings = codings_if_there(reader, "titre_codes"),
            .positive_codings = codings_if_there(reader, "positive_codes")};
}

Json panel_json(const domain::TestPanel& panel)
{
    return {{"label", panel.label}, {"tests", codes_json(panel.tests)}};
}

domain::TestPanel read_panel(ObjectReader& reader)
{
    return {read_words_at(reader, "label"), reader.codes<domain::TestCode>("tests", most_listed)};
}

Json sheet_json(const domain::TestSheet& sheet)
{
    Json json{{"specimens", list_json(sheet.specimens, specimen_json)},
              {"kinds", list_json(sheet.kinds, kind_json)},
              {"panels", list_json(sheet.panels, panel_json)}};
    put_source(json, sheet.about);
    return json;
}

domain::TestSheet read_sheet(ObjectReader& reader)
{
    return {.about = read_source(reader),
            .specimens = read_each(reader, "specimens", most_listed, read_specimen),
            .kinds = read_each(reader, "kinds", most_listed, read_test_kind),
            .panels = read_each(reader, "panels", most_listed, read_panel)};
}

Json consent_text_json(const domain::ConsentText& consent)
{
    Json json{{"ask", consent.ask}};
    put_source(json, consent.about);
    return json;
}

domain::ConsentText read_consent_text(ObjectReader& outer)
{
    ObjectReader reader{outer.object("consent")};
    domain::ConsentText consent{.about = read_source(reader), .ask = read_words_at(reader, "ask")};
    if (const auto finished = reader.finish(); !finished) {
        outer.refuse("consent", "holds something refused: " + finished.error().detail);
    }
    return consent;
}

} // namespace

std::string encode(const FormsView& view)
{
    return Json{{"forms", list_json(view.forms, form_json)},
                {"tests", list_json(view.tests, sheet_json)},
                {"form", edition_json(view.form)},
                {"test_sheet", edition_json(view.test_sheet)},
                {"consent", consent_text_json(view.consent)}}
        .dump();
}

Decoded<FormsView> decode_forms_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return FormsView{.forms = read_each(reader, "forms", most_listed, read_form),
                         .tests = read_each(reader, "tests", most_listed, read_sheet),
                         .form = read_edition(reader, "form"),
                         .test_sheet = read_edition(reader, "test_sheet"),
                         .consent = read_consent_text(reader)};
    });
}

} // namespace verandah::wire
