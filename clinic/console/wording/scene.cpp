// SPDX-License-Identifier: Apache-2.0
// Times, services, classes and rooms in words.
#include "clinic/console/wording/scene.hpp"

#include "shared/domain/queue/pick.hpp"

#include <algorithm>

namespace verandah::console {

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

std::string duration(const Scene& scene, std::chrono::milliseconds span)
{
    const auto minutes = std::max<long>(0, std::chrono::floor<std::chrono::minutes>(span).count());
    if (minutes < 60) {
        return filled(scene.words.translate("{minutes} min"), {{"minutes", std::to_string(minutes)}});
    }
    return filled(scene.words.translate("{hours} h {minutes} min"),
                  {{"hours", std::to_string(minutes / 60)}, {"minutes", std::to_string(minutes % 60)}});
}

std::string label_of(const Scene& scene, const domain::Words& label)
{
    if (const auto found = label.find(std::string{scene.words.language().code}); found != label.end()) {
        return found->second;
    }
    return label.empty() ? std::string{} : label.begin()->second;
}

std::string service_label(const Scene& scene, const domain::ServiceCode& service)
{
    const auto& services = scene.console.replica->line().rules().services;
    const auto found = std::ranges::find(services, service, &domain::Service::code);
    return found == services.end() || found->label.empty() ? service.text() : label_of(scene, found->label);
}

std::string needs_of(const Scene& scene, const domain::Ticket& ticket)
{
    std::string needs;
    for (const auto& step : ticket.now.steps) {
        if (step.stage != domain::Step::Stage::done) {
            needs += (needs.empty() ? "" : " · ") + service_label(scene, step.service);
        }
    }
    return needs;
}

std::string room(const ui::Translator& words, std::string_view sign)
{
    const bool is_number =
        !sign.empty() && std::ranges::all_of(sign, [](char letter) { return letter >= '0' && letter <= '9'; });
    return is_number ? filled(words.translate("Room {number}"), {{"number", sign}}) : std::string{sign};
}

std::string class_label(const Scene& scene, const domain::PriorityCode& priority)
{
    const auto found = domain::class_of(scene.console.replica->line().rules(), priority);
    return found.label.empty() ? priority.text() : label_of(scene, found.label);
}

ui::Tone class_tone(const domain::Centre& centre, const domain::PriorityCode& priority)
{
    const auto found = domain::class_of(centre, priority);
    if (found.discipline == domain::PriorityClass::Discipline::urgent) {
        return ui::Tone::care;
    }
    return found.weight > 1 ? ui::Tone::soon : ui::Tone::quiet;
}

} // namespace verandah::console
