// SPDX-License-Identifier: Apache-2.0
// One buffer, one write: most answers are smaller than a TLS record.
#include "shared/wire/http/response_text.hpp"

#include <boost/beast/http/status.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace verandah::wire {

namespace {

std::string_view reason_phrase(int status)
{
    namespace http = boost::beast::http;
    const auto phrase = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
    return {phrase.data(), phrase.size()};
}

} // namespace

void write_response(std::string& out, const Response& response, std::string_view connection)
{
    if (!std::ranges::all_of(response.content_type, [](char each) { return each >= ' ' && each <= '~'; })) {
        write_response(out, refusal(500, "the hub failed at this request"), connection);
        return;
    }
    out.clear();
    fmt::format_to(std::back_inserter(out),
                   "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n"
                   "X-Content-Type-Options: nosniff\r\nConnection: {}\r\n\r\n",
                   response.status, reason_phrase(response.status), response.content_type, response.body.size(),
                   connection);
    out += response.body;
}

std::string_view event_stream_header()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
           "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
}

Response refusal(int status, std::string_view detail)
{
    return {status, fmt::format(R"({{"error":{{"why":"invalid_input","detail":"{}"}}}})", detail)};
}

} // namespace verandah::wire
