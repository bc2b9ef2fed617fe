// SPDX-License-Identifier: Apache-2.0
// Welcome and languages.
#include "kiosk/wording/opening_words.hpp"
#include "kiosk/wording/page_of.hpp"
#include "kiosk/wording/page_words.hpp"
#include "kiosk/wording/step_words.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

constexpr std::size_t welcome_languages = 4;

std::vector<LanguageChoice> all_languages(const Scene& scene)
{
    std::vector<LanguageChoice> choices;
    if (scene.centre == nullptr) {
        return choices;
    }
    const std::string_view chosen = scene.words.language().code;
    for (const std::string& code : scene.centre->centre.languages) {
        const auto known = ui::find_language(code);
        choices.push_back({code, known ? std::string{known->own_name} : code,
                           code == chosen ? LanguageChoice::State::chosen : LanguageChoice::State::other});
    }
    return choices;
}

/// The first few, the chosen one always among them.
std::vector<LanguageChoice> first_languages(std::vector<LanguageChoice> all)
{
    if (all.size() <= welcome_languages) {
        return all;
    }
    const auto chosen = std::ranges::find(all, LanguageChoice::State::chosen, &LanguageChoice::state);
    if (chosen != all.end() && chosen - all.begin() > 2) {
        std::swap(all[2], *chosen);
    }
    all.resize(welcome_languages - 1);
    return all;
}

Greeting greeting_of(const Scene& scene, Door door)
{
    const auto& words = scene.words;
    switch (door) {
    case Door::open:
        return {.title = words.translate("Welcome"), .note = words.translate("No name needed. Touch to begin.")};
    case Door::closed: return {.title = words.translate("We are closed right now"), .note = opens_again(scene)};
    case Door::no_more_numbers:
        return {.title = words.translate("No more numbers today"),
                .note = words.translate("You can still talk to a person.")};
    case Door::unknown:
        return {.title = words.translate("Welcome"),
                .note = words.translate("We are getting ready. You can talk to a person right away.")};
    }
    return {};
}

} // namespace

ScreenModel welcome_words(const Scene& scene)
{
    const Door door = door_of(scene.centre);
    PageModel page = page_words(scene, WayBack::none);
    if (door == Door::unknown) {
        return NoticeModel{.page = std::move(page), .greeting = greeting_of(scene, door)};
    }
    WelcomeModel model{.page = std::move(page), .greeting = greeting_of(scene, door), .languages = {}};
    auto languages = all_languages(scene);
    if (languages.size() > welcome_languages) {
        model.more = scene.words.translate("More…");
    }
    model.languages = first_languages(std::move(languages));
    if (door == Door::open) {
        model.with_card = {scene.words.translate("I have a card"), scene.words.translate("Hold it to the glass below")};
        model.without_card = {scene.words.translate("I have no card"),
                              scene.words.translate("You can come in just as well")};
    }
    if (door != Door::closed && !scene.centre->supplies.empty()) {
        model.supplies = scene.words.translate("Just supplies");
    }
    return model;
}

LanguagesModel languages_words(const Scene& scene)
{
    const auto all = all_languages(scene);
    const PageOf shown = PageOf::choices(all.size(), scene.flow.language_page);
    LanguagesModel model{.page = page_words(scene, WayBack::offered),
                         .title = scene.words.translate("Choose your language"),
                         .languages = {}};
    for (std::size_t i = shown.first; i < shown.last; ++i) {
        model.languages.push_back(all[i]);
    }
    if (shown.count > 1) {
        model.more = MorePage{scene.words.translate("More…"), shown.next};
    }
    return model;
}

} // namespace verandah::kiosk
