// SPDX-License-Identifier: Apache-2.0
// A thread that gives way at once, which one that is only nicer does not (Linux from 6.6 on lets it finish its slice).
#include "clinic/hub/desks/idle_work.hpp"

#include "shared/files/scrub.hpp"

#include <sched.h>

#include <future>

namespace verandah::hub {

namespace {

struct ScrubAfter {
    ScrubAfter() = default;
    ~ScrubAfter() { files::scrub_stack(); }
    ScrubAfter(const ScrubAfter&) = delete;
    ScrubAfter& operator=(const ScrubAfter&) = delete;
};

} // namespace

void do_when_idle(const std::function<void()>& work)
{
    std::async(std::launch::async, [&work] {
        const ScrubAfter scrub_after;
        const sched_param no_more{};
        static_cast<void>(::sched_setscheduler(0, SCHED_IDLE, &no_more)); // where it may not, it works as everybody
        work();
    }).get();
}

} // namespace verandah::hub
