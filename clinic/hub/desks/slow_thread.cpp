// SPDX-License-Identifier: Apache-2.0
// One slow job after the other.
#include "clinic/hub/desks/slow_thread.hpp"

#include "shared/files/scrub.hpp"

#include <chrono>
#include <exception>
#include <utility>

namespace verandah::hub {

SlowThread::SlowThread(std::function<void()> every_second, std::function<void(const std::string&)> report)
    : every_second_{std::move(every_second)}, report_{std::move(report)}
{
}

SlowThread::~SlowThread()
{
    stop();
}

void SlowThread::start()
{
    thread_ = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
}

void SlowThread::stop()
{
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
    const std::lock_guard lock{mutex_};
    jobs_.clear();
}

void SlowThread::submit(Job job)
{
    {
        const std::lock_guard lock{mutex_};
        jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
}

void SlowThread::run(const std::stop_token& stop)
{
    using Clock = std::chrono::steady_clock;
    auto next_second = Clock::now() + std::chrono::seconds{1};
    while (!stop.stop_requested()) {
        Job job;
        {
            std::unique_lock lock{mutex_};
            if (ready_.wait_until(lock, stop, next_second, [this] { return !jobs_.empty(); })) {
                job = std::move(jobs_.front());
                jobs_.pop_front();
            }
        }
        try {
            if (job && !stop.stop_requested()) {
                job();
            }
            if (Clock::now() >= next_second) {
                next_second = Clock::now() + std::chrono::seconds{1};
                every_second_();
            }
        } catch (const std::exception& fault) { // no memory: whoever waits for it is told by the server
            report_(std::string{"something slow could not be done: "} + fault.what());
        }
        job = nullptr;
        files::scrub_stack(); // it may have read events or a passphrase: a hub locked later could not reach them here
    }
}

} // namespace verandah::hub
