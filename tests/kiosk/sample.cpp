// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

namespace verandah::kiosk::test {
namespace {

domain::Service offer(std::string_view code, std::string icon, std::string colour, domain::Words label)
{
    return {.code = service(code),
            .icon = std::move(icon),
            .colour = std::move(colour),
            .label = std::move(label),
            .skill = *domain::SkillCode::make("welcome"),
            .priority = *domain::PriorityCode::make("standard"),
            .after = {},
            .timer = {}};
}

} // namespace

domain::ServiceCode service(std::string_view code)
{
    return domain::ServiceCode::make(code).value();
}

domain::CardCode card()
{
    domain::CardCode::Token token{};
    domain::CardCode::Tag tag{};
    for (std::size_t i = 0; i < token.size(); ++i) {
        token[i] = static_cast<std::byte>(0x41 + 11 * i);
    }
    tag.fill(std::byte{0x5C});
    return {token, tag};
}

domain::CommodityCode commodity(std::string_view code)
{
    return domain::CommodityCode::make(code).value();
}

domain::CommodityCode condoms()
{
    return commodity("condom.male");
}

wire::CentreView centre()
{
    wire::CentreView view{.centre = {},
                          .now = domain::Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}}};
    view.now += 10h;
    view.centre.languages = {"en", "hi", "ar"};
    view.centre.services = {
        offer("nurse", "medical_services", "teal",
              {{"en", "See a nurse"}, {"hi", "नर्स से मिलें"}, {"ar", "مقابلة الممرّضة"}}),
        offer("test", "science", "sky", {{"en", "A quick test"}, {"hi", "झटपट जाँच"}, {"ar", "فحص سريع"}}),
        offer("talk", "forum", "plum", {{"en", "Talk it over"}, {"hi", "बातचीत और सलाह"}, {"ar", "حديث ومشورة"}}),
        offer("supplies", "shopping_bag", "sun", {{"en", "Supplies"}, {"hi", "ज़रूरी सामान"}, {"ar", "مستلزمات"}}),
        offer("rest", "shower", "leaf", {{"en", "Rest and wash"}, {"hi", "आराम और नहाना"}, {"ar", "استراحة واستحمام"}}),
        offer("person", "support_agent", "clay",
              {{"en", "I'd rather tell a person"}, {"hi", "मुझे किसी को सीधे बताना है"}, {"ar", "أفضّل التحدّث إلى شخص"}}),
    };
    view.supplies = {
        {condoms(), domain::CommodityKind::condom, {{"en", "Protection"}, {"hi", "सुरक्षा"}, {"ar", "حماية"}}, 12},
        {commodity("lubricant.sachet"),
         domain::CommodityKind::lubricant,
         {{"en", "Gel"}, {"hi", "जेल"}, {"ar", "جل"}},
         6}};
    return view;
}

wire::CentreView large_centre(int count)
{
    wire::CentreView view = centre();
    const auto six = view.centre.services;
    view.centre.services.clear();
    for (int i = 0; i < count; ++i) {
        domain::Service each = six[static_cast<std::size_t>(i) % six.size()];
        each.code = service("service-" + std::to_string(i));
        view.centre.services.push_back(std::move(each));
    }
    view.centre.languages.clear();
    const auto two = view.supplies;
    view.supplies.insert(view.supplies.end(), two.begin(), two.end());
    view.supplies[2].commodity = commodity("needle");
    view.supplies[2].kind = domain::CommodityKind::injecting;
    view.supplies[3].commodity = commodity("hiv.self_test");
    view.supplies[3].kind = domain::CommodityKind::test;
    for (const ui::Language& language : ui::known_languages()) {
        view.centre.languages.emplace_back(language.code);
    }
    return view;
}

Turn turn(Ticks at, int number)
{
    std::array<std::uint8_t, 10> random{};
    random.fill(static_cast<std::uint8_t>(number));
    Turn made{.now = at, .key = domain::RequestKey::make(domain::Instant{at}, random), .token = {}};
    made.token.fill(static_cast<std::byte>(number + 100));
    return made;
}

std::vector<NamedFlow> every_state()
{
    const domain::RequestKey key = turn(now).key;
    const std::vector needs{service("nurse"), service("supplies")};
    const AskCheckIn check_in{key, needs, {}};
    const Receipt receipt{domain::TicketNumber::make(47).value(), 4};
    const Flow visit{.needs = needs, .last_touch = now};
    const auto with = [&visit](Step step) {
        Flow flow = visit;
        flow.step = std::move(step);
        return flow;
    };
    std::vector<NamedFlow> all{
        {"welcome", Flow{}},
        {"card", with(ShowingCard{})},
        {"card-not-ours", with(ShowingCard{ShowingCard::Scan::not_ours})},
        {"needs", with(ChoosingNeeds{})},
        {"offer", with(OfferedCard{})},
        {"asking", with(Asking{check_in, Asking::From::card_offer, now})},
        {"moment", with(Asking{check_in, Asking::From::needs, now - 3s})},
        {"unconfirmed", with(Unconfirmed{check_in})},
        {"ticket", with(HoldingTicket{receipt, now - 10s})},
        {"thanks", with(Thanked{now})},
        {"thanks-for-slip", with(Thanked{now, Thanked::For::slip})},
    };
    const AskToForget forget{key, KeptCard{card()}};
    const auto add = [&all](std::string name, Step step) {
        all.push_back({std::move(name), Flow{.step = std::move(step), .last_touch = now}});
    };
    add("forget", ConsideringForgetting{});
    add("forget-card", ShowingCardToForget{});
    add("forget-not-ours", ShowingCardToForget{ShowingCard::Scan::not_ours});
    add("forget-asking", AskingToForget{forget, AskingToForget::From::card, now});
    add("forget-again", AskingToForget{forget, AskingToForget::From::retry, now});
    add("forget-moment", AskingToForget{forget, AskingToForget::From::card, now - 3s});
    add("forget-unconfirmed", UnconfirmedForgetting{forget});
    add("forget-sent", SentToStaff{now - 10s});
    add("supplies", ChoosingSupplies{});
    add("supplies-taken", ChoosingSupplies{{condoms()}});
    Flow with_card = with(HoldingTicket{receipt, now - 10s});
    with_card.card.emplace(card());
    with_card.card_origin = CardOrigin::made_here;
    all.push_back({"ticket-card", with_card});
    Flow read = with(ChoosingNeeds{});
    read.card.emplace(card());
    all.push_back({"needs-card-read", read});
    Flow none = with(ChoosingNeeds{});
    none.needs.clear();
    all.push_back({"needs-none", none});
    Flow idle = with(ChoosingNeeds{});
    idle.idle_since = now - 5s;
    all.push_back({"still-there", idle});
    idle.more_times = timing::most_more_time;
    all.push_back({"still-there-last", idle});
    Flow ease = with(ChoosingNeeds{});
    ease.sheet = Sheet::ease;
    all.push_back({"ease", ease});
    Flow languages{.sheet = Sheet::languages, .last_touch = now};
    all.push_back({"languages", languages});
    Flow called = with(ChoosingNeeds{});
    called.help = Call{key, now - 1s, Call::Answer::coming};
    called.person = Call{key, now - 8s, Call::Answer::awaited};
    all.push_back({"called", called});
    return all;
}

} // namespace verandah::kiosk::test
