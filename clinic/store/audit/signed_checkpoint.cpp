// SPDX-License-Identifier: Apache-2.0
// The trail's lines, written one way and read only if written that way.
#include "clinic/store/audit/signed_checkpoint.hpp"

#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <utility>

namespace verandah::store {

namespace {

// Permanent, as every word below.
constexpr std::string_view trail_words = "verandah audit trail 1 first ";
constexpr std::string_view signed_first = "verandah audit checkpoint 1\n"; // no other message begins so

/// Everything of a line that is signed.
std::string signed_part(const SignedCheckpoint& checkpoint)
{
    return fmt::format("checkpoint {} event {} chain {} at {} next {}", checkpoint.number, checkpoint.position.last,
                       vault::hexadecimal(checkpoint.position.chain), time_text(checkpoint.at), checkpoint.next.text());
}

std::string message_of(const SignedCheckpoint& checkpoint)
{
    return std::string{signed_first} + signed_part(checkpoint);
}

/// Takes a line apart, word by word.
class Words {
public:
    explicit Words(std::string_view line) : left_{line} {}

    bool skip(std::string_view word) { return next() == word; }
    std::string_view next()
    {
        const auto end = left_.find(' ');
        const auto word = left_.substr(0, end);
        left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
        return word;
    }

private:
    std::string_view left_;
};

template <class Number>
std::optional<Number> number_in(std::string_view text)
{
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

std::optional<SignedCheckpoint> checkpoint_in(std::string_view line)
{
    Words words{line};
    const bool begins = words.skip("checkpoint");
    const auto number = number_in<std::uint64_t>(words.next());
    const bool has_event = words.skip("event");
    const auto last = number_in<domain::Sequence>(words.next());
    const bool has_chain = words.skip("chain");
    const auto chain = vault::bytes_in<std::tuple_size_v<vault::Digest>>(words.next());
    const bool has_time = words.skip("at");
    const auto at = instant_in(words.next());
    const bool has_next = words.skip("next");
    const auto next = vault::VerifyingKey::from_text(words.next());
    const bool has_signature = words.skip("signature");
    const auto signature = vault::bytes_in<std::tuple_size_v<vault::Signature>>(words.next());
    if (!begins || !has_event || !has_chain || !has_time || !has_next || !has_signature || !number || !last || !chain ||
        !at || !next || !signature) {
        return std::nullopt;
    }
    const SignedCheckpoint checkpoint{*number, {*last, *chain}, *at, *next, *signature};
    const bool is_as_written = text_of(checkpoint) == std::string{line} + "\n";
    return is_as_written ? std::optional{checkpoint} : std::nullopt;
}

std::optional<vault::VerifyingKey> first_key_in(std::string_view line)
{
    return line.starts_with(trail_words) ? vault::VerifyingKey::from_text(line.substr(trail_words.size()))
                                         : std::nullopt;
}

} // namespace

std::string time_text(domain::Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<domain::Instant> instant_in(std::string_view text)
{
    constexpr std::size_t length = 24;
    if (text.size() != length) {
        return std::nullopt;
    }
    const auto year = number_in<int>(text.substr(0, 4));
    const auto month = number_in<unsigned>(text.substr(5, 2));
    const auto day = number_in<unsigned>(text.substr(8, 2));
    const auto hour = number_in<unsigned>(text.substr(11, 2));
    const auto minute = number_in<unsigned>(text.substr(14, 2));
    const auto second = number_in<unsigned>(text.substr(17, 2));
    const auto milliseconds = number_in<unsigned>(text.substr(20, 3));
    if (!year || !month || !day || !hour || !minute || !second || !milliseconds) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*month},
                                           std::chrono::day{*day}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + std::chrono::milliseconds{*milliseconds};
}

SignedCheckpoint sign_checkpoint(const vault::AuditKey& key, const Position& position, domain::Instant at)
{
    SignedCheckpoint checkpoint{key.epoch(), position, at, key.next().public_half(), {}};
    const auto message = message_of(checkpoint);
    checkpoint.signature = key.sign(std::as_bytes(std::span{message}));
    return checkpoint;
}

bool is_signed_by(const SignedCheckpoint& checkpoint, const vault::VerifyingKey& key)
{
    const auto message = message_of(checkpoint);
    return key.holds(std::as_bytes(std::span{message}), checkpoint.signature);
}

std::string text_of(const vault::VerifyingKey& first)
{
    return fmt::format("{}{}\n", trail_words, first.text());
}

std::string text_of(const SignedCheckpoint& checkpoint)
{
    return fmt::format("{} signature {}\n", signed_part(checkpoint), vault::hexadecimal(checkpoint.signature));
}

std::string text_of(const AuditTrail& trail)
{
    auto text = text_of(trail.first);
    for (const auto& checkpoint : trail.checkpoints) {
        text += text_of(checkpoint);
    }
    return text;
}

std::expected<TrailsRead, domain::Refusal> read_trails(std::string_view text)
{
    TrailsRead read{};
    for (std::size_t line_number = 1;; ++line_number) {
        const auto end = text.find('\n', read.whole);
        if (end == std::string_view::npos) {
            return read;
        }
        const auto line = text.substr(read.whole, end - read.whole);
        if (const auto first = first_key_in(line)) {
            read.trails.push_back({*first, {}});
        } else if (const auto checkpoint = read.trails.empty() ? std::nullopt : checkpoint_in(line)) {
            read.trails.back().checkpoints.push_back(*checkpoint);
        } else {
            return domain::refuse(domain::Refusal::Why::invalid_input,
                                  fmt::format("line {} is no line of an audit trail", line_number));
        }
        read.whole = end + 1;
    }
}

} // namespace verandah::store
