// SPDX-License-Identifier: Apache-2.0
// Referrals as JSON.
#include "shared/wire/messages/care/referral_parts.hpp"

#include "shared/wire/messages/care/entry_fields.hpp"

namespace verandah::wire {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t largest_referral = 1'000'000; // of one visitor

Json issue_json(const domain::ReferralIssue& issue)
{
    Json json{{"ground", word(issue.ground)}};
    if (issue.counterfoil) {
        json["counterfoil"] = hexadecimal(*issue.counterfoil);
    }
    return json;
}

std::optional<domain::ReferralIssue> read_issue(ObjectReader& reader, const Json& json)
{
    return read_within_if_there(reader, json, "issue", [&](ObjectReader& inner) {
        domain::ReferralIssue issue{inner.word("ground", domain::referral_ground_from)};
        if (json["issue"].contains("counterfoil")) {
            issue.counterfoil = counterfoil_hash(inner, "counterfoil");
        }
        return issue;
    });
}

domain::ReferralId referral_id(ObjectReader& reader)
{
    return domain::ReferralId{reader.number("referral", 1, largest_referral)};
}

} // namespace

void put_destination(Json& json, const domain::ReferralDestination& to)
{
    if (const auto* const provider = std::get_if<domain::ProviderCode>(&to)) {
        json["provider"] = provider->view();
    } else {
        json["line_service"] = std::get<domain::ServiceCode>(to).view();
    }
}

domain::ReferralDestination read_destination(ObjectReader& reader)
{
    const auto provider = reader.optional_code<domain::ProviderCode>("provider");
    const auto inside = reader.optional_code<domain::ServiceCode>("line_service");
    if (provider.has_value() == inside.has_value()) {
        reader.refuse("provider", "or line_service has to be there, and not both");
    }
    if (inside) {
        return *inside;
    }
    return provider ? *provider : *domain::ProviderCode::make("none");
}

Json as_json(const domain::ReferralMade& made)
{
    Json json{{"referral", made.referral.value()}, {"service", made.service.view()}, {"escort", word(made.escort)}};
    put_destination(json, made.to);
    if (made.clock_from) {
        json["clock_from"] = milliseconds(*made.clock_from);
    }
    if (made.issued) {
        json["issue"] = issue_json(*made.issued);
    }
    return json;
}

domain::ReferralMade read_referral_made(ObjectReader& reader, const Json& json)
{
    return {.referral = referral_id(reader),
            .service = reader.code<domain::ReferralServiceCode>("service"),
            .to = read_destination(reader),
            .escort = reader.word("escort", domain::escort_from),
            .clock_from = reader.optional_instant("clock_from"),
            .issued = read_issue(reader, json)};
}

Json as_json(const domain::ReferralMoved& moved)
{
    Json json{{"referral", moved.referral.value()}, {"event", word(moved.event)}};
    if (moved.issue) {
        json["issue"] = issue_json(*moved.issue);
    }
    if (moved.declined) {
        json["declined"] = word(*moved.declined);
    }
    if (moved.evidence) {
        json["evidence"] = word(*moved.evidence);
    }
    if (moved.booked_for) {
        json["booked_for"] = day_text(*moved.booked_for);
    }
    return json;
}

domain::ReferralMoved read_referral_moved(ObjectReader& reader, const Json& json)
{
    return {.referral = referral_id(reader),
            .event = reader.word("event", domain::referral_event_from),
            .issue = read_issue(reader, json),
            .declined = reader.optional_word("declined", domain::decline_reason_from),
            .evidence = reader.optional_word("evidence", domain::evidence_from),
            .booked_for = optional_day(reader, "booked_for")};
}

Json as_json(const domain::FeedbackSeen& said)
{
    return {{"referral", said.referral.value()}, {"welcome", word(said.welcome)}};
}

domain::FeedbackSeen read_feedback_seen(ObjectReader& reader)
{
    return {referral_id(reader), reader.word("welcome", domain::welcome_from)};
}

} // namespace verandah::wire
