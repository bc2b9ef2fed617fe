// SPDX-License-Identifier: Apache-2.0
// Every message here is read by whoever runs the centre, so each says what is there and what to write instead.
#include "clinic/hub/centre/table_reader.hpp"

#include "clinic/hub/centre/nearest_word.hpp"
#include "clinic/hub/centre/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace verandah::hub {
namespace {

std::string_view word_for(toml::node_type type)
{
    switch (type) {
    case toml::node_type::none: return "nothing";
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a text";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a number with a fraction";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date:
    case toml::node_type::date_time: return "a date";
    case toml::node_type::time: return "a time without quotes";
    }
    std::unreachable();
}

} // namespace

Place place_of(const toml::node& node)
{
    const auto begin = node.source().begin;
    return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

TableReader::TableReader(const toml::table& table, std::string title, std::vector<Fault>& faults)
    : table_{&table}, title_{std::move(title)}, faults_{&faults}
{
}

Place TableReader::place() const
{
    return place_of(*table_);
}

Place TableReader::place(std::string_view key) const
{
    const auto* node = table_->get(key);
    return node == nullptr ? place() : place_of(*node);
}

std::string TableReader::text(std::string_view key, const TextRule& rule)
{
    const auto* node = find(key);
    if (node == nullptr) {
        refuse(place(), fmt::format("{} has no \"{}\"", title_, key),
               fmt::format("Add {} = \"{}\".", key, rule.example));
        return {};
    }
    return text_in(*node, key, rule);
}

Located<std::string> TableReader::word(std::string_view key, const TextRule& rule)
{
    return {text(key, rule), place(key)};
}

std::optional<std::string> TableReader::optional_text(std::string_view key, const TextRule& rule)
{
    const auto* node = find(key);
    return node == nullptr ? std::nullopt : std::optional{text_in(*node, key, rule)};
}

std::vector<Located<std::string>> TableReader::texts(std::string_view key, const TextRule& rule)
{
    std::vector<Located<std::string>> texts;
    const auto* node = find(key);
    if (node == nullptr) {
        return texts;
    }
    if (!node->is_array()) {
        refuse_type(*node, key, fmt::format("[\"{}\"]", rule.example));
        return texts;
    }
    for (const auto& element : *node->as_array()) {
        texts.push_back({text_in(element, key, rule), place_of(element)});
    }
    return texts;
}

std::vector<Located<std::string>> TableReader::some_texts(std::string_view key, const TextRule& rule)
{
    const auto* list = table_->get(key);
    const bool none = list == nullptr || (list->is_array() && list->as_array()->empty());
    if (none) {
        refuse(place(key), fmt::format("{} has no \"{}\"", title_, key),
               fmt::format("Write {} = [\"{}\"].", key, rule.example));
    }
    return texts(key, rule);
}

int TableReader::number(std::string_view key, const NumberRule& rule)
{
    const auto* node = find(key);
    if (node == nullptr) {
        return rule.usual;
    }
    if (!node->is_integer()) {
        refuse_type(*node, key, std::to_string(rule.usual));
        return rule.usual;
    }
    const auto value = node->as_integer()->get();
    if (value < rule.least || value > rule.most) {
        refuse(place_of(*node), fmt::format("\"{}\" is {}, which is out of range", key, value),
               fmt::format("Choose a number from {} to {}.", rule.least, rule.most));
        return rule.usual;
    }
    return static_cast<int>(value);
}

std::optional<std::int64_t> TableReader::thousandths(std::string_view key)
{
    constexpr double most = 1'000'000; // an amount in any unit that people are measured in
    const auto* node = find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto value = node->is_integer() || node->is_floating_point() ? node->value<double>() : std::nullopt;
    if (!value) {
        refuse_type(*node, key, "36.5");
        return std::nullopt;
    }
    if (!(*value >= -most && *value <= most)) { // also what is no number at all
        refuse(place_of(*node), fmt::format("\"{}\" is out of range", key),
               "Choose a number from -1000000 to 1000000.");
        return std::nullopt;
    }
    return std::llround(*value * 1000);
}

bool TableReader::is_true(std::string_view key)
{
    const auto* node = find(key);
    if (node == nullptr) {
        return false;
    }
    if (!node->is_boolean()) {
        refuse_type(*node, key, "true");
        return false;
    }
    return node->as_boolean()->get();
}

std::optional<TableReader> TableReader::table(std::string_view key)
{
    const auto* node = find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (!node->is_table()) {
        refuse(place_of(*node), fmt::format("\"{}\" is {}, and should be a table", key, word_for(node->type())),
               fmt::format("Write {} = {{ … }}.", key));
        return std::nullopt;
    }
    return TableReader{*node->as_table(), fmt::format("[{}]", key), *faults_};
}

std::vector<TableReader> TableReader::tables(std::string_view key)
{
    std::vector<TableReader> readers;
    const auto* node = find(key);
    if (node == nullptr) {
        return readers;
    }
    const auto* list = node->as_array();
    const bool all_tables =
        list != nullptr && std::ranges::all_of(*list, [](const auto& one) { return one.is_table(); });
    if (!all_tables) {
        refuse(place_of(*node),
               fmt::format("\"{}\" is {}, and should be a list of sections", key, word_for(node->type())),
               fmt::format("Begin each one with [[{}]], in double brackets.", key));
        return readers;
    }
    constexpr std::size_t most_sections = 200; // far beyond any house; keeps every later check quick
    if (list->size() > most_sections) {
        refuse(place_of(*node), fmt::format("there are {} [[{}]] sections", list->size(), key),
               fmt::format("At most {} can be there.", most_sections));
        return readers;
    }
    for (const auto& one : *list) {
        readers.emplace_back(*one.as_table(), fmt::format("[[{}]]", key), *faults_);
    }
    return readers;
}

void TableReader::refuse_other_keys()
{
    for (const auto& [key, node] : *table_) {
        const auto name = std::string{key.str()};
        if (std::ranges::find(asked_, name) != asked_.end()) {
            continue;
        }
        const auto nearest = nearest_word(name, asked_);
        const auto begin = key.source().begin;
        refuse({static_cast<int>(begin.line), static_cast<int>(begin.column)},
               fmt::format("{} has the unknown key \"{}\"", title_, name),
               nearest ? fmt::format("Did you mean \"{}\"?", *nearest)
                       : fmt::format("It may have: {}.", fmt::join(asked_, ", ")));
    }
}

void TableReader::refuse(Place place, std::string what, std::string instead)
{
    faults_->push_back({place, std::move(what), std::move(instead)});
}

const toml::node* TableReader::find(std::string_view key)
{
    asked_.emplace_back(key);
    return table_->get(key);
}

std::string TableReader::text_in(const toml::node& node, std::string_view key, const TextRule& rule)
{
    if (!node.is_string()) {
        refuse_type(node, key, fmt::format("\"{}\"", rule.example));
        return {};
    }
    const auto& text = node.as_string()->get();
    if (has_invisible_control(text)) {
        refuse(place_of(node), fmt::format("\"{}\" holds an invisible control character", key),
               "Write it again as one plain line.");
        return {};
    }
    if (text.find_first_not_of(' ') == std::string::npos) {
        refuse(place_of(node), fmt::format("\"{}\" is empty", key),
               fmt::format("Write for example \"{}\".", rule.example));
        return {};
    }
    if (const auto length = count_characters(text); length > rule.longest) {
        refuse(place_of(node), fmt::format("\"{}\" is {} characters long", key, length),
               fmt::format("At most {} fit; write for example \"{}\".", rule.longest, rule.example));
        return {};
    }
    return text;
}

void TableReader::refuse_code(const Located<std::string>& word, std::size_t longest)
{
    const bool may_have_dots = longest > domain::ServiceCode::longest;
    refuse(word.place, fmt::format("\"{}\" cannot be a code", word.value),
           may_have_dots ? "A code is 1 to 48 of a-z, 0-9, -, _ and single dots between, such as \"syphilis.rapid\"."
                         : "A code is 1 to 15 of a-z, 0-9, - and _, such as \"room-2\".");
}

void TableReader::refuse_type(const toml::node& node, std::string_view key, std::string_view example)
{
    refuse(place_of(node), fmt::format("\"{}\" is {}", key, word_for(node.type())),
           fmt::format("Write {} = {}.", key, example));
}

} // namespace verandah::hub
