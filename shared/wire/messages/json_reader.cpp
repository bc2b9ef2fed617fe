// SPDX-License-Identifier: Apache-2.0
// Strict reading of JSON from outside.
#include "shared/wire/messages/json_reader.hpp"

#include <fmt/format.h>

#include <limits>

namespace verandah::wire {

namespace {

using domain::Refusal;
using Json = nlohmann::json;

/// Thrown within parse_json() only: the parser's callback has no other way to stop it.
struct Stop {
    std::string_view why;
};

/// Follows the parser through the text and stops it at depth and at duplicate keys, before anything is built from them.
class Guard {
public:
    void see(int depth, Json::parse_event_t event, const Json& parsed)
    {
        if (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start) {
            if (depth >= deepest_json) {
                throw Stop{"is nested too deeply"};
            }
            keys_.emplace_back();
        } else if (event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end) {
            keys_.pop_back();
        } else if (event == Json::parse_event_t::key && !keys_.back().insert(parsed.get<std::string>()).second) {
            throw Stop{"has the same key twice"};
        }
    }

private:
    std::vector<std::set<std::string>> keys_;
};

} // namespace

std::expected<Json, Refusal> parse_json(std::string_view text)
{
    try {
        Guard guard;
        auto value = Json::parse(text, [&](int depth, Json::parse_event_t event, Json& parsed) {
            guard.see(depth, event, parsed);
            return true;
        });
        return value;
    } catch (const Stop& stop) {
        return domain::refuse(Refusal::Why::invalid_input, fmt::format("the body {}", stop.why));
    } catch (const Json::exception&) { // its text repeats the input, which may hold a card
        return domain::refuse(Refusal::Why::invalid_input, "the body is not JSON");
    }
}

ObjectReader::ObjectReader(const Json& value) : value_{&value}
{
    if (!value.is_object()) {
        refuse("body", "has to be an object");
    }
}

const Json* ObjectReader::find(std::string_view field)
{
    asked_.emplace(field);
    if (!value_->is_object()) {
        return nullptr;
    }
    const auto found = value_->find(field);
    return found == value_->end() ? nullptr : &*found;
}

bool ObjectReader::has(std::string_view field) const
{
    return value_->is_object() && value_->contains(field);
}

std::optional<std::string> ObjectReader::optional_text(std::string_view field, std::size_t longest)
{
    const auto* value = find(field);
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        refuse(field, "has to be a text");
        return std::nullopt;
    }
    const auto& text = value->get_ref<const std::string&>();
    if (text.size() > longest) {
        refuse(field, fmt::format("is longer than {} bytes", longest));
        return std::nullopt;
    }
    return text;
}

std::string ObjectReader::text(std::string_view field, std::size_t longest)
{
    auto text = optional_text(field, longest);
    if (!text) {
        refuse(field, "is missing");
    }
    return std::move(text).value_or("");
}

std::optional<std::int64_t> ObjectReader::optional_number(std::string_view field, std::int64_t least, std::int64_t most)
{
    const auto* value = find(field);
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    const bool is_too_large =
        value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(most);
    if (!value->is_number_integer() || is_too_large || value->get<std::int64_t>() < least ||
        value->get<std::int64_t>() > most) {
        refuse(field, fmt::format("has to be a whole number from {} to {}", least, most));
        return std::nullopt;
    }
    return value->get<std::int64_t>();
}

std::int64_t ObjectReader::number(std::string_view field, std::int64_t least, std::int64_t most)
{
    const auto number = optional_number(field, least, most);
    if (!number) {
        refuse(field, "is missing");
    }
    return number.value_or(least);
}

bool ObjectReader::yes_or_no(std::string_view field)
{
    const auto* value = find(field);
    if (value == nullptr || !value->is_boolean()) {
        refuse(field, "has to be true or false");
        return false;
    }
    return value->get<bool>();
}

std::optional<domain::Instant> ObjectReader::optional_instant(std::string_view field)
{
    constexpr std::int64_t year_3000 = 32'503'680'000'000;
    const auto at = optional_number(field, 0, year_3000);
    return at ? std::optional{domain::Instant{std::chrono::milliseconds{*at}}} : std::nullopt;
}

domain::Instant ObjectReader::instant(std::string_view field)
{
    const auto at = optional_instant(field);
    if (!at) {
        refuse(field, "is missing");
    }
    return at.value_or(domain::Instant{});
}

const Json& ObjectReader::list(std::string_view field, std::size_t longest)
{
    static const Json nothing = Json::array();
    const auto* value = find(field);
    if (value == nullptr || !value->is_array() || value->size() > longest) {
        refuse(field, fmt::format("has to be a list of at most {}", longest));
        return nothing;
    }
    return *value;
}

const Json& ObjectReader::object(std::string_view field)
{
    static const Json nothing = Json::object();
    const auto* value = find(field);
    if (value == nullptr || !value->is_object()) {
        refuse(field, "has to be an object");
        return nothing;
    }
    return *value;
}

void ObjectReader::refuse(std::string_view field, std::string_view what)
{
    if (!refusal_) {
        refusal_ = Refusal{Refusal::Why::invalid_input, fmt::format("{} {}", field, what)};
    }
}

std::expected<void, Refusal> ObjectReader::finish()
{
    if (!refusal_) {
        for (const auto& [field, value] : value_->items()) {
            if (!asked_.contains(field)) {
                refuse("body", "has a field that is not known here");
                break;
            }
        }
    }
    if (refusal_) {
        return std::unexpected{*refusal_};
    }
    return {};
}

} // namespace verandah::wire
