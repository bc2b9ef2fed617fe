// SPDX-License-Identifier: Apache-2.0
// A console with an open record, something prescribed there, and a cupboard.
#pragma once

#include "record_room.hpp"
#include "stage.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::test {

inline constexpr domain::PrescriptionId first_prescription{1};

inline domain::CentreDay days_from_now(int count)
{
    return domain::CentreDay{std::chrono::sys_days{sample_day} + std::chrono::days{count}};
}

/// A record with something prescribed, and a cupboard.
struct Pharmacy {
    RecordHub hub;
    console::Console console;
    domain::Instant now{sample_now};

    explicit Pharmacy(const std::function<void(RecordHub&)>& before = [](RecordHub&) {})
        : console{(before(hub), console_in_a_record(hub))}
    {
    }

    void does(const console::RecordWish& wish) { test::does(console, hub, wish, now); }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        hub.answer(console, handle(console, console::TimePassed{}, now), now);
    }
    void prescribe(std::string_view syndrome, std::string_view regimen)
    {
        does(choose("syndromes", syndrome));
        does(console::PrescribeThis{domain::FactCode::make("syndrome." + std::string{syndrome}).value(),
                                    domain::RegimenCode::make(regimen).value()});
        ASSERT_TRUE(hub.file().prescriptions.contains(first_prescription));
    }
    /// Doxycycline for an ulcer, in somebody who bears no penicillin.
    void prescribe_tablets()
    {
        does(choose("allergy", "penicillin"));
        prescribe("genital_ulcer", "ulcer.2");
    }
    [[nodiscard]] const console::Record& record() const { return *console.record; }
    [[nodiscard]] std::vector<domain::Dispensed> doses() const
    {
        std::vector<domain::Dispensed> given;
        for (const auto& dose : hub.file().prescriptions.at(first_prescription).doses) {
            given.push_back(dose.dispensed);
        }
        return given;
    }
    [[nodiscard]] bool shows(std::string_view text) const
    {
        Stage stage{console};
        stage.show();
        return stage.rehearsal.shows(text);
    }
};

} // namespace verandah::test
