// SPDX-License-Identifier: Apache-2.0
// The words on a slip: neutral, since anybody may read it over her shoulder.
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

std::string weekday_label(const ui::Translator& words, std::chrono::weekday day)
{
    switch (day.iso_encoding()) {
    case 1: return words.translate("Monday");
    case 2: return words.translate("Tuesday");
    case 3: return words.translate("Wednesday");
    case 4: return words.translate("Thursday");
    case 5: return words.translate("Friday");
    case 6: return words.translate("Saturday");
    default: return words.translate("Sunday");
    }
}

std::string clock(std::chrono::minutes time)
{
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

/// "Monday, Tuesday 09:00–17:00": days with the same hours share a line, in the order of the file.
std::vector<std::string> hours_words(const ui::Translator& words, const std::vector<domain::OpenSpan>& hours)
{
    std::vector<std::pair<std::string, std::string>> lines; // hours, days
    for (const auto& span : hours) {
        const auto open = clock(span.from) + "–" + clock(span.to);
        const auto same = std::ranges::find(lines, open, &std::pair<std::string, std::string>::first);
        if (same == lines.end()) {
            lines.emplace_back(open, weekday_label(words, span.day));
        } else {
            same->second += words.translate_in("between words of a list", ", ") + weekday_label(words, span.day);
        }
    }
    std::vector<std::string> said;
    std::ranges::transform(lines, std::back_inserter(said),
                           [](const auto& line) { return line.second + " " + line.first; });
    return said;
}

} // namespace

SlipModel slip_words(const Scene& scene, const ShownSlip& shown)
{
    const auto& words = scene.words;
    Slip slip{.direction = words.language().direction,
              .title = words.translate("Please welcome whoever brings this slip"),
              .what = {},
              .where_label = words.translate("Where"),
              .where = destination_label(scene, shown.to),
              .address = {},
              .when_label = words.translate("When"),
              .when = {},
              .promise = words.translate("Nobody is named on this slip, and nothing is said of why."),
              .counterfoil_label = words.translate("Bring this part back"),
              .counterfoil_note = words.translate(
                  "Put it under the scanner of the kiosk, or give it to staff. It says nothing about you."),
              .code = shown.code};
    if (const auto& rules = scene.console.work.rules) {
        for (const auto& service : rules->referral_services) {
            slip.what = service.code == shown.service ? label_of(scene, service.slip) : slip.what;
        }
        const auto* const code = std::get_if<domain::ProviderCode>(&shown.to);
        for (const auto& provider : rules->providers) {
            if (code != nullptr && provider.code == *code) {
                slip.address = provider.address;
                slip.when = hours_words(words, provider.hours);
            }
        }
    }
    if (slip.when.empty()) {
        slip.when = {words.translate("Please ask when they are open.")};
    }
    return {.title = words.translate("The slip"),
            .note = shown.is_written
                        ? words.translate("It goes to a file, to be printed on paper. Its code is shown only now: "
                                          "afterwards nobody can make it again.")
                        : words.translate("Writing it down…"),
            .slip = std::move(slip),
            .keep = shown.is_written ? words.translate("Save to a file") : std::string{},
            .close = words.translate("Close")};
}

} // namespace verandah::console
