// SPDX-License-Identifier: Apache-2.0
// A server on this machine with a few devices on its list, for tests.
#pragma once

#include "shared/wire/http/client.hpp"
#include "shared/wire/http/server.hpp"
#include "tests/http/test_certificates.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// Who reads the feed in these tests.
inline constexpr wire::Audience boards{0};
inline constexpr wire::Audience consoles{1};

/// Answers 200 with the request's body.
inline void echo(wire::Request request, const wire::Reply& reply)
{
    reply({.status = 200, .body = std::move(request.body)});
}

/// The devices of a centre, and the hub that knows them.
class Centre {
public:
    Centre()
    {
        list("kiosk-1", wire::DeviceKind::kiosk);
        list("console-1", wire::DeviceKind::console);
        list("board-1", wire::DeviceKind::board);
    }

    void list(const std::string& name, wire::DeviceKind kind)
    {
        const auto& device = devices_.insert_or_assign(name, authority_.issue(name)).first->second;
        const std::lock_guard lock{mutex_};
        admitted_.insert_or_assign(device.public_key_sha256, wire::Actor{name, kind});
    }

    void strike_off(const std::string& name)
    {
        const std::lock_guard lock{mutex_};
        admitted_.erase(devices_.at(name).public_key_sha256);
    }

    [[nodiscard]] const TestAuthority& authority() const { return authority_; }
    [[nodiscard]] const Issued& hub() const { return hub_; }
    [[nodiscard]] const Issued& device(const std::string& name) const { return devices_.at(name); }

    /// A server that is started already. Its reports are kept in `reports`.
    [[nodiscard]] std::unique_ptr<wire::Server> serve(wire::Server::Handler handler, wire::Limits limits = {},
                                                      std::uint16_t port = 0)
    {
        const auto admit = [this](const std::string& key) -> std::optional<wire::Actor> {
            const std::lock_guard lock{mutex_};
            const auto found = admitted_.find(key);
            return found == admitted_.end() ? std::nullopt : std::optional{found->second};
        };
        const auto report = [this](const std::string& line) {
            const std::lock_guard lock{mutex_};
            reports_.push_back(line);
        };
        auto server = std::make_unique<wire::Server>(
            wire::Server::Options{
                .port = port, .identity = hub_.identity, .admit = admit, .limits = limits, .report = report},
            std::move(handler));
        server->start();
        return server;
    }

    [[nodiscard]] wire::HubAddress address(const wire::Server& server) const
    {
        return {.host = "127.0.0.1", .port = server.port(), .name = "hub.test"};
    }

    [[nodiscard]] wire::HttpClient client(const wire::Server& server, const std::string& device = "kiosk-1") const
    {
        return wire::HttpClient{address(server), devices_.at(device).identity};
    }

    [[nodiscard]] std::vector<std::string> reports() const
    {
        const std::lock_guard lock{mutex_};
        return reports_;
    }

private:
    TestAuthority authority_;
    Issued hub_{authority_.issue("hub.test")};
    std::map<std::string, Issued> devices_;
    mutable std::mutex mutex_;
    std::map<std::string, wire::Actor> admitted_;
    std::vector<std::string> reports_;
};

} // namespace verandah::test
