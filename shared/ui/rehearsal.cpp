// SPDX-License-Identifier: Apache-2.0
// What a test asks of the last frame, and what was wrong with its geometry.
#include "shared/ui/recording_painter.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace verandah::ui {
namespace {

constexpr float rounding = 0.5F; ///< Pixels, for rounding.

std::string in_quotes(std::string_view words)
{
    return "\"" + std::string{words} + "\"";
}

/// The distance between two boxes, 0 when they touch or overlap.
float distance(const Rect& one, const Rect& other)
{
    const float across = std::max({0.0F, other.x - one.end(), one.x - other.end()});
    const float down = std::max({0.0F, other.y - one.bottom(), one.y - other.bottom()});
    return std::hypot(across, down);
}

std::string names_of(const std::vector<Target>& targets)
{
    std::string names;
    for (const Target& target : targets) {
        names += (names.empty() ? "" : ", ") + in_quotes(target.label) + (target.enabled ? "" : " (off)");
    }
    return names;
}

} // namespace

bool Rehearsal::shows(std::string_view words) const
{
    const auto& texts = painter_.texts();
    return std::ranges::find(texts, words, &RecordingPainter::Text::words) != texts.end();
}

std::vector<std::string> Rehearsal::words() const
{
    std::vector<std::string> all;
    std::ranges::transform(painter_.texts(), std::back_inserter(all), &RecordingPainter::Text::words);
    return all;
}

const Target& Rehearsal::target(std::string_view label) const
{
    const auto found = std::ranges::find(interaction_.targets, label, &Target::label);
    if (found == interaction_.targets.end()) {
        throw std::runtime_error{"nothing to press is called " + in_quotes(label) +
                                 "; there is: " + names_of(targets())};
    }
    return *found;
}

const RecordingPainter::Text& Rehearsal::text(std::string_view words) const
{
    const auto found = std::ranges::find(painter_.texts(), words, &RecordingPainter::Text::words);
    if (found == painter_.texts().end()) {
        throw std::runtime_error{"nothing on the screen reads " + in_quotes(words)};
    }
    return *found;
}

std::string Rehearsal::focused() const
{
    const auto found = std::ranges::find(interaction_.targets, interaction_.focused, &Target::id);
    return interaction_.focus_shown && found != interaction_.targets.end() ? found->label : std::string{};
}

Point Rehearsal::centre_of(std::string_view label) const
{
    return target(label).rect.centre();
}

Input Rehearsal::pointer(Pointer::Phase phase, Point at)
{
    return {.pointer = {.phase = phase, .at = at}};
}

std::vector<std::string> Rehearsal::faults(const Limits& limits) const
{
    std::vector<std::string> found;
    const Rect screen{0, 0, view_.size.width, view_.size.height};
    const auto& all = interaction_.targets;
    for (auto one = all.begin(); one != all.end(); ++one) {
        const std::string name = in_quotes(one->label);
        if (std::min(one->rect.width, one->rect.height) < limits.least_target - rounding) {
            found.push_back(name + " is smaller than a target may be");
        }
        if (!screen.contains(one->rect)) {
            found.push_back(name + " reaches outside the screen");
        }
        for (auto other = one + 1; other != all.end(); ++other) {
            if (one->id == other->id) {
                found.push_back("two widgets are both called " + name);
            }
            if (one->enabled != other->enabled) {
                continue; // what lies behind a question may be under it
            }
            if (one->rect.overlaps(other->rect)) {
                found.push_back(name + " overlaps " + in_quotes(other->label));
            } else if (distance(one->rect, other->rect) < limits.least_gap - rounding) {
                found.push_back(name + " is too close to " + in_quotes(other->label));
            }
        }
    }
    for (const RecordingPainter::Text& text : painter_.texts()) {
        if (!text.complete) {
            found.push_back(in_quotes(text.words) + " does not fit its box");
        }
        if (!text.in_list && !screen.contains(text.box)) {
            found.push_back(in_quotes(text.words) + " reaches outside the screen");
        }
        if (text.size < limits.least_text_size - rounding) {
            found.push_back(in_quotes(text.words) + " is smaller than text may be");
        }
    }
    return found;
}

} // namespace verandah::ui
