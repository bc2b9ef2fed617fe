// SPDX-License-Identifier: Apache-2.0
// The audit key on the disk: two places, one of them always empty but for an instant.
#include "shared/files/private_file.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/files/synced_file.hpp"
#include "shared/vault/audit_key.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <charconv>
#include <stdexcept>

namespace verandah::vault {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

// Permanent, all of it.
constexpr std::string_view audit_first_line = "verandah audit key 1";
constexpr std::size_t block = 4'096; // so that a write that tears one place leaves the other alone
constexpr std::size_t epoch_digits = 20;
constexpr std::size_t seed_digits = key_size * 2;
constexpr std::size_t check_size = 8;
constexpr std::size_t check_digits = check_size * 2;
constexpr std::size_t line_length = epoch_digits + 1 + seed_digits + 1 + check_digits;

std::size_t start_of(std::size_t place)
{
    return block * (1 + place);
}

/// Where the epoch's number and the seed meet: a half-written place has another one.
std::array<std::byte, check_size> check_of(std::uint64_t epoch, const AuditSeed& seed)
{
    std::array<std::byte, sizeof epoch> number{};
    for (std::size_t index = 0; index < number.size(); ++index) {
        number[index] = static_cast<std::byte>(epoch >> (8 * index));
    }
    std::array<std::byte, check_size> check{};
    const auto digest = hash({number, seed.bytes()});
    std::ranges::copy(std::span{digest}.first<check_size>(), check.begin());
    return check;
}

void append_digits(std::string& text, std::span<const std::byte> bytes)
{
    std::array<char, seed_digits + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), sodium_view(bytes), bytes.size());
    text.append(digits.data(), bytes.size() * 2);
    sodium_memzero(digits.data(), digits.size());
}

void append_line(std::string& text, const AuditKey& key)
{
    const auto number = std::to_string(key.epoch());
    text.append(epoch_digits - number.size(), '0').append(number).append(" ");
    append_digits(text, key.seed().bytes());
    text.append(" ");
    append_digits(text, check_of(key.epoch(), key.seed()));
}

/// The key in a place; nullopt when it is empty or was written only half.
std::optional<AuditKey> key_in(std::string_view line)
{
    std::uint64_t epoch = 0;
    const auto* begin = line.data();
    const auto* after_epoch = begin + epoch_digits;
    const auto [end, fault] = std::from_chars(begin, after_epoch, epoch);
    if (fault != std::errc{} || end != after_epoch || epoch == 0) {
        return std::nullopt;
    }
    const auto digits = line.substr(epoch_digits + 1, seed_digits);
    SecretBytes bytes;
    std::size_t decoded = 0;
    sodium_hex2bin(sodium_view(bytes.bytes()), key_size, digits.data(), digits.size(), nullptr, &decoded, nullptr);
    if (decoded != key_size) {
        return std::nullopt;
    }
    AuditKey key{epoch, AuditSeed{std::move(bytes)}};
    std::string written; // as it would be written: every digit counts
    written.reserve(line_length);
    append_line(written, key);
    const bool is_it = written == line;
    files::wipe(written);
    return is_it ? std::optional{std::move(key)} : std::nullopt;
}

files::SyncedFile opened_to_write(const std::filesystem::path& file)
{
    auto opened = files::SyncedFile::open(file);
    if (!opened) {
        throw std::runtime_error{opened.error().detail};
    }
    return std::move(*opened);
}

void wipe_place(files::SyncedFile& file, std::size_t place)
{
    file.write_at(start_of(place), std::string(line_length, '-'));
    file.sync();
}

} // namespace

std::expected<void, Refusal> AuditKeyFile::make(const std::filesystem::path& file, const AuditKey& key)
{
    std::string text;
    text.reserve(3 * block); // never moved
    text.append(audit_first_line);
    text.resize(start_of(0), '\n');
    append_line(text, key);
    text.resize(start_of(1), '\n');
    text.append(line_length, '-');
    text.resize(start_of(2), '\n');
    const files::SecretText wiped{std::move(text)};
    return files::write_private_file(file, wiped.view());
}

std::expected<AuditKeyFile, Refusal> AuditKeyFile::load(std::filesystem::path file)
{
    auto read = files::read_private_file(file);
    if (!read) {
        return std::unexpected{std::move(read.error())};
    }
    const files::SecretText text{std::move(*read)};
    const auto all = text.view();
    if (!all.starts_with(std::string{audit_first_line} + "\n") || all.size() != start_of(2)) {
        return domain::refuse(Why::invalid_input, file.string() + ": not an audit key file of version 1");
    }
    auto first = key_in(all.substr(start_of(0), line_length));
    auto second = key_in(all.substr(start_of(1), line_length));
    if (!first && !second) {
        return domain::refuse(Why::invalid_input, file.string() + ": damaged; it holds no audit key");
    }
    const bool is_second = !first || (second && second->epoch() > first->epoch());
    return AuditKeyFile{std::move(file), std::move(is_second ? *second : *first), is_second ? std::size_t{1} : 0};
}

void AuditKeyFile::wipe_other_place()
{
    auto opened = opened_to_write(file_);
    wipe_place(opened, 1 - place_);
}

void AuditKeyFile::evolve()
{
    auto opened = opened_to_write(file_);
    auto next = key_.next();
    const auto other = 1 - place_;
    std::string line;
    line.reserve(line_length);
    append_line(line, next);
    const files::SecretText wiped{std::move(line)};
    opened.write_at(start_of(other), wiped.view());
    opened.sync();
    wipe_place(opened, place_);
    key_ = std::move(next);
    place_ = other;
}

} // namespace verandah::vault
