// SPDX-License-Identifier: Apache-2.0
// The notary's thread.
#include "clinic/store/audit/notary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace verandah::store {

namespace {

constexpr std::chrono::milliseconds after_a_failure = std::chrono::minutes{1};

} // namespace

Notary::Notary(AuditPaths paths, CheckpointLog log, Options options)
    : paths_{std::move(paths)}, log_{std::move(log)}, options_{std::move(options)},
      signed_{log_->last() ? log_->last()->last : 0}, thread_{[this] { run(); }}
{
}

Notary::~Notary()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Notary::note(const Position& position)
{
    bool is_due_now = false;
    {
        const std::lock_guard lock{mutex_};
        if (position.last <= signed_) {
            return;
        }
        if (!news_) {
            news_since_ = std::chrono::steady_clock::now();
        }
        is_due_now = !news_ || position.last - signed_ >= options_.events; // the first news starts the clock
        news_ = position;
    }
    if (is_due_now) {
        wake_.notify_one();
    }
}

bool Notary::is_failing() const
{
    const std::lock_guard lock{mutex_};
    return is_failing_;
}

std::chrono::steady_clock::time_point Notary::due_at() const
{
    const bool is_much = news_->last - signed_ >= options_.events;
    return std::max(not_before_, is_much ? news_since_ : news_since_ + options_.patience);
}

void Notary::run()
{
    std::unique_lock lock{mutex_};
    while (!stopping_ || news_) {
        if (!news_) {
            wake_.wait(lock, [this] { return stopping_ || news_; });
        } else if (!stopping_ && std::chrono::steady_clock::now() < due_at()) {
            wake_.wait_until(lock, due_at());
        } else {
            sign_news(lock);
        }
    }
}

void Notary::sign_news(std::unique_lock<std::mutex>& lock)
{
    const auto position = *std::exchange(news_, std::nullopt);
    lock.unlock();
    const auto failed = sign(position);
    lock.lock();
    if (failed) {
        not_before_ = std::chrono::steady_clock::now() + std::min(options_.patience, after_a_failure);
        if (!stopping_ && !news_) {
            news_ = position;
        }
    } else {
        signed_ = position.last;
        not_before_ = std::chrono::steady_clock::now() + options_.rest;
    }
    if (failed && !std::exchange(is_failing_, failed.has_value())) { // once, not at every try
        lock.unlock();
        options_.report(fmt::format("no checkpoint was signed: {}", *failed));
        lock.lock();
    }
    is_failing_ = failed.has_value();
}

std::optional<std::string> Notary::sign(const Position& position)
{
    try {
        if (!log_) {
            auto opened = CheckpointLog::open(paths_);
            if (!opened) {
                return opened.error().detail;
            }
            log_.emplace(std::move(*opened));
        }
        if (!log_->last() || log_->last()->last < position.last) {
            log_->sign(position, options_.now());
        }
        return std::nullopt;
    } catch (const std::exception& fault) {
        log_.reset(); // what the disk has is unknown until it is opened anew
        return fault.what();
    }
}

} // namespace verandah::store
