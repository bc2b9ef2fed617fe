// SPDX-License-Identifier: Apache-2.0
// The names of rules, services and providers, as JSON.
#include "shared/wire/messages/care/care_rules_messages.hpp"

#include "shared/wire/messages/care/entry_fields.hpp"
#include "shared/wire/messages/parts.hpp"

#include <utility>

namespace verandah::wire {
namespace {

using Json = nlohmann::json;
using View = CareRulesView;
using Runs = domain::ReferralService::Runs;

constexpr std::size_t most_entries = 200; // as the files' reader allows
constexpr std::int64_t most_minutes = std::int64_t{24} * 60 - 1;
constexpr std::int64_t most_hours = 8784;
constexpr std::int64_t most_grace_days = 366;
constexpr std::int64_t most_days = 3650;
constexpr std::int64_t most_slips = 50;

std::string_view word(Runs runs)
{
    return runs == Runs::from_exposure ? "exposure" : "issue";
}
std::optional<Runs> runs_from(std::string_view text)
{
    return text == word(Runs::from_exposure) ? std::optional{Runs::from_exposure}
           : text == word(Runs::from_issue)  ? std::optional{Runs::from_issue}
                                             : std::nullopt;
}

Json span_json(const domain::OpenSpan& span)
{
    return {{"day", span.day.c_encoding()}, {"from", span.from.count()}, {"to", span.to.count()}};
}
domain::OpenSpan read_span(ObjectReader& reader)
{
    return {std::chrono::weekday{static_cast<unsigned>(reader.number("day", 0, 6))},
            std::chrono::minutes{reader.number("from", 0, most_minutes)},
            std::chrono::minutes{reader.number("to", 0, most_minutes)}};
}

Json provider_json(const domain::Provider& provider)
{
    return {{"code", provider.code.view()},
            {"name", provider.name},
            {"address", provider.address},
            {"services", codes_json(provider.services)},
            {"hours", list_json(provider.hours, span_json)},
            {"languages", provider.languages},
            {"last_checked", day_text(provider.last_checked)}};
}
std::vector<std::string> read_texts(ObjectReader& reader, std::string_view field)
{
    std::vector<std::string> texts;
    for (const auto& text : reader.list(field, most_entries)) {
        if (!text.is_string()) {
            reader.refuse(field, "holds something that is not a text");
            break;
        }
        texts.push_back(text.get<std::string>());
    }
    return texts;
}
domain::Provider read_provider(ObjectReader& reader)
{
    return {.code = reader.code<domain::ProviderCode>("code"),
            .name = reader.text("name", 400),
            .address = reader.text("address", 1000),
            .services = reader.codes<domain::ReferralServiceCode>("services", most_entries),
            .hours = read_each(reader, "hours", 7 * most_entries, read_span),
            .languages = read_texts(reader, "languages"),
            .last_checked = day(reader, "last_checked")};
}

Json rule_json(const View::Rule& rule)
{
    return {{"code", rule.code.view()}, {"service", rule.service.view()}, {"label", rule.label}};
}
View::Rule read_rule(ObjectReader& reader)
{
    return {reader.code<domain::FollowupRuleCode>("code"), reader.code<domain::FollowupServiceCode>("service"),
            read_words(reader, "label")};
}

Json service_json(const View::ReferralService& service)
{
    return {{"code", service.code.view()},
            {"label", service.label},
            {"slip", service.slip},
            {"within_hours", service.within.count()},
            {"clock_from", word(service.runs)},
            {"grace_days", service.grace.count()}};
}
View::ReferralService read_service(ObjectReader& reader)
{
    return {reader.code<domain::ReferralServiceCode>("code"),
            read_words(reader, "label"),
            read_words(reader, "slip"),
            std::chrono::hours{reader.number("within_hours", 1, most_hours)},
            reader.word("clock_from", runs_from),
            std::chrono::days{reader.number("grace_days", 0, most_grace_days)}};
}

Json partner_reason_json(const View::PartnerReason& reason)
{
    return {{"code", reason.code.view()}, {"label", reason.label}, {"look_back_days", reason.look_back_days}};
}
View::PartnerReason read_partner_reason(ObjectReader& reader)
{
    return {reader.code<domain::PartnerReasonCode>("code"), read_words(reader, "label"),
            static_cast<int>(reader.number("look_back_days", 1, most_days))};
}

Json modes_json(const std::vector<domain::PartnerMode>& modes)
{
    return list_json(modes, [](domain::PartnerMode mode) { return Json(word(mode)); });
}
std::vector<domain::PartnerMode> read_modes(ObjectReader& reader, std::string_view field)
{
    std::vector<domain::PartnerMode> modes;
    for (const auto& text : read_texts(reader, field)) {
        if (const auto mode = domain::partner_mode_from(text)) {
            modes.push_back(*mode);
        } else {
            reader.refuse(field, "holds a word not known here");
        }
    }
    return modes;
}

} // namespace

CareRulesView view_of(const domain::FollowupRules& followup, const domain::ReferralClocks& clocks,
                      const domain::ProviderDirectory& providers, const domain::PartnerRules& partners)
{
    View view{.services = followup.services,
              .providers = providers.providers,
              .partner_modes = partners.modes,
              .partner_modes_when_violence_feared = partners.modes_when_violence_feared,
              .most_slips = partners.most_slips};
    for (const auto& rule : followup.rules) {
        view.rules.push_back({rule.code, rule.service, rule.label});
    }
    for (const auto& service : clocks.services) {
        view.referral_services.push_back(
            {service.code, service.label, service.slip, service.within, service.runs, service.grace});
    }
    for (const auto& reason : partners.reasons) {
        view.partner_reasons.push_back({reason.code, reason.label, reason.look_back_days});
    }
    return view;
}

std::string encode(const CareRulesView& view)
{
    return Json{{"services", list_json(view.services,
                                       [](const domain::FollowupService& service) {
                                           return Json{{"code", service.code.view()}, {"label", service.label}};
                                       })},
                {"rules", list_json(view.rules, rule_json)},
                {"referral_services", list_json(view.referral_services, service_json)},
                {"providers", list_json(view.providers, provider_json)},
                {"partner_reasons", list_json(view.partner_reasons, partner_reason_json)},
                {"partner_modes", modes_json(view.partner_modes)},
                {"partner_modes_when_violence_feared", modes_json(view.partner_modes_when_violence_feared)},
                {"most_slips", view.most_slips}}
        .dump();
}

Decoded<CareRulesView> decode_care_rules_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return View{.services =
                        read_each(reader, "services", most_entries,
                                  [](ObjectReader& each) {
                                      return domain::FollowupService{each.code<domain::FollowupServiceCode>("code"),
                                                                     read_words(each, "label")};
                                  }),
                    .rules = read_each(reader, "rules", most_entries, read_rule),
                    .referral_services = read_each(reader, "referral_services", most_entries, read_service),
                    .providers = read_each(reader, "providers", most_entries, read_provider),
                    .partner_reasons = read_each(reader, "partner_reasons", most_entries, read_partner_reason),
                    .partner_modes = read_modes(reader, "partner_modes"),
                    .partner_modes_when_violence_feared = read_modes(reader, "partner_modes_when_violence_feared"),
                    .most_slips = static_cast<int>(reader.number("most_slips", 1, most_slips))};
    });
}

} // namespace verandah::wire
