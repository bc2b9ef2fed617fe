// SPDX-License-Identifier: Apache-2.0
// What the words are chosen from: flow, centre, link and time.
#include "kiosk/wording/scene.hpp"

namespace verandah::kiosk {

ui::Language language_of(const Flow& flow, const wire::CentreView* centre)
{
    const auto known = [](const std::string& code) { return ui::find_language(code); };
    if (!flow.language.empty()) {
        if (const auto language = known(flow.language)) {
            return *language;
        }
    }
    if (centre != nullptr && !centre->centre.languages.empty()) {
        if (const auto language = known(centre->centre.languages.front())) {
            return *language;
        }
    }
    return ui::known_languages().front();
}

std::string public_words(const domain::Words& words, std::string_view language, const wire::CentreView& centre)
{
    if (const auto found = words.find(std::string{language}); found != words.end()) {
        return found->second;
    }
    for (const std::string& code : centre.centre.languages) {
        if (const auto found = words.find(code); found != words.end()) {
            return found->second;
        }
    }
    return words.empty() ? std::string{} : words.begin()->second;
}

std::string filled(std::string text, std::initializer_list<std::pair<std::string_view, std::string_view>> values)
{
    for (const auto& [name, value] : values) {
        const std::string place = "{" + std::string{name} + "}";
        if (const auto found = text.find(place); found != std::string::npos) {
            text.replace(found, place.size(), value);
        }
    }
    return text;
}

} // namespace verandah::kiosk
