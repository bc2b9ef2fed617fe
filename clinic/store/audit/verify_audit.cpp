// SPDX-License-Identifier: Apache-2.0
// The auditor: each part is looked at however the others are, so that one run shows everything.
#include "clinic/store/audit/verify_audit.hpp"

#include "clinic/store/sealed_rows.hpp"
#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace verandah::store {

namespace {

using std::filesystem::path;
using Findings = std::vector<std::string>;

std::expected<std::string, domain::Refusal> text_in(const path& file)
{
    const auto opened = files::SyncedFile::open_to_read(file);
    return opened ? std::expected<std::string, domain::Refusal>{opened->text()} : std::unexpected{opened.error()};
}

/// A trail and the file that it stands in.
struct FiledTrail {
    path file;
    AuditTrail trail;
};

/// All trails, oldest first, and the epoch of the key at that moment: a hub that signs meanwhile does not matter.
struct Evidence {
    std::vector<FiledTrail> trails;
    std::expected<vault::AuditKeyFile, domain::Refusal> key;
    bool is_complete{true}; ///< Every file could be read.
};

std::optional<FiledTrail> read_trail(const path& file, Findings& findings)
{
    const auto text = text_in(file);
    if (!text) {
        findings.push_back(text.error().detail);
        return std::nullopt;
    }
    auto read = read_trails(*text);
    if (!read) {
        findings.push_back(fmt::format("{}: {}: it was forged or damaged", file.string(), read.error().detail));
        return std::nullopt;
    }
    if (read->trails.size() != 1) {
        findings.push_back(fmt::format("{}: not one audit trail but {}", file.string(), read->trails.size()));
        return std::nullopt;
    }
    return FiledTrail{file, std::move(read->trails.front())};
}

Evidence gather_once(const AuditPaths& paths, Findings& findings)
{
    Evidence evidence{.trails = {}, .key = vault::AuditKeyFile::load(paths.key)};
    auto files = paths.earlier();
    files.push_back(paths.checkpoints);
    for (const auto& file : files) {
        if (auto trail = read_trail(file, findings)) {
            evidence.trails.push_back(std::move(*trail));
        } else {
            evidence.is_complete = false;
        }
    }
    return evidence;
}

Evidence gather(const AuditPaths& paths, Findings& findings)
{
    constexpr int tries = 10;
    for (int left = tries;; --left) {
        Findings found;
        auto evidence = gather_once(paths, found);
        const auto key_now = vault::AuditKeyFile::load(paths.key);
        const bool stood_still = key_now.has_value() == evidence.key.has_value() &&
                                 (!key_now || key_now->key().epoch() == evidence.key->key().epoch());
        if (stood_still || left == 0) {
            std::ranges::move(found, std::back_inserter(findings));
            return evidence;
        }
    }
}

/// Numbers, order and signatures of one trail. How many of its checkpoints hold, from the first on.
std::size_t check_signatures(const FiledTrail& filed, Findings& findings)
{
    const auto& lines = filed.trail.checkpoints;
    auto key = filed.trail.first;
    domain::Sequence before = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto& line = lines[index];
        const auto due = index + 1;
        if (line.number != due) {
            findings.push_back(fmt::format("{}: checkpoint {} should stand where checkpoint {} stands: lines are "
                                           "missing, or were put in another order",
                                           filed.file.string(), due, line.number));
            return index;
        }
        if (!is_signed_by(line, key)) {
            findings.push_back(fmt::format("{}: the signature of checkpoint {} does not hold: the line was forged, or "
                                           "the key before it was exchanged",
                                           filed.file.string(), due));
            return index;
        }
        if (line.position.last < before) {
            findings.push_back(fmt::format("{}: checkpoint {} goes back from event {} to {}", filed.file.string(), due,
                                           before, line.position.last));
            return index;
        }
        before = line.position.last;
        key = line.next;
    }
    return lines.size();
}

void check_first_key(const AuditPaths& paths, const AuditTrail& trail, Findings& findings)
{
    const auto text = text_in(paths.first_key);
    if (!text) {
        findings.push_back(text.error().detail);
    } else if (*text != text_of(trail.first)) {
        findings.push_back(fmt::format("{} is not the first key of {}: one of the two was exchanged",
                                       paths.first_key.string(), paths.checkpoints.string()));
    }
}

void check_key(const AuditPaths& paths, const Evidence& evidence, Findings& findings)
{
    if (!evidence.key) {
        findings.push_back(evidence.key.error().detail);
    } else if (const auto turn = whose_turn(evidence.key->key(), evidence.trails.back().trail); !turn) {
        findings.push_back(fmt::format("{}: {}", paths.checkpoints.string(), turn.error()));
    }
}

/// A checkpoint whose signature holds, to be met on the way through the journal.
struct Mark {
    const FiledTrail* filed;
    const SignedCheckpoint* checkpoint;
};

/// The journal, row by row, against the marks in order.
class Walk {
public:
    Walk(std::vector<Mark> marks, Findings& findings) : marks_{std::move(marks)}, findings_{findings} {}

