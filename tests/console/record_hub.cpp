// SPDX-License-Identifier: Apache-2.0
// It decides as the hub does; what was asked under one number is answered once.
#include "record_hub.hpp"

#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/clinical/commodities_file.hpp"
#include "clinic/hub/clinical/form_file.hpp"
#include "clinic/hub/desks/stock_desk.hpp"
#include "shared/domain/record/supplies_given.hpp"
#include "shared/wire/messages/care/care_rules_messages.hpp"
#include "work_states.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using domain::FileEvent;

const domain::Catalogue& catalogue()
{
    static const auto starting = hub::starting_catalogue();
    return starting;
}

domain::AccountCode account(std::string_view word)
{
    return domain::AccountCode::make(word).value();
}

constexpr domain::FileId sample_file{4711};

std::shared_ptr<const hub::ClinicalData> with_form(std::string_view own_form)
{
    auto data = std::make_shared<hub::ClinicalData>(clinical());
    auto form = hub::read_form(own_form);
    if (!form) {
        throw std::logic_error{form.error().front().text("own form")};
    }
    data->chosen.form = form->about.edition;
    data->forms.push_back(*std::move(form));
    return data;
}

} // namespace

const hub::ClinicalData& clinical()
{
    static const auto data = [] {
        auto all = hub::built_in_clinical_data();
        all.providers.providers = sample_care_rules().providers;
        all.consents.push_back(all.consents.back()); // of a centre that has put it in other words once
        all.consents.back().about.edition.version = 2;
        return all;
    }();
    return data;
}

void RecordHub::answer(Console& console, std::vector<Effect> effects, domain::Instant now)
{
    for (std::size_t index = 0; index < effects.size(); ++index) {
        const auto* of_record = std::get_if<RecordEffect>(&effects[index]);
        const auto* of_stock = std::get_if<StockEffect>(&effects[index]);
        const auto* of_work = std::get_if<WorkEffect>(&effects[index]);
        const auto* asked = of_work == nullptr ? nullptr : std::get_if<AskWork>(of_work);
        std::vector<Happening> happenings;
        if (of_record != nullptr && !holds_) {
            happenings = answers_to(RecordEffect{*of_record}, now);
        } else if (of_stock != nullptr && std::holds_alternative<FetchStock>(*of_stock) && !holds_) {
            happenings.emplace_back(StockHappening{StockCame{hub::stock_view(cupboard_, catalogue(), sample_day)}});
        }
        if (asked != nullptr && asked->what == AskWork::What::rules && !holds_) { // what due items are called
            const auto rules = hub::rules_of(*data_);
            happenings.emplace_back(
                WorkHappening{WorkAnswered{asked->what, asked->look,
                                           files::SecretText{wire::encode(wire::view_of(
                                               rules.followup, rules.referrals, rules.providers, rules.partners))}}});
        }
        for (const auto& happening : happenings) {
            std::ranges::move(handle(console, happening, now), std::back_inserter(effects));
        }
    }
}

std::vector<Happening> RecordHub::answers_to(const RecordEffect& effect, domain::Instant now)
{
    struct Answers {
        RecordHub& hub;
        domain::Instant now;
        std::vector<Happening> operator()(const FetchKnowledge&) const
        {
            const auto& data = *hub.data_;
            return {RecordHappening{
                        FormsCame{{data.forms, data.tests, data.chosen.form, data.chosen.tests, data.consent_text()}}},
                    RecordHappening{GuidanceCame{{data.guidelines, data.chosen.guideline}}}};
        }
        std::vector<Happening> operator()(const OpenFile& asked) const { return {hub.opened(asked, now)}; }
        std::vector<Happening> operator()(const FetchFile& asked) const { return {hub.view(asked.look)}; }
        std::vector<Happening> operator()(const WriteEntry& asked) const
        {
            return {hub.once(asked.look, asked.ask, RecordLost{asked.look}, [&] { return hub.written(asked, now); })};
        }
        std::vector<Happening> operator()(const MoveStock& asked) const
        {
            return {hub.once(asked.look, asked.ask, StockAskLost{asked.look, asked.ask},
                             [&] { return hub.moved(asked, now); })};
        }
        std::vector<Happening> operator()(const KeepPictures& asked) const { return {hub.kept(asked, now)}; }
        std::vector<Happening> operator()(const CloseFile&) const
        {
            hub.closed_ = true;
            return {};
        }
    };
    return std::visit(Answers{*this, now}, effect);
}

