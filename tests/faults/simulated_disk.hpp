// SPDX-License-Identifier: Apache-2.0
// A disk in memory that keeps apart what was written and what was synced, and can lose its power or fail at any step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace verandah::test {

/// A folder of files. What a program sees is what it wrote; what a power cut leaves is what was synced, and of the rest
/// whatever chance decides, sector by sector. A value: a copy is a second disk with the same bytes.
///
/// Bytes that were synced stay, also beside bytes written later in the same sector: that is what SQLite takes a disk to
/// do (SQLITE_IOCAP_POWERSAFE_OVERWRITE, the default of its own file layer on Linux).
class SimulatedDisk {
public:
    enum class Answer { done, fault, full };
    enum class Health {
        well,
        lying,         ///< Says that it has synced, and has not.
        failing_syncs, ///< A sync is refused, and what it should have kept is never written, as by Linux.
        failing_reads,
        full, ///< No file grows any more.
    };
    using Chance = std::mt19937_64;
    static constexpr std::size_t sector = 512;

    // Power.

    /// The `step`-th change from now on (1 is the next one) is the last that is begun; it and everything after it is
    /// answered with a fault until the power is back.
    void cut_power_at(std::uint64_t step) { steps_left_ = step; }
    void cut_power() { is_dead_ = true; }
    [[nodiscard]] bool is_dead() const { return is_dead_; }
    /// What was not synced gets its fate, file by file.
    void restore_power(Chance& chance);
    /// The program died and not the machine: what was written is there, and is not synced any more than it was.
    void go_on() { is_dead_ = false, steps_left_ = 0; }
    [[nodiscard]] std::uint64_t steps() const { return steps_; } ///< Changes so far: writes, truncations, syncs, …

    void be(Health health) { health_ = health; }
    /// Syncs fail this often, then no more.
    void fail_next_syncs(int count) { failing_syncs_ = count; }

    // Files, by their whole path.

    [[nodiscard]] bool has(const std::string& name) const { return files_.contains(name); }
    [[nodiscard]] std::size_t size(const std::string& name) const { return files_.at(name).now.size(); }
    [[nodiscard]] std::span<const std::byte> bytes(const std::string& name) const { return files_.at(name).now; }
    Answer create(const std::string& name);
    Answer remove(const std::string& name);
    Answer read(const std::string& name) const; ///< Whether bytes() may be looked at.
    Answer write(const std::string& name, std::size_t offset, std::span<const std::byte> bytes);
    Answer truncate(const std::string& name, std::size_t size);
    Answer sync(const std::string& name);
    Answer sync_folder();

private:
    struct Write {
        std::size_t offset;
        std::vector<std::byte> bytes;
    };
    struct Truncation {
        std::size_t size;
    };
    using Bytes = std::vector<std::byte>;
    using Change = std::variant<Write, Truncation>;
    struct File {
        Bytes now;
        Bytes synced;
        std::vector<Change> unsynced{};
        bool is_in_folder{false}; ///< Its name would be there after a power cut.
    };
    enum class Fate { dropped, kept, first_ones_kept, scattered, garbled };

    bool begin_step(); ///< False when there is no power for it any more.
    static void apply(Bytes& bytes, const Change& change);
    static Bytes after_power_cut(const File& file, Chance& chance);
    static void scatter(Bytes& bytes, const Write& write, Fate fate, Chance& chance);

    std::map<std::string, File> files_;
    std::map<std::string, File> removed_; ///< Removed, but the folder was not synced since: may come back.
    std::uint64_t steps_{0};
    std::uint64_t steps_left_{0}; ///< 0: no power cut is planned.
    int failing_syncs_{0};
    bool is_dead_{false};
    Health health_{Health::well};
};

} // namespace verandah::test
