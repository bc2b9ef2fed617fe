// SPDX-License-Identifier: Apache-2.0
// Check-ins and calls over TLS, each answer checked.
#pragma once

#include "bench/centre.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace verandah::bench {

/// What a number of requests came to.
struct Pace {
    double per_second;
    std::chrono::duration<double, std::milli> p50;
    std::chrono::duration<double, std::milli> p99;
};

/// How much is asked: over so many connections, and until either is reached.
struct Effort {
    std::size_t connections;
    std::size_t requests;
    std::chrono::seconds at_most{5};
};

/// Load on one vast centre's hub for one day, and the memory of everything it answered. Every answer that is none
/// (a refusal, a lost connection) is a BenchFailure: a figure stands for work that was done.
class LineLoad {
public:
    explicit LineLoad(Centre& centre) : centre_{centre} {} ///< Borrowed.

    Pace check_in(const wire::HubAddress& hub, const Effort& effort);
    /// Each call to the next room that has a place; there are Centre::rooms × Centre::people_at_once of them.
    Pace call_next(const wire::HubAddress& hub, const Effort& effort);

    [[nodiscard]] std::size_t checked() const { return checked_; }       ///< Answers looked at.
    [[nodiscard]] std::size_t duplicates() const { return duplicates_; } ///< Numbers given twice, people called twice.

private:
    struct Asking;
    Pace ask(const wire::HubAddress& hub, const Effort& effort, const Asking& asking);
    void take_check_in(std::string_view body);
    void take_call(std::string_view body);

    Centre& centre_;
    std::size_t calls_ = 0;
    std::size_t checked_ = 0;
    std::size_t duplicates_ = 0;
    std::unordered_set<int> numbers_;
    std::unordered_set<std::int64_t> tickets_;
    std::unordered_set<std::int64_t> called_;
};

/// An Idempotency-Key made now.
[[nodiscard]] std::string fresh_key();

} // namespace verandah::bench