RecordHappening RecordHub::view(std::size_t look) const
{
    std::vector<wire::FileView::Due> due;
    const auto rules = hub::rules_of(*data_);
    for (const auto& item : domain::due_items(rules.followup, domain::history_of(file_), file_.followup, sample_day)) {
        if (domain::is_open(item.state)) {
            due.push_back({item.key.rule, item.due, item.state});
        }
    }
    std::vector<wire::FileView::Returned> returned;
    for (const auto& counterfoil : returned_) {
        returned.push_back({counterfoil, domain::CounterfoilWay::kiosk, sample_now});
    }
    return RecordCame{look,
                      {.file = exists_ ? std::optional{sample_file} : std::nullopt,
                       .is_of_today = is_of_today_,
                       .entries = file_.entries,
                       .unread = file_.unread,
                       .returned = std::move(returned),
                       .due = std::move(due)}};
}

RecordHappening RecordHub::opened(const OpenFile& asked, domain::Instant now)
{
    if (const auto why = std::exchange(refuse_next_, std::nullopt)) {
        return RecordRefused{asked.look, *why};
    }
    if (asked.pictures && asked.pictures != pictures_) {
        return RecordRefused{asked.look,
                             pictures_ ? domain::Refusal::Why::not_allowed : domain::Refusal::Why::not_found};
    }
    if (!exists_ && asked.consent) {
        exists_ = true;
        is_of_today_ = asked.consent->answer == domain::ConsentSaid::Answer::only_today;
        const auto entry =
            domain::decide_entry(file_, *asked.consent, account("nurse-1"), {now, sample_day}, hub::rules_of(*data_));
        domain::apply(file_, entry.value());
    }
    return view(asked.look);
}

RecordHappening RecordHub::kept(const KeepPictures& asked, domain::Instant now)
{
    if (std::exchange(refuse_next_, std::nullopt)) {
        return PicturesNotKept{asked.look};
    }
    const auto entry = domain::decide_entry(file_, domain::PicturesChosen{domain::PictureLock{}}, account("nurse-1"),
                                            {now, sample_day}, hub::rules_of(clinical()));
    domain::apply(file_, entry.value());
    pictures_ = asked.pictures;
    return PicturesKept{asked.look};
}

RecordHappening RecordHub::written(const WriteEntry& asked, domain::Instant now)
{
    if (const auto why = std::exchange(refuse_next_, std::nullopt)) {
        return RecordRefused{asked.look, *why};
    }
    auto entry = domain::decide_entry(file_, asked.event, account("nurse-1"), {now, sample_day}, hub::rules_of(*data_));
    if (!entry) {
        refusals_.push_back(entry.error().detail);
        return RecordRefused{asked.look, entry.error().why};
    }
    const auto plan = domain::plan_supplies(cupboard_, catalogue(), domain::supplies_given(catalogue(), file_, *entry),
                                            {now, sample_day});
    for (const auto& event : plan.events) {
        domain::apply(cupboard_, event);
    }
    entry->supplies = plan.moved;
    domain::apply(file_, *entry);
    return EntryTaken{asked.look, *entry};
}

RecordHappening RecordHub::once(std::size_t look, std::size_t ask, const RecordHappening& lost,
                                const std::function<RecordHappening()>& answer)
{
    const auto what_is_lost = std::exchange(lose_next_, Lost::nothing);
    if (what_is_lost == Lost::request) {
        return lost;
    }
    const std::pair number{look, ask};
    if (!answered_.contains(number)) {
        answered_.emplace(number, answer());
    }
    return what_is_lost == Lost::answer ? lost : answered_.at(number);
}

