// SPDX-License-Identifier: Apache-2.0
// One connection to the hub that waits for each answer.
#include "shared/wire/http/client.hpp"

#include "shared/wire/http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <utility>

namespace verandah::wire {

struct HttpClient::Parts {
    Parts(HubAddress hub, const TlsIdentity& identity, std::chrono::milliseconds longest)
        : tls{client_context(identity)}, connection{io, tls, std::move(hub)}, patience{longest}
    {
    }

    boost::asio::io_context io{1};
    boost::asio::ssl::context tls;
    HubConnection connection;
    std::chrono::milliseconds patience;
};

HttpClient::HttpClient(HubAddress hub, const TlsIdentity& identity, std::chrono::milliseconds patience)
    : parts_{std::make_unique<Parts>(std::move(hub), identity, patience)}
{
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

Response HttpClient::ask(const Request& request)
{
    Response response;
    std::exception_ptr failure;
    boost::asio::co_spawn(parts_->io, parts_->connection.ask(request, parts_->patience),
                          [&](const std::exception_ptr& thrown, Response answer) {
                              failure = thrown;
                              response = std::move(answer);
                          });
    parts_->io.restart();
    parts_->io.run();
    if (failure) {
        std::rethrow_exception(failure);
    }
    return response;
}

} // namespace verandah::wire
