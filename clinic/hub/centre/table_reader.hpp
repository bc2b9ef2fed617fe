// SPDX-License-Identifier: Apache-2.0
// One table of a TOML file, asked key by key; whatever is wrong is noted where it stands, and reading goes on.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/code.hpp"

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// A value, and where the file says it.
template <class Value>
struct Located {
    Value value;
    Place place;
};

/// What a text may be. `example` shows a right one in the advice; `longest` counts characters, not bytes.
struct TextRule {
    std::string_view example;
    std::size_t longest = 60;
};

/// What a whole number may be, and what it is when the file does not say it.
struct NumberRule {
    int least;
    int most;
    int usual;
};

[[nodiscard]] Place place_of(const toml::node& node);

/// Reads one table. Keys must be text, tables, lists or whole numbers as asked; an empty text, a longer one than its
/// rule allows and one with invisible characters are faults. After a fault the answer is a harmless stand-in, so that
/// the rest can be read and its faults found too: whoever reads throws everything away when there was any fault.
///
/// Borrows the table and the list of faults; neither may go away before the reader.
class TableReader {
public:
    /// `title` is how messages call the table: "[[service]]", or "the service \"nurse\"".
    TableReader(const toml::table& table, std::string title, std::vector<Fault>& faults);

    void rename(std::string title) { title_ = std::move(title); }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] Place place() const;                     ///< Of the table.
    [[nodiscard]] Place place(std::string_view key) const; ///< Of a key's value; of the table when it is not there.

    [[nodiscard]] std::string text(std::string_view key, const TextRule& rule); ///< A missing one is a fault.
    [[nodiscard]] std::optional<std::string> optional_text(std::string_view key, const TextRule& rule);
    [[nodiscard]] std::vector<Located<std::string>> texts(std::string_view key,
                                                          const TextRule& rule); ///< Missing is none.
    [[nodiscard]] std::vector<Located<std::string>> some_texts(std::string_view key,
                                                               const TextRule& rule); ///< None is a fault.
    [[nodiscard]] int number(std::string_view key, const NumberRule& rule);
    /// A number with or without a fraction, in thousandths; nullopt when it is missing or was refused.
    [[nodiscard]] std::optional<std::int64_t> thousandths(std::string_view key);
    [[nodiscard]] bool is_true(std::string_view key); ///< A missing one is false.
    [[nodiscard]] std::optional<TableReader> table(std::string_view key);
    [[nodiscard]] std::vector<TableReader> tables(std::string_view key); ///< [[key]], in the order of the file.
    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }

    /// text() and where it stands.
    [[nodiscard]] Located<std::string> word(std::string_view key, const TextRule& rule);

    /// The code (code.hpp, care/dotted_code.hpp) that a word is. An empty word was noted when it was read.
    template <class Code>
    [[nodiscard]] Code code_from(const Located<std::string>& word)
    {
        const auto code = Code::make(word.value);
        if (!code && !word.value.empty()) {
            refuse_code(word, Code::longest);
        }
        return code ? *code : *Code::make("stand-in");
    }

    /// Notes every key that nobody has asked for, with the nearest one that somebody has.
    void refuse_other_keys();

    void refuse(Place place, std::string what, std::string instead);

private:
    const toml::node* find(std::string_view key);
    std::string text_in(const toml::node& node, std::string_view key, const TextRule& rule);
    void refuse_code(const Located<std::string>& word, std::size_t longest);
    void refuse_type(const toml::node& node, std::string_view key, std::string_view example);

    const toml::table* table_;
    std::string title_;
    std::vector<Fault>* faults_;
    std::vector<std::string> asked_;
};

} // namespace verandah::hub