RecordHappening RecordHub::moved(const MoveStock& asked, domain::Instant now)
{
    if (const auto why = std::exchange(refuse_next_stock_, std::nullopt)) {
        return StockAskRefused{asked.look, asked.ask, *why};
    }
    const bool gives = asked.path == "/v1/stock/dispense";
    const auto command = [&]() -> domain::StockCommand {
        if (!gives) {
            return wire::decode_counter_request(asked.body).value();
        }
        const auto give = wire::decode_give_request(asked.body).value();
        return domain::GiveStock{domain::GiveStock::How::dispensed, give.commodity, give.amount};
    }();
    const auto event = domain::decide(cupboard_, catalogue(), command, {now, sample_day});
    if (!event) {
        refusals_.push_back(event.error().detail);
        return StockAskRefused{asked.look, asked.ask, event.error().why};
    }
    domain::apply(cupboard_, *event);
    const auto& moved = std::get<domain::StockMoved>(*event);
    wire::StockReceipt receipt{moved.commodity, {}};
    auto id = moved.first.value();
    for (const auto& change : moved.changes) {
        receipt.movements.push_back({domain::MovementId{id++}, change.batch, change.amount});
    }
    return StockAnswered{asked.look, asked.ask, std::move(receipt)};
}

RecordHub::RecordHub(std::string_view own_form) : RecordHub{}
{
    data_ = with_form(own_form);
}

RecordHub::RecordHub() : data_{std::make_shared<hub::ClinicalData>(clinical())}
{
    for (const auto& commodity : catalogue().commodities) {
        if (commodity.kind == domain::CommodityKind::medicine) {
            receive(commodity.code.view(), "B-0317", 212, domain::CentreDay{2028y, std::chrono::March, 31d});
        }
    }
}

void RecordHub::change(const domain::StockCommand& command)
{
    const auto event = domain::decide(cupboard_, catalogue(), command, {sample_now, sample_day});
    if (!event) {
        throw std::logic_error{event.error().detail};
    }
    domain::apply(cupboard_, *event);
}

void RecordHub::receive(std::string_view commodity, std::string_view batch, std::int64_t amount,
                        domain::CentreDay expiry)
{
    change(domain::ReceiveStock{domain::CommodityCode::make(commodity).value(), domain::BatchCode::make(batch).value(),
                                expiry, amount});
}

void RecordHub::leave(std::string_view commodity, std::int64_t amount)
{
    change(domain::GiveStock{domain::GiveStock::How::handed_out, domain::CommodityCode::make(commodity).value(),
                             balance(commodity) - amount});
}

std::int64_t RecordHub::balance(std::string_view commodity) const
{
    return cupboard_.shelf(domain::CommodityCode::make(commodity).value())->balance();
}

void RecordHub::colleague_writes(const FileEvent& event, domain::Instant now)
{
    const auto entry = domain::decide_entry(file_, event, account("nurse-2"), {now, sample_day}, hub::rules_of(*data_));
    if (!entry) {
        throw std::logic_error{entry.error().detail};
    }
    domain::apply(file_, *entry);
}

void RecordHub::write_on(domain::CentreDay day, const FileEvent& event)
{
    exists_ = true;
    const auto entry = domain::decide_entry(file_, event, account("nurse-2"), {std::chrono::sys_days{day} + 12h, day},
                                            hub::rules_of(*data_));
    if (!entry) {
        throw std::logic_error{entry.error().detail};
    }
    domain::apply(file_, *entry);
}

void does(Console& console, RecordHub& hub, const RecordWish& wish, domain::Instant now)
{
    hub.answer(console, handle(console, Wish{wish}, now), now);
}

} // namespace verandah::test
