// SPDX-License-Identifier: Apache-2.0
// A machine that is taken away in the middle of a day: the real hub, a real kiosk and a real console, off screen, and
// every place they may write to below one folder.
#pragma once

#include "tests/faults/byte_search.hpp"
#include "tests/hub/clinic_hour.hpp"
#include "tests/hub/served_centre.hpp"
#include "tests/journeys/onlooker.hpp"
#include "tests/journeys/room.hpp"
#include "tests/journeys/visitor.hpp"

#include <sys/resource.h>

#include <optional>
#include <string>
#include <vector>

namespace verandah::test {

/// TMPDIR, HOME and the folders that follow from it, and the working folder, for this process and those it starts.
class Places {
public:
    Places();
    [[nodiscard]] const std::filesystem::path& root() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
};

class SeizedMachine {
public:
    /// Words that staff write and nobody else may read.
    static constexpr auto reason_at_the_console = "canary-marigold-3141";
    static constexpr auto reason_over_the_wire = "canary-larkspur-2718";
    static constexpr auto kiosk_name = "kiosk-hawthorn";

    SeizedMachine();
    /// People come and are called: with a card and without, out of order, and put into another class; and a clinician
    /// writes into a record. At its end the hub's program makes a backup of it all, and another of its keys.
    void live_a_day();
    /// kill -9, everything at once.
    void seize();

    [[nodiscard]] const Places& places() const { return places_; }
    [[nodiscard]] std::filesystem::path logs_of_screens() const { return pictures_ / "logs"; }
    [[nodiscard]] std::vector<Secret> secrets() const;
    [[nodiscard]] const std::vector<int>& numbers() const { return numbers_; }
    /// The largest core file that any of the programs may leave, in bytes.
    [[nodiscard]] rlim_t largest_core();

private:
    void check_in_a_crowd();
    void open_a_record();
    void back_up() const;
    void use_the_kiosk();
    void use_the_console();
    wire::Response post(const std::string& path, const std::string& body);

    TemporaryFolder pictures_; ///< Asked for by the test alone: no place of the machine's.
    Places places_;            ///< From here on every folder that is made is below them.
    ServedCentre centre_;
    std::optional<wire::HttpClient> desk_;
    std::optional<journeys::Onlooker> onlooker_;
    std::optional<journeys::KioskFront> kiosk_;
    std::optional<journeys::Room> room_;
    std::optional<ClinicHour> clinic_;
    std::optional<domain::CardCode> card_;
    std::vector<int> numbers_; ///< Of the visitors to look for; large, so that they stand for nothing else.
};

} // namespace verandah::test
