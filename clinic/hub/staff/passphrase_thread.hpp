// SPDX-License-Identifier: Apache-2.0
// Where passphrases are checked: Argon2id takes most of a second and a quarter of a gigabyte.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace verandah::hub {

/// A thread of its own for what is slow on purpose, so that neither the line nor anybody else's request waits for it.
/// One job at a time, in order: memory for one passphrase is all it ever takes. Who may have a job waiting:
/// passphrase_door.hpp.
class PassphraseThread {
public:
    using Job = std::move_only_function<void()>;
    /// Calls `every_second` between jobs, about once a second. A job that throws is told to `report`, in one line.
    PassphraseThread(std::function<void()> every_second, std::function<void(const std::string&)> report);
    ~PassphraseThread(); ///< Stops.
    PassphraseThread(const PassphraseThread&) = delete;
    PassphraseThread& operator=(const PassphraseThread&) = delete;

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
