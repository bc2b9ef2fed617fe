// SPDX-License-Identifier: Apache-2.0
// One morning at a centre, in fast time, played with the real programs; and the look back at what came of it.
//
// Opening: visitors in three languages; one away and back by her card, one called by a slip and taken back, one sent on
// to another room, one urgent. Rush: two kiosks and two stations at once, and the hub is cut off in the middle.
#pragma once

#include "tests/journeys/desk.hpp"
#include "tests/journeys/house.hpp"
#include "tests/journeys/onlooker.hpp"
#include "tests/journeys/room.hpp"
#include "tests/journeys/visitor.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace verandah::journeys {

struct MorningPlaces {
    std::filesystem::path programs;  ///< verandah-hub, verandah-kiosk, verandah-clinic
    std::filesystem::path languages; ///< Compiled catalogues.
    std::filesystem::path folder;    ///< Empty, for the centre.
    std::filesystem::path out;       ///< For pictures, logs and the summary.
};

/// One thing that has to hold at the end of the morning.
struct Finding {
    std::string rule;
    std::vector<std::string> broken; ///< Empty: it holds.
};

/// A number that somebody was given.
struct Given {
    std::string where; ///< "kiosk-1"
    std::string language;
    std::string service;
    int times_expected_extra = 0; ///< Calls over one for each step: called by a slip, or away when called.
};

class Morning {
public:
    explicit Morning(MorningPlaces places);

    void open(); ///< The few whose stories are told one by one.
    void rush(); ///< Everybody at once; the stations go home while a few still wait.

    /// What has to hold, and whether it does. Ends all programs.
    [[nodiscard]] std::vector<Finding> look_back();

    [[nodiscard]] std::map<int, Given> given() const;
    [[nodiscard]] const Onlooker& onlooker() const { return *onlooker_; }

private:
    void visit(KioskFront& kiosk, const std::string& where, const Visitor& visitor);
    void note(int number, const Given& given);
    void away_and_back();
    void start_the_rooms();
    void start_the_kiosks();
    void slip_and_undo();
    void transfer();
    void urgent();
    void serve(Room& room, int number);
    void arrivals(KioskFront& kiosk, const std::string& where, int count);
    void station_at_work(Room& room);
    void cut_the_hub_off();
    void picture_the_staff_screens();
    [[nodiscard]] std::size_t given_count() const;
    void say(const std::string& what) const;
    void expect(const std::string& rule, bool holds, const std::string& otherwise);

    MorningPlaces places_;
    House house_;
    std::optional<Desk> front_desk_;
    std::optional<Onlooker> onlooker_;
    std::filesystem::path pictured_console_;
    std::optional<Room> room_1_, room_2_;
    std::optional<test::Program> board_;
    std::optional<KioskFront> kiosk_1_, kiosk_2_;
    mutable std::mutex mutex_;
    std::map<int, Given> given_;    ///< Guarded by `mutex_`.
    std::vector<Finding> findings_; ///< Guarded by `mutex_`.
    std::string card_;              ///< What an independent reader saw in the picture of the card.
    std::atomic<bool> doors_closed_ = false;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

} // namespace verandah::journeys
