// SPDX-License-Identifier: Apache-2.0
// Who can be referred to: what they offer and when, how visitors are received there, and whether that is still so.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/wording/work_page.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::Provider;
using Voice = TableCell::Voice;

std::string joined(const ui::Translator& words, const std::vector<std::string>& parts)
{
    std::string all;
    for (const auto& part : parts) {
        all += (all.empty() ? "" : words.translate_in("between words of a list", ", ")) + part;
    }
    return all;
}

std::string services_words(const Scene& scene, const Provider& provider)
{
    std::vector<std::string> services;
    std::ranges::transform(provider.services, std::back_inserter(services),
                           [&](const domain::ReferralServiceCode& service) { return referral_label(scene, service); });
    return joined(scene.words, services);
}

/// nullptr when too few said so.
const domain::ProviderQuality* quality_known(const Scene& scene, domain::ProviderCode provider)
{
    const auto& list = scene.console.work.referrals.list;
    if (!list) {
        return nullptr;
    }
    const auto found = std::ranges::find(list->opinions, provider, &wire::ReferralList::Opinion::provider);
    return found == list->opinions.end() ? nullptr : &found->quality;
}

std::optional<domain::Welcome> verdict_of(const Scene& scene, domain::ProviderCode provider)
{
    const auto* quality = quality_known(scene, provider);
    return quality == nullptr ? std::nullopt : domain::verdict(*quality);
}

WorkCell opinion_cell(const Scene& scene, const Provider& provider)
{
    const auto verdict = verdict_of(scene, provider.code);
    return verdict ? WorkCell{.words = welcome_label(scene, *verdict),
                              .icon = welcome_icon(*verdict),
                              .badge = *verdict == domain::Welcome::friendly ? ui::Tone::mist : welcome_tone(*verdict)}
                   : WorkCell{.words = scene.words.translate("too few answers"), .voice = Voice::quiet};
}

WorkCell checked_cell(const Scene& scene, const Provider& provider)
{
    const auto day = day_label(scene, provider.last_checked);
    return domain::should_be_checked(provider, today(scene.console, scene.now))
               ? WorkCell{.words = day, .icon = ui::icon::warning, .badge = ui::Tone::soon}
               : WorkCell{.words = day, .voice = Voice::quiet};
}

WorkRow provider_row(const Scene& scene, const Provider& provider, bool chosen)
{
    return {.id = "provider " + provider.code.text(),
            .label = provider.name,
            .cells = {{.words = provider.name, .voice = Voice::strong},
                      {.words = services_words(scene, provider)},
                      {.words = joined(scene.words, provider.languages), .voice = Voice::quiet},
                      opinion_cell(scene, provider),
                      checked_cell(scene, provider)},
            .chosen = chosen};
}

std::string opinion_words(const Scene& scene, const Provider& provider)
{
    const auto* quality = quality_known(scene, provider.code);
    if (quality == nullptr) {
        return filled(scene.words.translate("How it is there: fewer than {count} visitors have said."),
                      {{"count", std::to_string(domain::fewest_answers)}});
    }
    const auto all = quality->friendly + quality->neither + quality->unfriendly;
    return filled(scene.words.translate("{friendly} of {all} visitors say: friendly."),
                  {{"friendly", std::to_string(quality->friendly)}, {"all", std::to_string(all)}});
}

std::vector<std::string> provider_lines(const Scene& scene, const Provider& provider)
{
    const auto& words = scene.words;
    std::vector<std::string> lines{provider.address, services_words(scene, provider)};
    auto hours = hours_words(words, provider.hours);
    if (hours.empty()) {
        hours = {words.translate("Please ask when they are open.")};
    }
    std::ranges::move(hours, std::back_inserter(lines));
    lines.push_back(joined(words, provider.languages));
    lines.push_back(opinion_words(scene, provider));
    const bool is_old = domain::should_be_checked(provider, today(scene.console, scene.now));
    lines.push_back(filled(is_old ? words.translate("Checked {day}: somebody should ask whether this is still so.")
                                  : words.translate("Checked {day}."),
                           {{"day", day_label(scene, provider.last_checked)}}));
    std::erase(lines, std::string{});
    return lines;
}

WorkPanel directory_panel(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    WorkPanel panel{.title = words.translate("Choose a provider"),
                    .lines = {words.translate("The list stands in the centre's folder, in clinical/providers.toml.")},
                    .deeds = {{WorkDeed::board, words.translate("To the referrals"), ui::icon::forward_to_inbox, 'P'}},
                    .notice = {}};
    if (const auto chosen = work.directory->chosen; work.rules && chosen && *chosen < work.rules->providers.size()) {
        const auto& provider = work.rules->providers[*chosen];
        panel.title = provider.name;
        panel.lines = provider_lines(scene, provider);
    }
    return panel;
}

} // namespace

std::string provider_note(const Scene& scene, const Provider& provider)
{
    const auto verdict = verdict_of(scene, provider.code);
    std::string note = verdict ? welcome_label(scene, *verdict) : std::string{};
    if (domain::should_be_checked(provider, today(scene.console, scene.now))) {
        note += (note.empty() ? "" : " · ") +
                filled(scene.words.translate("Checked {day}."), {{"day", day_label(scene, provider.last_checked)}});
    }
    return note;
}

WorkModel directory_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    auto model = work_page(scene, words.translate("Providers"),
                           {{words.translate("Where"), 0.3F},
                            {words.translate("What for"), 0},
                            {words.translate("Languages"), 0.15F},
                            {words.translate("How it is there"), 0.17F},
                            {words.translate("Checked"), 0.16F}},
                           directory_panel(scene));
    ListStanding standing;
    if (work.rules) {
        const auto& providers = work.rules->providers;
        standing = {ListStanding::Stage::there, providers.size(), static_cast<int>(providers.size())};
        for (std::size_t index = 0; index < providers.size(); ++index) {
            model.rows.push_back(provider_row(scene, providers[index], work.directory->chosen == index));
        }
    } else if (!work.rules_are_asked) {
        standing.stage = ListStanding::Stage::failed;
    }
    word_standing(scene, standing, words.translate("There is no provider yet"), model);
    return model;
}

} // namespace verandah::console
