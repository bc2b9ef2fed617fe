// SPDX-License-Identifier: Apache-2.0
// The hub's routes and desks behind a real server in this process, with a device of every kind and a clock set by hand.
#pragma once

#include "clinic/hub/routes/route.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/http/client.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace verandah::test {

class DeskHouse : public testing::Test {
protected:
    DeskHouse();
    ~DeskHouse() override;

    [[nodiscard]] wire::Response get(wire::DeviceKind kind, const std::string& path);
    /// A write with a key nobody used before.
    [[nodiscard]] wire::Response post(wire::DeviceKind kind, const std::string& path, const std::string& body = "{}");
    [[nodiscard]] wire::Response post_with_key(wire::DeviceKind kind, const std::string& path, const std::string& body,
                                               const std::string& key);
    [[nodiscard]] wire::Response ask(wire::DeviceKind kind, const wire::Request& request);
    [[nodiscard]] std::string fresh_key();

    /// The number of a ticket that was just given at the console.
    domain::TicketId check_in(const std::string& service = "nurse");
    /// A card that was just minted, and its code.
    std::string card(char token);
    void set_clock(domain::Instant at);

    /// How many events there are so far.
    [[nodiscard]] domain::Sequence events();

private:
    [[nodiscard]] store::Writer::Options writer_options();
    [[nodiscard]] wire::Server::Options server_options();
    [[nodiscard]] domain::Moment now();

    TemporaryFolder folder_;
    vault::HubKey key_ = (vault::initialise(), vault::HubKey::make());
    domain::Centre centre_;
    hub::CentreClock clock_;
    vault::CardKeeper cards_{key_};
    hub::Feed feed_;
    std::mutex mutex_;
    domain::Instant at_;
    std::uint8_t keys_{0};
    std::map<std::string, wire::Actor> actors_;
    std::map<wire::DeviceKind, wire::TlsIdentity> identities_;
    wire::TlsIdentity server_identity_;
    store::Writer writer_;
    hub::Desks desks_;
    std::unique_ptr<wire::Server> server_;
    std::map<wire::DeviceKind, wire::HttpClient> clients_;
};

} // namespace verandah::test
