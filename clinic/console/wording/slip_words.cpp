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

} // namespace

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

namespace {

/// Anybody's: where to go stands in `about`.
Slip blank_slip(const ui::Translator& words)
{
    return {.direction = words.language().direction,
            .title = {},
            .what = {},
            .where_label = words.translate("Where"),
            .where = {},
            .address = {},
            .when_label = words.translate("When"),
            .when = {},
            .promise = words.translate("Nobody is named on this slip, and nothing is said of why."),
            .counterfoil_label = {},
            .counterfoil_note = words.translate(
                "Put it under the scanner of the kiosk, or give it to staff. It says nothing about you.")};
}

Slip referral_slip(const Scene& scene, const ReferralSlip& shown)
{
    const auto& words = scene.words;
    auto slip = blank_slip(words);
    slip.title = words.translate("Please welcome whoever brings this slip");
    slip.where = destination_label(scene, shown.to);
    slip.counterfoil_label = words.translate("Bring this part back");
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
    return slip;
}

/// The same for every partner and every reason. The house's name is shown nowhere in public, so whoever gives the slip
/// writes in or says where it is.
Slip partner_slip(const Scene& scene)
{
    const auto& words = scene.words;
    auto slip = blank_slip(words);
    slip.title = words.translate("An invitation to a health check");
    slip.what = words.translate("Somebody who means well thinks it could be good for you. It costs nothing, it stays "
                                "between you and us, and nobody asks who gave you this slip.");
    slip.where = "………………………………………………";
    slip.address = words.translate("Whoever gave you this slip knows the way and the hours.");
    slip.when_label.clear();
    slip.counterfoil_label = words.translate("Bring this slip with you");
    return slip;
}

std::string slip_note(const Scene& scene, const ShownSlip& shown)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    if (!shown.is_written) {
        return words.translate("Writing it down…");
    }
    if (work.notice == WorkNotice::slip_saved) {
        return filled(words.translate("The slip is in {file}."), {{"file", work.saved_to}});
    }
    if (work.notice == WorkNotice::slip_not_saved) {
        return words.translate("The slip could not be saved.");
    }
    return shown.codes.size() == 1
               ? words.translate("It goes to a file, to be printed on paper. Its code is shown only now: afterwards "
                                 "nobody can make it again.")
               : words.translate("They go to one file, a page each, to be printed on paper. Their codes are made only "
                                 "now: afterwards nobody can make them again.");
}

} // namespace

SlipModel slip_words(const Scene& scene, const ShownSlip& shown)
{
    const auto& words = scene.words;
    const auto* referral = std::get_if<ReferralSlip>(&shown.about);
    const auto slip = referral != nullptr ? referral_slip(scene, *referral) : partner_slip(scene);
    SlipModel model{.title = shown.codes.size() == 1
                                 ? words.translate("The slip")
                                 : words.translate("{} slip", "{} slips", static_cast<long>(shown.codes.size())),
                    .note = slip_note(scene, shown),
                    .slips = {},
                    .keep = shown.is_written ? words.translate("Save to a file") : std::string{},
                    .close = words.translate("Close")};
    for (const auto& code : shown.codes) {
        model.slips.push_back(slip);
        model.slips.back().code = code;
    }
    return model;
}

} // namespace verandah::console
