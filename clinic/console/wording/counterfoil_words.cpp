// SPDX-License-Identifier: Apache-2.0
// What came of a slip, in words that say nothing of whom or why.
#include "clinic/console/wording/counterfoil_words.hpp"

#include "clinic/console/flow/counterfoil_steps.hpp"

#include <string>
#include <utility>

namespace verandah::console {

namespace {

std::string said_words(const ui::Translator& words, CounterfoilSaid said)
{
    switch (said) {
    case CounterfoilSaid::nothing: return {};
    case CounterfoilSaid::taken: return words.translate("Thank you. It is taken.");
    case CounterfoilSaid::not_whole: return words.translate("The code begins with a 9 and has 29 characters.");
    case CounterfoilSaid::wrong_character:
        return words.translate("A character in the code is wrong. Scan it again, or type it again.");
    case CounterfoilSaid::a_card: return words.translate("That was a card, and no slip. Nothing of it was kept.");
    case CounterfoilSaid::hub_away: return words.translate("The hub is away. Press Enter to try it again.");
    case CounterfoilSaid::too_many:
        return words.translate("The hub is away, and many slips wait already. Keep this one until it is back.");
    case CounterfoilSaid::not_taken: return words.translate("This console may not do that.");
    }
    std::unreachable();
}

} // namespace

SheetModel counterfoil_words(const Scene& scene, const CounterfoilSheet& sheet)
{
    const auto& words = scene.words;
    SheetModel model;
    model.title = words.translate("A slip came back");
    model.note = words.translate("Scan it, or type its letters. Each is answered alike, whether it is ours or not.");
    model.typed = sheet.typed;
    model.field_label = words.translate("The code on it");
    model.typed_as = is_hidden(sheet) ? ui::Field::Typed::as_dots : ui::Field::Typed::readable;
    model.said = sheet.is_asked ? words.translate("Writing it down…") : said_words(words, sheet.said);
    model.said_tone = sheet.is_asked || sheet.said == CounterfoilSaid::taken ? ui::Tone::mist : ui::Tone::soon;
    model.confirm = words.translate("Take it");
    model.cancel = words.translate("Done");
    return model;
}

} // namespace verandah::console
