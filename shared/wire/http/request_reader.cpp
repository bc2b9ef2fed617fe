// SPDX-License-Identifier: Apache-2.0
// Beast's parser, filling our Request directly: no list of fields is built, and no field is kept that has no use.
#include "shared/wire/http/request_reader.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <optional>

namespace verandah::wire {

namespace {

namespace http = boost::beast::http;
using boost::beast::iequals;
using Text = boost::beast::string_view;
using Fault = boost::system::error_code;

constexpr std::size_t longest_method = 16;

NotTaken not_taken(const Fault& fault)
{
    if (fault == http::error::header_limit) {
        return {431, "the header is too large"};
    }
    if (fault == http::error::body_limit) {
        return {413, "the body is too large"};
    }
    if (fault == http::error::bad_content_length || fault == http::error::multiple_content_length ||
        fault == http::error::bad_transfer_encoding) {
        return {400, "a request has one length, not two"};
    }
    return {400, "this is not HTTP/1.1"};
}

bool is_digits(Text text)
{
    return !text.empty() && std::ranges::all_of(text, [](char each) { return each >= '0' && each <= '9'; });
}

} // namespace

class RequestReader::Parser final : public http::basic_parser<true> {
public:
    explicit Parser(const Limits& limits) : most_header_bytes_{limits.header_bytes}
    {
        eager(true);
        header_limit(limits.header_bytes);
        body_limit(limits.body_bytes);
    }

    Request request;
    std::optional<NotTaken> why;

private:
    void refuse(NotTaken reason, Fault& fault)
    {
        why = reason;
        fault = http::error::bad_value;
    }

    /// Beast counts the request line and the fields apart; the limit is for both.
    bool counts(std::size_t size, Fault& fault)
    {
        header_bytes_ += size;
        if (header_bytes_ > most_header_bytes_) {
            fault = http::error::header_limit;
        }
        return !fault;
    }

    void on_request_impl(http::verb, Text method, Text target, int version, Fault& fault) override
    {
        if (!counts(method.size() + target.size() + std::string_view{"  HTTP/1.1\r\n"}.size(), fault)) {
            return;
        }
        if (version != 11) {
            return refuse({505, "only HTTP/1.1 is spoken here"}, fault);
        }
        if (method.size() > longest_method) {
            return refuse({400, "there is no such method"}, fault);
        }
        if (!target.starts_with('/')) {
            return refuse({400, "the target is not a path"}, fault);
        }
        request.method = method;
        request.target = target;
    }

    void on_field_impl(http::field field, Text name, Text value, Fault& fault) override
    {
        if (is_header_whole_) {
            return refuse({400, "trailers are not taken"}, fault);
        }
        if (!counts(name.size() + value.size() + std::string_view{": \r\n"}.size(), fault)) {
            return;
        }
        if (field == http::field::host) {
            take_once(host_, value, fault);
        } else if (field == http::field::content_length) {
            take_once(length_, value, fault);
            if (!is_digits(value)) {
                fault = http::error::bad_content_length;
            }
        } else if (field == http::field::transfer_encoding && !iequals(value, "chunked")) {
            refuse({400, "no transfer coding but chunked is taken"}, fault);
        } else if (field == http::field::expect) {
            refuse({417, "send the body at once"}, fault);
        } else if (iequals(name, "Idempotency-Key")) {
            take_once(key_, value, fault);
        } else if (iequals(name, "Last-Event-ID")) {
            take_once(last_event_, value, fault);
        }
    }

    void take_once(std::optional<std::string>& into, Text value, Fault& fault)
    {
        if (into) {
            return refuse({400, "a header that may come once came twice"}, fault);
        }
        into.emplace(value);
    }

    void on_header_impl(Fault& fault) override
    {
        is_header_whole_ = true;
        if (!host_) {
            return refuse({400, "the Host header is missing"}, fault);
        }
        request.idempotency_key = std::move(key_).value_or(std::string{});
        request.last_event_id = std::move(last_event_).value_or(std::string{});
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Fault&) override
    {
        request.body.reserve(static_cast<std::size_t>(length.value_or(0))); // known to be within the limit
    }

    std::size_t on_body_impl(Text piece, Fault&) override
    {
        request.body.append(piece.data(), piece.size());
        return piece.size();
    }

    std::size_t on_chunk_body_impl(std::uint64_t, Text piece, Fault& fault) override
    {
        return on_body_impl(piece, fault);
    }

    void on_chunk_header_impl(std::uint64_t, Text extensions, Fault& fault) override
    {
        if (!extensions.empty()) {
            refuse({400, "chunk extensions are not taken"}, fault);
        }
    }

    void on_response_impl(int, Text, int, Fault&) override {} // only in responses
    void on_finish_impl(Fault&) override {}

    std::size_t most_header_bytes_;
    std::size_t header_bytes_{0};
    bool is_header_whole_{false};
    std::optional<std::string> host_;
    std::optional<std::string> length_;
    std::optional<std::string> key_;
    std::optional<std::string> last_event_;
};

RequestReader::RequestReader(const Limits& limits) : limits_{limits} {}

RequestReader::~RequestReader() = default;

void RequestReader::begin()
{
    parser_ = std::make_unique<Parser>(limits_);
}

Reading RequestReader::take(std::string_view& bytes)
{
    Fault fault;
    const auto taken = parser_->put(boost::asio::const_buffer{bytes.data(), bytes.size()}, fault);
    bytes.remove_prefix(taken);
    if (fault && fault != http::error::need_more) {
        if (!parser_->why) {
            parser_->why = not_taken(fault);
        }
        return Reading::not_taken;
    }
    return parser_->is_done() ? Reading::whole : Reading::wants_more;
}

Request& RequestReader::request()
{
    return parser_->request;
}

bool RequestReader::keeps_connection() const
{
    return parser_->keep_alive();
}

NotTaken RequestReader::why() const
{
    return parser_->why.value_or(NotTaken{400, "this is not HTTP/1.1"});
}

} // namespace verandah::wire
