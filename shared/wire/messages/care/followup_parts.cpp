// SPDX-License-Identifier: Apache-2.0
// Due items' acts as JSON.
#include "shared/wire/messages/care/followup_parts.hpp"

#include "shared/wire/messages/care/entry_fields.hpp"
#include "shared/wire/messages/care/tracing_parts.hpp"

namespace verandah::wire {
namespace {

using Json = nlohmann::json;

/// The permanent words of the acts, in the order of domain::DueAct.
constexpr std::array<std::string_view, 4> act_words{"complete", "postpone", "give", "reopen"};
static_assert(act_words.size() == std::variant_size_v<domain::DueAct>);

Json item_json(const domain::DueItemKey& item)
{
    return {{"rule", item.rule.view()}, {"triggered_on", day_text(item.triggered_on)}};
}

struct ActFields {
    Json& json;

    void operator()(const domain::CompleteItem& act) const { json["because"] = word(act.because); }
    void operator()(const domain::PostponeItem& act) const
    {
        json["until"] = day_text(act.until);
        json["because"] = word(act.because);
    }
    void operator()(const domain::GiveItem& act) const
    {
        json["worker"] = act.worker.view();
        if (!act.words.empty()) {
            json["words"] = act.words;
        }
        if (act.tracing) {
            json["tracing"] = act.tracing->value();
        }
    }
    void operator()(const domain::ReopenItem& /*act*/) const {}
};

domain::DueAct read_act(ObjectReader& reader)
{
    const auto act = reader.text("act", 20);
    if (act == act_words[0]) {
        return domain::CompleteItem{reader.word("because", domain::completed_because_from)};
    }
    if (act == act_words[1]) {
        return domain::PostponeItem{day(reader, "until"), reader.word("because", domain::postponed_because_from)};
    }
    if (act == act_words[2]) {
        return domain::GiveItem{.worker = reader.code<domain::AccountCode>("worker"),
                                .words = reader.optional_text("words", domain::GiveItem::longest_words).value_or(""),
                                .tracing = reader.optional_id<domain::TracingId>("tracing")};
    }
    if (act != act_words[3]) {
        reader.refuse("act", "is not a word known here");
    }
    return domain::ReopenItem{};
}

/// Both, or neither.
std::optional<domain::TracingAnswerId> read_told(ObjectReader& reader)
{
    const auto tracing = reader.optional_id<domain::TracingId>("tracing");
    const auto answer = reader.optional_number("answer", 1, most_told);
    if (tracing.has_value() != answer.has_value()) {
        reader.refuse("answer", "comes with its tracing");
    }
    return tracing && answer ? std::optional{domain::TracingAnswerId{*tracing, static_cast<std::uint32_t>(*answer)}}
                             : std::nullopt;
}

} // namespace

domain::DueItemKey read_due_item_key(ObjectReader& reader)
{
    return {reader.code<domain::FollowupRuleCode>("rule"), day(reader, "triggered_on")};
}

Json as_json(const domain::DueActed& acted)
{
    auto json = item_json(acted.item);
    json["act"] = act_words.at(acted.act.index());
    std::visit(ActFields{json}, acted.act);
    return json;
}

domain::DueActed read_due_acted(ObjectReader& reader)
{
    auto item = read_due_item_key(reader);
    return {std::move(item), read_act(reader)};
}

Json as_json(const domain::TracingTried& tried)
{
    auto json = item_json(tried.item);
    json["attempt"] = tried.attempt;
    json["by"] = word(tried.by);
    json["outcome"] = word(tried.outcome);
    if (tried.end) {
        json["end"] = word(*tried.end);
    }
    if (tried.told) {
        json["tracing"] = tried.told->tracing.value();
        json["answer"] = tried.told->answer;
    }
    return json;
}

domain::TracingTried read_tracing_tried(ObjectReader& reader)
{
    return {.item = read_due_item_key(reader),
            .attempt = static_cast<int>(reader.number("attempt", 1, domain::most_tracing_attempts)),
            .by = reader.word("by", domain::channel_from),
            .outcome = reader.word("outcome", domain::tracing_outcome_from),
            .end = reader.optional_word("end", domain::tracing_end_from),
            .told = read_told(reader)};
}

Json as_json(const domain::ChannelAgreed& agreed)
{
    return {{"channel", word(agreed.channel)}};
}

domain::ChannelAgreed read_channel_agreed(ObjectReader& reader)
{
    return {reader.word("channel", domain::channel_from)};
}

} // namespace verandah::wire
