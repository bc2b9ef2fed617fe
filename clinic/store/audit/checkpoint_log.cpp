// SPDX-License-Identifier: Apache-2.0
// One line, one epoch: written so that no cut looks like fraud, and no fraud like a cut.
#include "clinic/store/audit/checkpoint_log.hpp"

#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace verandah::store {

namespace {

using domain::Refusal;
using Why = Refusal::Why;
using std::filesystem::path;

constexpr std::string_view what_to_do =
    "Keep the folder as it is and look into it; \"verandah-hub audit verify\" says more, and \"verandah-hub audit "
    "renew\" puts this trail aside and begins another";

path numbered(const path& file, std::size_t number)
{
    auto name = file;
    name += fmt::format(".{}", number);
    return name;
}

void write_new(const path& file, std::string_view text)
{
    if (const auto written = files::write_private_file(file, text); !written) {
        throw std::runtime_error{written.error().detail};
    }
}

/// The trail that a file holds alone.
std::expected<std::pair<AuditTrail, std::size_t>, Refusal> trail_in(const path& file, std::string_view text)
{
    auto read = read_trails(text);
    if (!read || read->trails.size() != 1) {
        return domain::refuse(
            Why::invalid_input,
            fmt::format("{}: {}. {}", file.string(), read ? "not one audit trail" : read.error().detail, what_to_do));
    }
    return std::pair{std::move(read->trails.front()), read->whole};
}

/// Puts the present trail behind those put aside before, if there is one.
void put_aside(const AuditPaths& paths)
{
    if (std::filesystem::exists(paths.checkpoints)) {
        std::filesystem::rename(paths.checkpoints, numbered(paths.checkpoints, paths.earlier().size() + 1));
        files::sync_folder(paths.checkpoints.parent_path());
    }
}

/// Overwrites the key of a trail that ended, then removes it.
void destroy_key(const path& file)
{
    if (auto opened = files::SyncedFile::open(file)) {
        opened->write_at(0, std::string(opened->size(), '-'));
        opened->sync();
    }
    std::filesystem::remove(file);
}

} // namespace

std::expected<Turn, std::string> whose_turn(const vault::AuditKey& key, const AuditTrail& trail)
{
    const auto& lines = trail.checkpoints;
    const auto last = lines.empty() ? std::uint64_t{0} : lines.back().number;
    if (key.epoch() > last + 1) {
        return std::unexpected{fmt::format("the audit key has signed {} checkpoints, and {} are there: the end of the "
                                           "trail is missing",
                                           key.epoch() - 1, last)};
    }
    if (key.epoch() < last) {
        return std::unexpected{
            fmt::format("the audit key is that of checkpoint {}, and {} are there: an older key was put in its place",
                        key.epoch(), last)};
    }
    const bool is_resting = key.epoch() == last + 1;
    const auto& due = is_resting ? (lines.empty() ? trail.first : lines.back().next)
                                 : (lines.size() == 1 ? trail.first : lines[lines.size() - 2].next);
    if (key.public_half() != due) {
        return std::unexpected{std::string{"the audit key does not continue this trail: one of the two was exchanged"}};
    }
    return is_resting ? Turn::resting : Turn::to_evolve;
}

std::vector<path> AuditPaths::earlier() const
{
    std::vector<path> trails;
    for (std::size_t number = 1; std::filesystem::exists(numbered(checkpoints, number)); ++number) {
        trails.push_back(numbered(checkpoints, number));
    }
    return trails;
}

vault::VerifyingKey begin_trail(const AuditPaths& paths)
{
    put_aside(paths);
    destroy_key(paths.key);
    std::filesystem::remove(paths.first_key);
    const auto key = vault::AuditKey::make();
    const auto first = key.public_half();
    if (const auto made = vault::AuditKeyFile::make(paths.key, key); !made) {
        throw std::runtime_error{made.error().detail};
    }
    write_new(paths.first_key, text_of(first));
    write_new(paths.checkpoints, text_of(first)); // last: with it the trail has begun
    return first;
}

std::expected<CheckpointLog, Refusal> CheckpointLog::open(const AuditPaths& paths)
{
    auto key = vault::AuditKeyFile::load(paths.key);
    if (!key) {
        return domain::refuse(key.error().why, fmt::format("{}. {}", key.error().detail, what_to_do));
    }
    auto file = files::SyncedFile::open(paths.checkpoints);
    if (!file) {
        return domain::refuse(file.error().why, fmt::format("{}. {}", file.error().detail, what_to_do));
    }
    const auto text = file->text();
    const auto trail = trail_in(paths.checkpoints, text);
    if (!trail) {
        return std::unexpected{trail.error()};
    }
    const auto& [lines, whole] = *trail;
    const auto turn = whose_turn(key->key(), lines);
    if (!turn) {
        return domain::refuse(Why::conflict, fmt::format("{}. {}", turn.error(), what_to_do));
    }
    if (whole < text.size()) { // a line that was being written when the power went
        file->cut_to(whole);
        file->sync();
    }
    key->wipe_other_place();
    if (*turn == Turn::to_evolve) {
        key->evolve();
    }
    const auto last = lines.checkpoints.empty() ? std::nullopt : std::optional{lines.checkpoints.back().position};
    return CheckpointLog{paths.checkpoints, std::move(*key), last};
}

void CheckpointLog::sign(const Position& position, domain::Instant at)
{
    auto file = files::SyncedFile::open(file_);
    if (!file) {
        throw std::runtime_error{file.error().detail};
    }
    file->write_at(file->size(), text_of(sign_checkpoint(key_.key(), position, at)));
    file->sync();
    key_.evolve();
    last_ = position;
}

} // namespace verandah::store
