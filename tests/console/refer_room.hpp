// SPDX-License-Identifier: Apache-2.0
// The room in which somebody is referred, or given slips for partners: an open record, and a hub that answers at once.
#pragma once

#include "clinic/console/flow/refer.hpp"
#include "happens.hpp"
#include "refer_states.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace verandah::test {

inline const auto rest = domain::ServiceCode::make("rest").value();
inline const auto talk = domain::ServiceCode::make("talk").value();
inline constexpr domain::CentreDay day_before{std::chrono::year{2026} / 3 / 2};

struct OpenRecordRoom {
    RecordHub hub;
    console::Console console{console_to_refer(hub)};

    void works(const console::Wish& wish) { test::works(console, hub, wish); }
    [[nodiscard]] const console::Record& record() const { return *console.record; }
    [[nodiscard]] const console::Work& work() const { return console.work; }
    template <class Sheet>
    [[nodiscard]] const Sheet& sheet() const
    {
        return std::get<Sheet>(work().sheet.value());
    }
    /// For treatment, with her consent.
    void refer_to(const domain::ReferralDestination& place)
    {
        works(console::WorkWish{console::Refer{}});
        works(console::ChooseOption{0, 0});
        const auto places = destinations_of(console, sheet<console::MakeReferralSheet>());
        const auto found = std::ranges::find(places, place);
        ASSERT_NE(found, places.end());
        works(console::ChooseOption{1, static_cast<std::size_t>(found - places.begin())});
        works(console::ChooseOption{2, 0});
        works(console::Confirm{});
    }
};

inline const domain::ReferralDestination hospital = domain::ProviderCode::make("city-hospital").value();

/// The request to the line among the effects; empty when there is none.
inline console::Post posted(const std::vector<console::Effect>& effects)
{
    for (const auto& effect : effects) {
        if (const auto* post = std::get_if<console::Post>(&effect)) {
            return *post;
        }
    }
    return {};
}

inline bool asks_for_a_file(const std::vector<console::Effect>& effects)
{
    return std::ranges::any_of(effects, [](const console::Effect& effect) {
        const auto* work = std::get_if<console::WorkEffect>(&effect);
        const auto* ask = work == nullptr ? nullptr : std::get_if<console::AskWork>(work);
        return ask != nullptr && ask->what != console::AskWork::What::rules;
    });
}

} // namespace verandah::test
