// SPDX-License-Identifier: Apache-2.0
// The thread on which what is slow is done.
#include "clinic/hub/desks/slow_thread.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;

TEST(SlowThread, DoesOneJobAtATimeInOrder)
{
    SlowThread thread{[] {}, [](const std::string&) {}};
    std::atomic<int> under_way{0};
    std::atomic<bool> overlapped{false};
    std::vector<int> done;
    std::promise<void> all;
    thread.start();
    for (int each = 0; each < 5; ++each) {
        thread.submit([&, each] {
            overlapped = overlapped || ++under_way > 1;
            std::this_thread::sleep_for(2ms);
            done.push_back(each);
            --under_way;
            if (each == 4) {
                all.set_value();
            }
        });
    }
    all.get_future().wait();

    EXPECT_FALSE(overlapped);
    EXPECT_EQ(done, (std::vector{0, 1, 2, 3, 4}));
}

TEST(SlowThread, GoesOnAfterAJobForWhichThereWasNoMemory)
{
    std::promise<std::string> reported;
    std::promise<void> next;
    SlowThread thread{[] {}, [&](const std::string& line) { reported.set_value(line); }};
    thread.start();
    thread.submit([] { throw std::bad_alloc{}; });
    thread.submit([&] { next.set_value(); });

    EXPECT_TRUE(reported.get_future().get().starts_with("something slow could not be done"));
    EXPECT_EQ(next.get_future().wait_for(5s), std::future_status::ready);
}

TEST(SlowThread, LooksAtTheTimeAboutOnceASecond)
{
    std::promise<void> looked;
    std::atomic<int> times{0};
    SlowThread thread{[&] {
                                if (++times == 2) {
                                    looked.set_value();
                                }
                            },
                            [](const std::string&) {}};
    thread.start();

    EXPECT_EQ(looked.get_future().wait_for(30s), std::future_status::ready);
}

TEST(SlowThread, DropsWhatWaitsWhenItStops)
{
    auto waiting = std::make_shared<int>(1);
    const std::weak_ptr<int> watched{waiting};
    SlowThread thread{[] {}, [](const std::string&) {}};
    thread.submit([waiting = std::move(waiting)] {});
    EXPECT_FALSE(watched.expired()); // not started yet

    thread.stop();

    EXPECT_TRUE(watched.expired());
}

} // namespace
} // namespace verandah::hub
