// SPDX-License-Identifier: Apache-2.0
// The list as text, and what it does to a journal that was restored.
#include "clinic/store/forgetting/forgotten_list.hpp"

#include "clinic/store/audit/signed_checkpoint.hpp"
#include "clinic/store/chain.hpp"
#include "clinic/store/forgetting/rows_of_visitor.hpp"
#include "clinic/store/sealed_rows.hpp"
#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace verandah::store {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

constexpr std::string_view heading_without_time = "verandah forgotten 1\n";
constexpr std::string_view heading = "verandah forgotten 2 ";
constexpr std::size_t digits_of_sequence = 12;
constexpr std::size_t digest_size = std::tuple_size_v<vault::Digest>;
constexpr std::size_t line_size = digits_of_sequence + 1 + 2 * digest_size + 1;

std::optional<ForgottenRow> row_in(std::string_view line)
{
    const auto digest = vault::bytes_in<digest_size>(line.substr(digits_of_sequence + 1, 2 * digest_size));
    domain::Sequence row = 0;
    const auto digits = line.substr(0, digits_of_sequence);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), row);
    if (!digest || read.ec != std::errc{} || read.ptr != digits.data() + digits.size() ||
        line[digits_of_sequence] != ' ' || line.back() != '\n' || row == 0) {
        return std::nullopt;
    }
    return ForgottenRow{row, *digest};
}

std::string heading_of(const std::optional<domain::Instant>& of)
{
    return of ? fmt::format("{}{}\n", heading, time_text(*of)) : std::string{heading_without_time};
}

/// As far as a first line says any; whether it is one of ours, writing it again tells.
std::optional<domain::Instant> time_in(std::string_view first_line)
{
    return first_line.starts_with(heading) ? instant_in(first_line.substr(heading.size())) : std::nullopt;
}

vault::Digest digest_of(std::span<const std::byte> sealed)
{
    return vault::hash({sealed});
}

/// The visitors of whom those of `rows` tell that still stand in the journal.
std::set<domain::VisitorId> visitors_of(const std::filesystem::path& file, const vault::HubKey& key,
                                        std::span<const ForgottenRow> rows)
{
    const std::set<ForgottenRow> listed{rows.begin(), rows.end()};
    std::set<domain::Sequence> standing;
    walk_sealed_rows(file, [&](const SealedRow& row) {
        if (row.original.empty() && listed.contains({row.position.last, digest_of(row.sealed)})) {
            standing.insert(row.position.last);
        }
    });
    std::set<domain::VisitorId> visitors;
    Journal{file, key, Access::read_only}.replay([&](domain::Sequence row, const domain::Recorded& recorded) {
        const auto* of_card = std::get_if<domain::CardEvent>(&recorded.event);
        if (of_card == nullptr || !standing.contains(row)) {
            return;
        }
        if (const auto* minted = std::get_if<domain::CardMinted>(of_card)) {
            visitors.insert(minted->visitor);
        } else if (const auto* replaced = std::get_if<domain::CardReplaced>(of_card)) {
            visitors.insert(replaced->visitor);
        }
    });
    return visitors;
}

} // namespace

std::vector<ForgottenRow> forgotten_rows(const std::filesystem::path& journal)
{
    std::map<domain::Sequence, vault::Digest> originals;
    std::vector<RowRange> emptied;
    std::set<domain::Sequence> exchanged;
    walk_sealed_rows(journal, [&](const SealedRow& row) {
        if (row.original.size() == digest_size) {
            std::ranges::copy(row.original, originals[row.position.last].begin());
        }
        if (const auto forgetting = split_forgetting(row.sealed);
            forgetting && forgetting->blots.of == BlottedRows::Of::visitor) {
            emptied.insert(emptied.end(), forgetting->blots.emptied.begin(), forgetting->blots.emptied.end());
            std::ranges::transform(forgetting->blots.exchanged, std::inserter(exchanged, exchanged.end()),
                                   &ExchangedRow::row);
        }
    });
    std::ranges::sort(emptied, {}, &RowRange::first);
    std::vector<ForgottenRow> rows;
    for (const auto& [row, original] : originals) {
        if (contain(emptied, row) || exchanged.contains(row)) {
            rows.push_back({row, original});
        }
    }
    return rows;
}

std::string text_of(const ForgottenList& list)
{
    auto text = heading_of(list.of);
    text.reserve(text.size() + list.rows.size() * line_size);
    for (const auto& [row, original] : list.rows) {
        text += fmt::format("{:012} {}\n", row, vault::hexadecimal(original));
    }
    return text;
}

std::expected<ForgottenList, Refusal> forgotten_list_in(std::string_view text)
{
    const auto damaged = [] {
        return domain::refuse(Why::invalid_input, "not a list of what was forgotten, or damaged");
    };
    const auto end_of_heading = std::min(text.find('\n'), text.size());
    const auto of = time_in(text.substr(0, end_of_heading));
    ForgottenList list{{}, of};
    const auto begins = heading_of(of);
    if (!text.starts_with(begins) || (text.size() - begins.size()) % line_size != 0) {
        return damaged();
    }
    for (auto rest = text.substr(begins.size()); !rest.empty(); rest.remove_prefix(line_size)) {
        const auto row = row_in(rest.substr(0, line_size));
        if (!row || (!list.rows.empty() && *row <= list.rows.back())) {
            return damaged();
        }
        list.rows.push_back(*row);
    }
    return list;
}

std::expected<ForgottenList, Refusal> read_forgotten_list(const std::filesystem::path& file)
{
    const auto opened = files::SyncedFile::open_to_read(file);
    if (!opened) {
        return std::unexpected{opened.error()};
    }
    auto list = forgotten_list_in(opened->text());
    if (!list) {
        return domain::refuse(list.error().why, fmt::format("{}: {}", file.string(), list.error().detail));
    }
    return list;
}

std::expected<void, Refusal> add_to_forgotten_list(const std::filesystem::path& folder,
                                                   std::span<const ForgottenRow> rows, domain::Instant now)
{
    const auto file = folder / forgotten_list_name;
    ForgottenList all{{rows.begin(), rows.end()}, now};
    if (std::filesystem::exists(file)) {
        const auto there = read_forgotten_list(file);
        if (!there) {
            return std::unexpected{there.error()};
        }
        all.rows.insert(all.rows.end(), there->rows.begin(), there->rows.end());
    }
    std::ranges::sort(all.rows);
    const auto repeated = std::ranges::unique(all.rows);
    all.rows.erase(repeated.begin(), repeated.end());
    const auto beside = folder / ".verandah.forgotten.unfinished";
    std::filesystem::remove(beside); // left by one that was cut off
    if (auto written = files::write_private_file(beside, text_of(all)); !written) {
        return written;
    }
    std::filesystem::rename(beside, file); // synced by now
    files::sync_folder(folder);
    return {};
}

std::size_t forget_again(const std::filesystem::path& file, const vault::HubKey& key,
                         std::span<const ForgottenRow> rows, domain::Instant now)
{
    const auto visitors = visitors_of(file, key, rows);
    for (const auto visitor : visitors) {
        RowsOfVisitor hers{std::make_unique<Journal>(file, key, Access::read_only), visitor};
        hers.read_on();
        Journal journal{file, key};
        journal.prove();
        journal.forget(hers.found(),
                       {domain::ForgettingEvent{domain::VisitorForgotten{visitor, now}}, "hub", std::nullopt});
    }
    return visitors.size();
}

} // namespace verandah::store
