// SPDX-License-Identifier: Apache-2.0
// When it was, to five minutes, and how long PEP can be begun from then on.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_time.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <fmt/format.h>

#include <utility>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

TimeModel::Step step_of(const Scene& scene, std::chrono::minutes by, char32_t key)
{
    return {by < 0min ? "−" : "+", RecordWish{StepTime{by}}, key, fmt::format("time.{}", by.count()),
            can_step(*scene.console.record->time, by, scene.now)};
}

TimeModel::Stepper stepper(const Scene& scene, std::string label, std::string value, std::chrono::minutes by,
                           char32_t less)
{
    return {std::move(label), std::move(value), step_of(scene, -by, less), step_of(scene, by, less + 1)};
}

} // namespace

TimeModel exact_time_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& time = *scene.console.record->time;
    const auto* field = domain::find_field(*form_of(scene.console), time.field);
    const auto local = time.at + scene.console.centre->utc_offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::minutes>(local - midnight)};
    const auto day = today(scene.console, time.at);
    TimeModel model;
    model.title = field == nullptr ? words.translate("When it was") : text_of(scene, field->label);
    model.note = day_label(scene, day);
    model.steppers = {
        stepper(scene, words.translate("Date"), day_words(scene, day), 24h, U'1'),
        stepper(scene, words.translate("Hour"), fmt::format("{:02}", clock.hours().count()), 1h, U'3'),
        stepper(scene, words.translate("Minute"), fmt::format("{:02}", clock.minutes().count()), time_step, U'5')};
    model.clock = pep_words(scene, time.at);
    model.confirm = words.translate("It was then");
    model.cancel = words.translate("Back");
    model.missing = time.at > scene.now ? words.translate("That is in the future") : std::string{};
    return model;
}

} // namespace verandah::console
