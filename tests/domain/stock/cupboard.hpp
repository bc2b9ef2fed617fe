// SPDX-License-Identifier: Apache-2.0
// A small cupboard for tests: two commodities, and a day to open it on.
#pragma once

#include "shared/domain/stock/decide_stock.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace verandah::test::cupboard {

using namespace std::chrono_literals;

inline const auto condoms = domain::CommodityCode::make("condom.male").value();
inline const auto tablets = domain::CommodityCode::make("doxycycline.100mg").value();
inline constexpr domain::CentreDay today{2026y, std::chrono::November, 26d};
inline constexpr domain::CentreDay far_off{2028y, std::chrono::March, 31d};

inline domain::BatchCode batch(std::string_view text)
{
    return domain::BatchCode::make(text).value();
}

inline domain::Moment on(domain::CentreDay day)
{
    return {domain::Instant{std::chrono::sys_days{day}} + 12h, day};
}

inline domain::CentreDay days_later(domain::CentreDay day, int count)
{
    return domain::CentreDay{std::chrono::sys_days{day} + std::chrono::days{count}};
}

inline domain::Catalogue small_catalogue()
{
    return {.about = {{"small", 1}, "a test"},
            .commodities = {{.code = condoms,
                             .kind = domain::CommodityKind::condom,
                             .label = {{"en", "Male condoms"}},
                             .unit = {{"en", "pieces"}},
                             .low = 100,
                             .take_away = domain::TakeAway{12, {{"en", "Protection"}}},
                             .source = "a test"},
                            {.code = tablets,
                             .kind = domain::CommodityKind::medicine,
                             .label = {{"en", "Doxycycline 100 mg"}},
                             .unit = {{"en", "tablets"}},
                             .low = 56,
                             .source = "a test"}}};
}

/// A book, and everything done to it. Refused commands change nothing.
class Cupboard {
public:
    std::expected<domain::StockEvent, domain::Refusal> ask(const domain::StockCommand& command,
                                                           domain::CentreDay day = today)
    {
        auto decision = decide(book_, catalogue_, command, on(day));
        if (decision) {
            domain::apply(book_, *decision);
        }
        return decision;
    }
    void receive(const domain::CommodityCode& commodity, std::string_view code, std::int64_t amount,
                 domain::CentreDay expiry = far_off, domain::CentreDay day = today)
    {
        ask(domain::ReceiveStock{commodity, batch(code), expiry, amount}, day).value();
    }
    [[nodiscard]] const domain::StockBook& book() const { return book_; }
    [[nodiscard]] std::int64_t balance(const domain::CommodityCode& commodity, std::string_view code) const
    {
        return book_.shelf(commodity)->batches.at(batch(code)).balance;
    }

private:
    domain::Catalogue catalogue_{small_catalogue()};
    domain::StockBook book_;
};

} // namespace verandah::test::cupboard
