// SPDX-License-Identifier: Apache-2.0
// One coroutine waits, somebody else on the same thread says go. For shared/wire/http/*.cpp only.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <utility>

namespace verandah::wire {

/// A timer that is cancelled would do the same at several times the price, once per request. A signal given while
/// nobody waits is lost: whoever waits looks first. What waits has to be given the signal before its io_context goes.
class Signal {
public:
    [[nodiscard]] boost::asio::awaitable<void> wait()
    {
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void()>(
            [this](auto resume) { waiting_ = std::move(resume); }, boost::asio::use_awaitable);
    }

    /// Whoever waits goes on at once, before this returns.
    void give()
    {
        if (auto resume = std::exchange(waiting_, nullptr)) {
            resume();
        }
    }

private:
    std::move_only_function<void()> waiting_;
};

} // namespace verandah::wire
