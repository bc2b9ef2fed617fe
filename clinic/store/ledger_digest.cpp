// SPDX-License-Identifier: Apache-2.0
// A short proof of a whole ledger.
#include "clinic/store/ledger_digest.hpp"

#include "shared/files/private_file.hpp"
#include "shared/vault/hash.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>
#include <system_error>

namespace verandah::store {

namespace {

using domain::Ticket;

std::string when(std::optional<domain::Instant> at)
{
    return at ? std::to_string(at->time_since_epoch().count()) : "-";
}

void describe(std::string& text, const domain::Standing& standing)
{
    fmt::format_to(std::back_inserter(text), "{} {} {} {} {} {} {} {} {}/{}/{}", word(standing.state),
                   standing.priority.view(), when(standing.place), when(standing.since),
                   standing.station ? standing.station->view() : "-", standing.calls, when(standing.until),
                   standing.calls_to_wait, standing.spent.wait.count(), standing.spent.way.count(),
                   standing.spent.service.count());
    for (const auto& step : standing.steps) {
        fmt::format_to(std::back_inserter(text), " {}:{}:{}", step.service.view(), word(step.stage),
                       when(step.ready_at));
    }
    text += '\n';
}

void describe(std::string& text, const Ticket& ticket)
{
    fmt::format_to(std::back_inserter(text), "{} {} {} {} ", ticket.id.value(), ticket.number.value(),
                   when(ticket.arrived), ticket.visitor ? ticket.visitor->value() : 0);
    describe(text, ticket.now);
    for (const auto& past : ticket.past) {
        fmt::format_to(std::back_inserter(text), "  {} ", word(past.move));
        describe(text, past.before);
    }
}

void describe(std::string& text, const domain::StockBook& stock)
{
    fmt::format_to(std::back_inserter(text), "stock {}\n", stock.next().value());
    for (const auto& [commodity, shelf] : stock.shelves()) {
        fmt::format_to(std::back_inserter(text), "shelf {} {}\n", commodity.view(), shelf.taken_beyond);
        for (const auto& [code, batch] : shelf.batches) {
            fmt::format_to(std::back_inserter(text), "  {} {} {}\n", code.view(),
                           std::chrono::sys_days{batch.expiry}.time_since_epoch().count(), batch.balance);
        }
    }
}

std::string hexadecimal(std::span<const std::byte> bytes)
{
    std::string text;
    for (const auto byte : bytes) {
        fmt::format_to(std::back_inserter(text), "{:02x}", std::to_integer<unsigned>(byte));
    }
    return text;
}

} // namespace

std::string digest_of(const Ledger& ledger)
{
    std::string text = fmt::format("{} {} {}\n", ledger.line().next_ticket().value(), ledger.line().next_number(),
                                   ledger.line().is_closed() ? "closed" : "open");
    for (const auto& [id, ticket] : ledger.line().tickets()) {
        describe(text, ticket);
    }
    for (const auto& [card, entry] : ledger.cards().in_order()) {
        fmt::format_to(std::back_inserter(text), "card {} {} {}\n", hexadecimal(card.bytes()), entry.visitor.value(),
                       when(entry.revoked_at));
    }
    for (const auto& [id, alert] : ledger.alerts().open()) {
        fmt::format_to(std::back_inserter(text), "alert {} {} {}\n", id.value(), word(alert.kind), when(alert.at));
    }
    for (const auto& [account, member] : ledger.staff().all()) {
        fmt::format_to(std::back_inserter(text), "staff {} {} {} {} {} {} {}\n", account.view(), word(member.role),
                       hexadecimal(member.lock), member.clinic_key ? hexadecimal(*member.clinic_key) : "-",
                       when(member.added_at), when(member.last_signed_in), when(member.revoked_at));
    }
    describe(text, ledger.stock());
    for (const auto& [file, kept] : ledger.files().all()) {
        const auto* visitor = std::get_if<domain::VisitorId>(&kept.owner);
        fmt::format_to(std::back_inserter(text), "file {} {} {} {}", file.value(), visitor != nullptr ? "v" : "t",
                       visitor != nullptr ? visitor->value() : std::get<domain::TicketId>(kept.owner).value(),
                       hexadecimal(kept.wrapped_key));
        for (const auto& entry : kept.entries) {
            text += ' ' + hexadecimal(vault::hash({entry}));
        }
        text += '\n';
    }
    return hexadecimal(vault::hash({std::as_bytes(std::span{text})}));
}

Checkpoint checkpoint_of(const Ledger& ledger)
{
    return {ledger.sequence(), digest_of(ledger)};
}

void write_checkpoint(const std::filesystem::path& file, const Checkpoint& checkpoint)
{
    auto beside = file;
    beside += ".new";
    std::filesystem::remove(beside); // left by a hub that was cut off
    const auto text = fmt::format("{} {}\n", checkpoint.sequence, checkpoint.digest);
    if (const auto written = files::write_private_file(beside, text); !written) {
        throw std::system_error{std::make_error_code(std::errc::io_error), written.error().detail};
    }
    std::filesystem::rename(beside, file); // synced by now: after a power cut it is the old one or the new one
}

std::expected<std::optional<Checkpoint>, domain::Refusal> read_checkpoint(const std::filesystem::path& file)
{
    std::ifstream in{file};
    if (!in) {
        return std::optional<Checkpoint>{};
    }
    Checkpoint checkpoint{};
    std::string sequence;
    std::string rest;
    constexpr std::size_t digits = 64;
    const bool has_two_words = (in >> sequence >> checkpoint.digest) && !(in >> rest);
    const auto* end = sequence.data() + sequence.size();
    const auto read = std::from_chars(sequence.data(), end, checkpoint.sequence);
    if (!has_two_words || read.ec != std::errc{} || read.ptr != end || checkpoint.digest.size() != digits) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              file.filename().string() + " is damaged; delete it to go on without the comparison");
    }
    return std::optional{checkpoint};
}

} // namespace verandah::store
