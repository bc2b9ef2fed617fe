// SPDX-License-Identifier: Apache-2.0
// Totals as JSON: a hidden count is a word in the place of the number.
#include "shared/wire/messages/totals_messages.hpp"

#include "shared/wire/messages/parts.hpp"

#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::PublishedCell;
using Shown = PublishedCell::State;

constexpr std::int64_t most_people = 10'000'000;
constexpr std::int64_t longest_wait_minutes = std::int64_t{7} * 24 * 60;

// {"count":12}, {"hidden":"small"} or {"hidden":"withheld"}.
Json cell_json(const PublishedCell& cell)
{
    switch (cell.state) {
    case Shown::shown: return {{"count", cell.count}};
    case Shown::small: return {{"hidden", "small"}};
    case Shown::withheld: return {{"hidden", "withheld"}};
    }
    std::unreachable();
}

std::optional<Shown> hidden_from(std::string_view word)
{
    if (word == "small") {
        return Shown::small;
    }
    return word == "withheld" ? std::optional{Shown::withheld} : std::nullopt;
}

PublishedCell read_cell(ObjectReader& outer, std::string_view field)
{
    ObjectReader reader{outer.object(field)};
    const auto hidden = reader.optional_word("hidden", hidden_from);
    const PublishedCell cell =
        hidden ? PublishedCell{*hidden, 0}
               : PublishedCell{Shown::shown, static_cast<int>(reader.number("count", 0, most_people))};
    if (const auto finished = reader.finish(); !finished) {
        outer.refuse(field, "holds something refused: " + finished.error().detail);
    }
    return cell;
}

} // namespace

std::string encode(const TotalsView& view)
{
    Json json{{"counted_at", milliseconds(view.counted_at)},
              {"smallest_shown", view.smallest_shown},
              {"came", cell_json(view.came)},
              {"served", cell_json(view.served)},
              {"left", cell_json(view.left)},
              {"here", cell_json(view.here)},
              {"alerts", cell_json(view.alerts)}};
    if (view.middle_wait) {
        json["middle_wait_minutes"] = view.middle_wait->count();
    }
    return json.dump();
}

Decoded<TotalsView> decode_totals_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        TotalsView view{.counted_at = reader.instant("counted_at"),
                        .smallest_shown = static_cast<int>(reader.number("smallest_shown", 1, 1'000)),
                        .came = read_cell(reader, "came"),
                        .served = read_cell(reader, "served"),
                        .left = read_cell(reader, "left"),
                        .here = read_cell(reader, "here"),
                        .alerts = read_cell(reader, "alerts")};
        if (const auto minutes = reader.optional_number("middle_wait_minutes", 0, longest_wait_minutes)) {
            view.middle_wait = std::chrono::minutes{*minutes};
        }
        return view;
    });
}

} // namespace verandah::wire