    void meet(const Position& position)
    {
        for (; met_ < marks_.size() && marks_[met_].checkpoint->position.last <= position.last; ++met_) {
            const auto& mark = marks_[met_];
            if (mark.checkpoint->position.chain == position.chain) {
                proved_ = mark.checkpoint;
            } else if (!differs_) {
                differs_ = true;
                findings_.push_back(describe_difference(mark));
            }
        }
    }
    /// The journal ends there.
    void end(const Position& end, const path& journal)
    {
        if (met_ < marks_.size()) {
            const auto& last = marks_.back();
            findings_.push_back(fmt::format("{}: it ends at event {}, and checkpoint {} signed {}: the last {} events "
                                            "were cut away",
                                            journal.string(), end.last, last.checkpoint->number,
                                            last.checkpoint->position.last, last.checkpoint->position.last - end.last));
        }
    }
    /// The journal cannot be read on; marks behind that say nothing.
    void stop() { met_ = marks_.size(); }
    [[nodiscard]] const SignedCheckpoint* proved() const { return proved_; }

private:
    [[nodiscard]] std::string describe_difference(const Mark& mark) const
    {
        const auto number = mark.checkpoint->number;
        if (proved_ == nullptr) {
            return fmt::format("the journal is not the one that was signed: events 1 to {} differ from checkpoint {} "
                               "of {}. It is another centre's, or was written anew",
                               mark.checkpoint->position.last, number, mark.filed->file.string());
        }
        return fmt::format("the events {} to {} are not those that checkpoint {} of {} signed: one of them was "
                           "changed, removed or put elsewhere, and the chain written anew",
                           proved_->position.last + 1, mark.checkpoint->position.last, number,
                           mark.filed->file.string());
    }

    std::vector<Mark> marks_;
    Findings& findings_;
    std::size_t met_{0};
    bool differs_{false};
    const SignedCheckpoint* proved_{nullptr};
};

std::vector<Mark> marks_of(const std::vector<FiledTrail>& trails, Findings& findings)
{
    std::vector<Mark> marks;
    for (const auto& filed : trails) {
        const auto holding = check_signatures(filed, findings);
        for (const auto& checkpoint : std::span{filed.trail.checkpoints}.first(holding)) {
            if (!marks.empty() && checkpoint.position.last < marks.back().checkpoint->position.last) {
                findings.push_back(fmt::format("{}: it begins at event {}, before the end of the trail before it",
                                               filed.file.string(), checkpoint.position.last));
                return marks;
            }
            marks.push_back({&filed, &checkpoint});
        }
    }
    return marks;
}

void check_journal(const path& journal, const std::vector<Mark>& marks, AuditReport& report)
{
    Walk walk{marks, report.findings};
    Position end{};
    std::uint64_t forgotten = 0;
    try {
        end = walk_sealed_rows(journal, [&](const SealedRow& row) {
            end = row.position;
            forgotten += row.original.empty() ? 0U : 1U;
            walk.meet(row.position);
        });
        report.last = end.last;
        walk.end(end, journal);
        report.notes.push_back(fmt::format("{} events, and the chain holds them together.", end.last));
        if (forgotten > 0) {
            report.notes.push_back(
                fmt::format("{} of them were forgotten, each named by the event that says so.", forgotten));
        }
    } catch (const DamagedJournal& damage) {
        walk.stop();
        report.findings.push_back(fmt::format("{}: {}", journal.string(), damage.what()));
    }
    if (const auto* proved = walk.proved()) {
        report.proved = {proved->position.last, proved->at};
        report.notes.push_back(fmt::format("Up to event {} they are those that checkpoint {} signed at {}; {} since.",
                                           proved->position.last, proved->number, time_text(proved->at),
                                           end.last - proved->position.last));
    } else {
        report.notes.emplace_back("No event is signed.");
    }
}

/// Whether everything that was exported is there still, line by line.
void check_against(std::string_view exported, const std::vector<FiledTrail>& ours, Findings& findings)
{
    const auto read = read_trails(exported);
    if (!read || read->trails.empty() || read->whole != exported.size()) {
        findings.push_back(
            fmt::format("the exported trail cannot be read: {}", read ? "it is cut short" : read.error().detail));
        return;
    }
    for (std::size_t index = 0; index < read->trails.size(); ++index) {
        const auto& theirs = read->trails[index];
        if (check_signatures({"the exported trail", theirs}, findings) != theirs.checkpoints.size()) {
            return;
        }
        if (index >= ours.size() || ours[index].trail.first != theirs.first) {
            findings.push_back(fmt::format("the trail with the first key {} was exported, and is not there any more: "
                                           "the audit key was exchanged, or this is another centre",
                                           theirs.first.fingerprint()));
            return;
        }
        const auto& [file, trail] = ours[index];
        const auto [there, here] = std::ranges::mismatch(theirs.checkpoints, trail.checkpoints);
        if (there != theirs.checkpoints.end()) {
            findings.push_back(fmt::format("{}: checkpoint {}, of event {}, was exported, and {}", file.string(),
                                           there->number, there->position.last,
                                           here == trail.checkpoints.end() ? "is missing: the end was cut away"
                                                                           : "is another one here"));
            return;
        }
    }
}

} // namespace

AuditReport verify_audit(const AuditPaths& paths, const path& journal, std::optional<std::string_view> against)
{
    AuditReport report;
    const auto evidence = gather(paths, report.findings);
    const auto marks = marks_of(evidence.trails, report.findings);
    if (evidence.is_complete) {
        check_first_key(paths, evidence.trails.back().trail, report.findings);
        check_key(paths, evidence, report.findings);
    }
    check_journal(journal, marks, report);
    if (against) {
        check_against(*against, evidence.trails, report.findings);
    }
    for (const auto& [file, trail] : evidence.trails) {
        report.notes.push_back(fmt::format("{}: {} checkpoints; first key {}", file.string(), trail.checkpoints.size(),
                                           trail.first.fingerprint()));
    }
    return report;
}

std::expected<std::string, domain::Refusal> exported_trails(const AuditPaths& paths)
{
    std::string text;
    auto files = paths.earlier();
    files.push_back(paths.checkpoints);
    for (const auto& file : files) {
        Findings findings;
        const auto filed = read_trail(file, findings);
        if (!filed) {
            return domain::refuse(domain::Refusal::Why::invalid_input, findings.front());
        }
        text += text_of(filed->trail);
    }
    return text;
}

} // namespace verandah::store
