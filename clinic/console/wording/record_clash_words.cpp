// SPDX-License-Identifier: Apache-2.0
// What two have answered.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

namespace verandah::console {

ClashModel clash_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    const auto& clash = *record.clash;
    ClashModel model;
    model.title = words.translate("Two of you have answered this");
    model.note =
        filled(words.translate("{who} answered it, too, at {time}. Choose what is right; both stay in the history."),
               {{"who", clash.by.view()}, {"time", time_words(scene, clash.at)}});
    model.mine_label = words.translate("Yours");
    model.theirs_label = clash.by.text();
    const auto value = [](const domain::Answers& answers, const domain::FieldCode& field) {
        const auto found = answers.find(field);
        return found == answers.end() ? nullptr : &found->second;
    };
    bool is_decided = true;
    for (const auto& [code, take] : clash.fields) {
        const auto* field = domain::find_field(*form_of(scene.console), code);
        if (field == nullptr) {
            continue;
        }
        is_decided = is_decided && take != Clash::Take::undecided;
        const auto choice = [&](const domain::Answers& answers, Clash::Take which, const char* id) {
            return RecordChoice{answer_words(scene, *field, value(answers, code)),
                                RecordWish{SettleField{code, which}},
                                code.text() + id,
                                take == which,
                                false,
                                0};
        };
        model.lines.push_back({text_of(scene, field->label), choice(record.answers, Clash::Take::mine, ".mine"),
                               choice(clash.theirs, Clash::Take::theirs, ".theirs")});
    }
    model.confirm = words.translate("Keep these");
    model.missing = is_decided ? std::string{} : words.translate("Choose one in each line.");
    return model;
}

} // namespace verandah::console
