// SPDX-License-Identifier: Apache-2.0
// Where what is slow is done: a passphrase (Argon2id takes most of a second and a quarter of a gigabyte), a long look
// back.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace verandah::hub {

/// A thread of its own for what is slow, so that neither the line nor anybody else's request waits for it.
/// One job at a time, in order: memory for one of them is all it ever takes. Who may have one waiting is its
/// owner's to say (passphrase_door.hpp, audit_desk.hpp).
class SlowThread {
public:
    using Job = std::move_only_function<void()>;
    /// Calls `every_second` between jobs, about once a second. A job that throws is told to `report`, in one line. What
    /// either leaves on the stack is overwritten.
    SlowThread(std::function<void()> every_second, std::function<void(const std::string&)> report);
    ~SlowThread(); ///< Stops.
    SlowThread(const SlowThread&) = delete;
    SlowThread& operator=(const SlowThread&) = delete;

    void start();
    void stop(); ///< Finishes the job under way and drops the others.
    void submit(Job job);

private:
    void run(const std::stop_token& stop);

    std::function<void()> every_second_;
    std::function<void(const std::string&)> report_;
    std::mutex mutex_;
    std::condition_variable_any ready_;
    std::deque<Job> jobs_;
    std::jthread thread_;
};

} // namespace verandah::hub
