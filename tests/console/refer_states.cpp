// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "refer_states.hpp"

#include "work_states.hpp"

#include <iterator>

namespace verandah::test {

namespace {

using namespace console;
using What = AskWork::What;

const WorkWish refer{Refer{}};
const WorkWish partner_slips{OfferPartnerSlips{}};

/// A referral for treatment to the hospital, to which she agreed.
void choose_hospital(Console& console, RecordHub& hub)
{
    works(console, hub, refer);
    works(console, hub, ChooseOption{0, 0});
    works(console, hub, ChooseOption{2, 0});
}

Console asking_partners(domain::ViolenceEnquiry violence)
{
    RecordHub hub;
    auto console = console_to_refer(hub);
    works(console, hub, partner_slips);
    works(console, hub, ChooseOption{0, static_cast<std::size_t>(violence)});
    works(console, hub, ChooseOption{0, 0});
    works(console, hub, ChooseOption{1, 0});
    return console;
}

Console with_partner_slips(int count)
{
    RecordHub hub;
    auto console = console_to_refer(hub);
    answer_partner_questions(console, hub, static_cast<std::size_t>(count));
    works(console, hub, Confirm{});
    return console;
}

Console without_rules(const Wish& wish)
{
    RecordHub hub;
    auto console = console_in_a_record(hub);
    works(console, hub, wish);
    return console;
}

Console without_partner_reasons()
{
    RecordHub hub;
    auto console = console_in_a_record(hub);
    auto rules = sample_care_rules();
    rules.partner_reasons.clear();
    answer(console, What::rules, encode(rules));
    works(console, hub, partner_slips);
    return console;
}

/// She was at the hospital.
Console back_from_hospital()
{
    RecordHub hub;
    const domain::CentreDay february{std::chrono::year{2026} / 2 / 20};
    hub.write_on(february, domain::ConsentSaid{domain::ConsentSaid::Answer::yes, 1});
    hub.write_on(february, domain::ReferralMade{.referral = domain::ReferralId{1},
                                                .service = domain::ReferralServiceCode::make("art").value(),
                                                .to = domain::ProviderCode::make("city-hospital").value(),
                                                .escort = domain::Escort::alone,
                                                .issued = domain::ReferralIssue{domain::ReferralGround::consent}});
    hub.write_on(february, domain::ReferralMoved{.referral = domain::ReferralId{1},
                                                 .event = domain::ReferralEvent::receive,
                                                 .evidence = domain::Evidence::counterfoil});
    return console_to_refer(hub);
}

} // namespace

Console console_to_refer(RecordHub& hub)
{
    auto console = console_in_a_record(hub);
    answer(console, What::rules, encode(sample_care_rules()));
    return console;
}

std::vector<domain::CounterfoilCode> sample_codes(int count)
{
    std::vector<domain::CounterfoilCode> codes;
    for (int each = 1; each <= count; ++each) {
        domain::CounterfoilCode::Token token{};
        token.fill(static_cast<std::byte>(each));
        codes.emplace_back(token);
    }
    return codes;
}

void works(Console& console, RecordHub& hub, const Wish& wish)
{
    auto effects = handle(console, wish, sample_now);
    for (std::size_t index = 0; index < effects.size(); ++index) {
        const auto* work = std::get_if<WorkEffect>(&effects[index]);
        if (const auto* wanted = work == nullptr ? nullptr : std::get_if<MakeCounterfoils>(work)) {
            auto more = handle(console, WorkHappening{CounterfoilsMade{sample_codes(wanted->count)}}, sample_now);
            std::ranges::move(more, std::back_inserter(effects));
        }
    }
    hub.answer(console, std::move(effects));
}

void answer_partner_questions(Console& console, RecordHub& hub, std::size_t how_many)
{
    works(console, hub, partner_slips);
    works(console, hub, ChooseOption{0, 0}); // no violence feared
    works(console, hub, ChooseOption{0, 1});
    works(console, hub, ChooseOption{1, 0});
    works(console, hub, ChooseOption{2, how_many - 1});
}

std::vector<std::pair<std::string, Console>> every_refer_state()
{
    std::vector<std::pair<std::string, Console>> all;
    const auto add = [&](const char* name, Console console) { all.emplace_back(name, std::move(console)); };
    RecordHub choosing;
    auto chosen = console_to_refer(choosing);
    choose_hospital(chosen, choosing);
    add("sheet", chosen);
    works(chosen, choosing, Confirm{});
    add("slip", chosen);
    works(chosen, choosing, Dismiss{});
    add("referred", chosen);
    RecordHub within;
    auto house = console_to_refer(within);
    works(house, within, refer);
    works(house, within, ChooseOption{0, 2});
    works(house, within, ChooseOption{1, 1});
    works(house, within, ChooseOption{2, 0});
    add("house", house);
    works(house, within, Confirm{});
    works(house, within, ShowPage{Page::line});
    add("house-line", std::move(house));
    add("loading", without_rules(refer));
    RecordHub first;
    auto violence = console_to_refer(first);
    works(violence, first, partner_slips);
    add("partners-violence", std::move(violence));
    add("partners", asking_partners(domain::ViolenceEnquiry::none_feared));
    add("partners-feared", asking_partners(domain::ViolenceEnquiry::feared));
    add("partners-loading", without_rules(partner_slips));
    add("partners-none", without_partner_reasons());
    add("partners-slips", with_partner_slips(3));
    auto welcome = back_from_hospital();
    add("back", welcome);
    RecordHub unused;
    works(welcome, unused, WorkWish{AskWelcome{}});
    add("welcome", std::move(welcome));
    return all;
}

} // namespace verandah::test
