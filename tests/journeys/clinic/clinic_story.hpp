// SPDX-License-Identifier: Apache-2.0
// A story of the clinic at its screens, with the real programs and a clock that is set by hand: she comes with symptoms
// and gets a card; she is asked, her record is written, she is treated from the cupboard with the first dose of three;
// slips for partners and a referral are printed; the referral's counterfoil comes back at a kiosk; the second dose is
// overdue, she is looked for, comes, and gets it. And reception, who tries to see it.
#pragma once

#include "tests/faults/fake_clock.hpp"
#include "tests/journeys/clinic/clinic_console.hpp"
#include "tests/journeys/house.hpp"
#include "tests/journeys/morning.hpp"
#include "tests/journeys/visitor.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verandah::journeys {

class ClinicStory {
public:
    /// Makes the house, its staff and what is in its cupboard. Throws StoryBroke.
    explicit ClinicStory(MorningPlaces places);

    /// All of it. What has to hold, and whether it did. Throws StoryBroke.
    std::vector<Finding> play();

private:
    // The chapters.
    void first_visit();
    void write_the_record();
    void treat();
    void give_slips_for_partners();
    void refer_her();
    void finish_the_visit();
    void the_counterfoil_comes_back();
    void the_second_dose_is_overdue();
    void the_worker_finds_her();
    void she_comes_again();
    void reception_sees_none_of_it();

    [[nodiscard]] wire::HttpClient client_of(const std::filesystem::path& device) const;
    void make_staff();
    void fill_the_cupboard();
    void begin_kiosk();
    void begin_console();
    void pass_to(domain::Instant at);
    void serve_her();
    void say(const std::string& what) const;
    void expect(const std::string& rule, bool holds, const std::string& otherwise);

    MorningPlaces places_;
    test::FakeClock clock_;
    std::optional<House> house_;
    std::filesystem::path console_device_, kiosk_device_, desk_device_;
    test::Credentials coordinator_, clinician_, reception_, outreach_;
    std::optional<KioskFront> kiosk_;
    std::unique_ptr<ClinicConsole> console_;
    std::string card_;
    std::string counterfoil_;
    std::vector<Finding> findings_;
};

} // namespace verandah::journeys
