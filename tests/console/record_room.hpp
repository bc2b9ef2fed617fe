// SPDX-License-Identifier: Apache-2.0
// A console with an open record and a hub that answers at once, and words for what is answered there.
#pragma once

#include "record_states.hpp"

#include <chrono>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::test {

inline domain::FieldCode field(std::string_view code)
{
    return domain::FieldCode::make(code).value();
}
inline domain::TestCode kind(std::string_view code)
{
    return domain::TestCode::make(code).value();
}
inline domain::AnswerValue chosen(std::string_view code)
{
    return std::vector{domain::ChoiceCode::make(code).value()};
}
/// A console with a hub that answers at once.
struct Room {
    RecordHub hub;
    console::Console console{console_in_a_record(hub)};
    domain::Instant now{sample_now};

    void does(const console::RecordWish& wish) { test::does(console, hub, wish, now); }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        hub.answer(console, handle(console, console::TimePassed{}, now), now);
    }
    [[nodiscard]] const console::Record& record() const { return *console.record; }
    void answer_first_step()
    {
        for (const auto& [code, choice] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"reason", "symptoms"}, {"visit", "revisit"}, {"allergy", "penicillin"}, {"pregnancy", "no"}}) {
            does(choose(code, choice));
        }
        does(choose("syndromes", "genital_ulcer"));
    }
};

} // namespace verandah::test
