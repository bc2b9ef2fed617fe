// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "stock_states.hpp"

#include "sample.hpp"

#include <algorithm>
#include <array>

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using domain::CommodityKind;
using domain::MovementKind;
using domain::StockWarning;
using OfCommodity = wire::StockView::OfCommodity;

constexpr domain::CentreDay in_spring{2028y, std::chrono::March, 31d};

domain::BatchCode batch(std::string_view text)
{
    return domain::BatchCode::make(text).value();
}

domain::CentreDay in_days(int count)
{
    return domain::CentreDay{std::chrono::sys_days{sample_day} + std::chrono::days{count}};
}

domain::Words pieces()
{
    return {{"en", "pieces"}, {"hi", "नग"}, {"ar", "قطعة"}};
}
domain::Words tablets()
{
    return {{"en", "tablets"}, {"hi", "गोलियाँ"}, {"ar", "قرص"}};
}
domain::Words tests()
{
    return {{"en", "tests"}, {"hi", "जाँच"}, {"ar", "فحص"}};
}

OfCommodity condoms()
{
    return {.commodity = commodity("condom.male"),
            .kind = CommodityKind::condom,
            .label = {{"en", "Male condoms"}, {"hi", "पुरुष कंडोम"}, {"ar", "واقيات ذكرية"}},
            .unit = pieces(),
            .low = 500,
            .to_give = 1'240,
            .balance = 1'252,
            .taken_beyond = 24,
            .nearest_expiry = in_days(21),
            .warnings = {StockWarning::expired, StockWarning::expires_in_30, StockWarning::to_count},
            .batches = {{batch("LX-2190"), in_days(-12), 12},
                        {batch("LX-2201/B"), in_days(21), 240},
                        {batch("LX-2305"), in_spring, 1'000},
                        {batch("LX-2088"), in_days(-90), 0}}};
}

std::vector<OfCommodity> everything()
{
    return {condoms(),
            {.commodity = commodity("condom.female"),
             .kind = CommodityKind::condom,
             .label = {{"en", "Female condoms"}, {"hi", "महिला कंडोम"}, {"ar", "واقيات أنثوية"}},
             .unit = pieces(),
             .low = 100},
            {.commodity = commodity("lubricant.sachet"),
             .kind = CommodityKind::lubricant,
             .label = {{"en", "Lubricant"}, {"hi", "लुब्रिकेंट"}, {"ar", "مزلّق"}},
             .unit = {{"en", "sachets"}, {"hi", "पाउच"}, {"ar", "كيس"}},
             .low = 300,
             .days_without = 4,
             .warnings = {StockWarning::out},
             .batches = {{batch("G7"), in_spring, 0}}},
            {.commodity = commodity("needle"),
             .kind = CommodityKind::injecting,
             .label = {{"en", "Needles"}, {"hi", "सुइयाँ"}, {"ar", "إبر"}},
             .unit = pieces(),
             .low = 300,
             .to_give = 2'400,
             .balance = 2'400,
             .nearest_expiry = in_spring,
             .batches = {{batch("N-77"), in_spring, 2'400}}},
            {.commodity = commodity("syphilis.rapid"),
             .kind = CommodityKind::test,
             .label = {{"en", "Syphilis rapid tests"}, {"hi", "सिफ़लिस त्वरित जाँच"}, {"ar", "فحوص زهري سريعة"}},
             .unit = tests(),
             .low = 40,
             .to_give = 120,
             .balance = 120,
             .nearest_expiry = in_days(48),
             .to_confirm = true,
             .warnings = {StockWarning::expires_in_60},
             .batches = {{batch("SY-1"), in_days(48), 120}}},
            {.commodity = commodity("doxycycline.100mg"),
             .kind = CommodityKind::medicine,
             .label = {{"en", "Doxycycline 100 mg"}, {"hi", "डॉक्सीसाइक्लिन 100 मि.ग्रा."}, {"ar", "دوكسيسيكلين 100 ملغ"}},
             .unit = tablets(),
             .low = 280,
             .to_give = 212,
             .balance = 212,
             .nearest_expiry = in_spring,
             .to_confirm = true,
             .warnings = {StockWarning::low},
             .batches = {{batch("D-0317"), in_spring, 212}}},
            {.commodity = commodity("old.kit")}};
}

void wish(Console& console, const Wish& what)
{
    static_cast<void>(handle(console, what, sample_now));
}
void happens(Console& console, const StockHappening& what)
{
    static_cast<void>(handle(console, what, sample_now));
}

Console opened()
{
    auto console = console_with(busy_line());
    wish(console, ShowPage{Page::stock});
    return console;
}

Console asked(StockDeed deed)
{
    auto console = console_at_condoms(12);
    if (deed == StockDeed::counter) {
        wish(console, StockWish{ChooseMovement{console.stock.movements.front().id}});
    }
    wish(console, StockWish{AskStock{deed}});
    return console;
}

Console lost()
{
    auto console = opened();
    happens(console, StockLost{});
    return console;
}

Console opened_shelf()
{
    auto console = console_at_stock();
    wish(console, StockWish{ChooseCommodity{commodity("condom.male")}});
    return console;
}

Console movements_lost()
{
    auto console = opened_shelf();
    happens(console, MovementsLost{console.stock.look});
    return console;
}

/// One that the centre never had.
Console never_kept()
{
    auto console = console_at_stock();
    wish(console, StockWish{ChooseCommodity{commodity("condom.female")}});
    happens(console, MovementsCame{console.stock.look, {}});
    return console;
}

Console after(const StockHappening& answer)
{
    auto console = asked(StockDeed::hand_out);
    wish(console, ChooseOption{0, 2});
    wish(console, Confirm{});
    happens(console, answer);
    happens(console, MovementsCame{console.stock.look, {sample_movements(12)}});
    return console;
}

} // namespace

domain::CommodityCode commodity(std::string_view code)
{
    return domain::CommodityCode::make(code).value();
}

wire::StockView sample_stock()
{
    return {.day = sample_day, .from = in_days(-29), .commodities = everything()};
}

std::vector<domain::Movement> sample_movements(std::size_t count)
{
    struct Kind {
        MovementKind kind;
        std::int64_t amount;
        const char* reason;
    };
    constexpr std::array kinds{Kind{MovementKind::countered, 12, "Mistyped"},
                               Kind{MovementKind::handed_out, -12, ""},
                               Kind{MovementKind::counted, -7, ""},
                               Kind{MovementKind::wasted, -40, "Damaged"},
                               Kind{MovementKind::dispensed, -24, ""},
                               Kind{MovementKind::adjusted, 4, "two boxes stood behind the door"},
                               Kind{MovementKind::received, 1'000, ""}};
    std::vector<domain::Movement> movements;
    movements.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
        const auto& kind = kinds.at(index % kinds.size());
        const domain::MovementId id{static_cast<std::int64_t>(20'000 - index)};
        domain::Movement movement{.id = id,
                                  .kind = kind.kind,
                                  .commodity = commodity("condom.male"),
                                  .batch = batch(index % 2 == 0 ? "LX-2305" : "LX-2201/B"),
                                  .amount = kind.amount,
                                  .reason = kind.reason,
                                  .expiry = std::nullopt,
                                  .day = sample_day,
                                  .at = sample_now - 37min * static_cast<int>(index)};
        if (kind.kind == MovementKind::received) {
            movement.expiry = in_spring;
        }
        if (kind.kind == MovementKind::countered) {
            movement.counters = domain::MovementId{id.value() - 1};
        } else if (index > 0 && movements.back().kind == MovementKind::countered) {
            movement.countered_by = movements.back().id;
        }
        movements.push_back(std::move(movement));
    }
    return movements;
}

Console console_at_stock()
{
    auto console = opened();
    happens(console, StockCame{sample_stock()});
    return console;
}

Console console_at_condoms(std::size_t count)
{
    auto console = opened_shelf();
    const auto all = sample_movements(count);
    for (std::size_t from = 0; from < count || from == 0; from += StockRoom::page) {
        const auto to = std::min(count, from + StockRoom::page);
        const auto at = [&](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
        happens(console,
                MovementsCame{console.stock.look,
                              {{at(from), at(to)}, to < count ? std::optional{all[to - 1].id} : std::nullopt}});
        if (to < count) {
            wish(console, StockWish{ReadMovementsOn{}});
        }
    }
    return console;
}

std::vector<std::pair<std::string, Console>> every_stock_state()
{
    auto chosen = console_at_condoms(300);
    wish(chosen, StockWish{ChooseMovement{chosen.stock.movements[2].id}});
    auto receiving = asked(StockDeed::receive);
    wish(receiving, StockWish{TypeStock{StockField::batch, "lx-2401"}});
    wish(receiving, StockWish{TypeStock{StockField::expiry, "2029-06"}});
    wish(receiving, ChooseOption{0, 2});
    return {{"list", console_at_stock()},
            {"loading", opened()},
            {"lost", lost()},
            {"nothing",
             [] {
                 auto console = opened();
                 happens(console, StockCame{{.day = sample_day, .from = sample_day}});
                 return console;
             }()},
            {"shelf", console_at_condoms(300)},
            {"chosen", chosen},
            {"shelf-loading", opened_shelf()},
            {"shelf-lost", movements_lost()},
            {"never-kept", never_kept()},
            {"handed-out", after(StockChanged{})},
            {"refused", after(StockRefused{domain::Refusal::Why::conflict})},
            {"unanswered", after(StockUnanswered{})},
            {"sheet-receive", asked(StockDeed::receive)},
            {"sheet-received", receiving},
            {"sheet-hand-out", asked(StockDeed::hand_out)},
            {"sheet-count", asked(StockDeed::count)},
            {"sheet-waste", asked(StockDeed::waste)},
            {"sheet-adjust", asked(StockDeed::adjust)},
            {"sheet-counter", asked(StockDeed::counter)}};
}

} // namespace verandah::test
