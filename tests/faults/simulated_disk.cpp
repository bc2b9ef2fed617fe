// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/simulated_disk.hpp"

#include <algorithm>
#include <utility>

namespace verandah::test {

namespace {

bool by_chance(SimulatedDisk::Chance& chance)
{
    return (chance() & 1U) != 0;
}

void put(std::vector<std::byte>& bytes, std::size_t offset, std::span<const std::byte> piece)
{
    if (bytes.size() < offset + piece.size()) {
        bytes.resize(offset + piece.size()); // a hole before it reads as zeros
    }
    std::ranges::copy(piece, bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

} // namespace

bool SimulatedDisk::begin_step()
{
    ++steps_;
    if (steps_left_ > 0 && --steps_left_ == 0) {
        is_dead_ = true;
        return true; // the last one that is begun
    }
    return !is_dead_;
}

SimulatedDisk::Answer SimulatedDisk::create(const std::string& name)
{
    if (!begin_step()) {
        return Answer::fault;
    }
    files_.insert({name, {}});
    return is_dead_ ? Answer::fault : Answer::done;
}

SimulatedDisk::Answer SimulatedDisk::remove(const std::string& name)
{
    if (!begin_step()) {
        return Answer::fault;
    }
    auto file = files_.extract(name);
    if (!file.empty() && file.mapped().is_in_folder) {
        removed_.insert_or_assign(name, std::move(file.mapped()));
    }
    return is_dead_ ? Answer::fault : Answer::done;
}

SimulatedDisk::Answer SimulatedDisk::read(const std::string& name) const
{
    return is_dead_ || health_ == Health::failing_reads || !has(name) ? Answer::fault : Answer::done;
}

SimulatedDisk::Answer SimulatedDisk::write(const std::string& name, std::size_t offset,
                                           std::span<const std::byte> bytes)
{
    if (!begin_step()) {
        return Answer::fault;
    }
    auto& file = files_.at(name);
    if (health_ == Health::full && offset + bytes.size() > file.now.size()) {
        return Answer::full;
    }
    file.unsynced.emplace_back(Write{offset, {bytes.begin(), bytes.end()}});
    apply(file.now, file.unsynced.back());
    return is_dead_ ? Answer::fault : Answer::done;
}

SimulatedDisk::Answer SimulatedDisk::truncate(const std::string& name, std::size_t size)
{
    if (!begin_step()) {
        return Answer::fault;
    }
    auto& file = files_.at(name);
    file.unsynced.emplace_back(Truncation{size});
    apply(file.now, file.unsynced.back());
    return is_dead_ ? Answer::fault : Answer::done;
}

SimulatedDisk::Answer SimulatedDisk::sync(const std::string& name)
{
    if (!begin_step() || is_dead_) { // a sync that the power cut meets has kept nothing
        return Answer::fault;
    }
    auto& file = files_.at(name);
    if (health_ == Health::failing_syncs || failing_syncs_ > 0) {
        failing_syncs_ -= failing_syncs_ > 0 ? 1 : 0;
        file.unsynced.clear(); // the kernel takes the pages for clean now, and never writes them
        return Answer::fault;
    }
    if (health_ != Health::lying) {
        for (const auto& change : std::exchange(file.unsynced, {})) {
            apply(file.synced, change);
        }
    }
    return Answer::done;
}

SimulatedDisk::Answer SimulatedDisk::sync_folder()
{
    if (!begin_step() || is_dead_) {
        return Answer::fault;
    }
    if (health_ != Health::lying) {
        removed_.clear();
        for (auto& [name, file] : files_) {
            file.is_in_folder = true;
        }
    }
    return Answer::done;
}

void SimulatedDisk::restore_power(Chance& chance)
{
    std::map<std::string, File> left;
    const auto leave = [&](const std::string& name, const File& file) {
        auto bytes = after_power_cut(file, chance);
        left.insert({name, {bytes, bytes, {}, true}});
    };
    for (const auto& [name, file] : files_) {
        if (file.is_in_folder || by_chance(chance)) {
            leave(name, file);
        }
    }
    for (const auto& [name, file] : removed_) {
        if (!left.contains(name) && by_chance(chance)) {
            leave(name, file);
        }
    }
    files_ = std::move(left);
    removed_.clear();
    is_dead_ = false;
    steps_left_ = 0;
    failing_syncs_ = 0;
}

void SimulatedDisk::apply(Bytes& bytes, const Change& change)
{
    if (const auto* truncation = std::get_if<Truncation>(&change)) {
        bytes.resize(truncation->size);
    } else {
        const auto& write = std::get<Write>(change);
        put(bytes, write.offset, write.bytes);
    }
}

SimulatedDisk::Bytes SimulatedDisk::after_power_cut(const File& file, Chance& chance)
{
    const auto fate = static_cast<Fate>(chance() % 5);
    auto bytes = file.synced;
    const auto first_ones = chance() % (file.unsynced.size() + 1);
    for (std::size_t index = 0; index < file.unsynced.size() && fate != Fate::dropped; ++index) {
        const auto& change = file.unsynced[index];
        const auto* write = std::get_if<Write>(&change);
        if (fate == Fate::kept || (fate == Fate::first_ones_kept && index < first_ones)) {
            apply(bytes, change);
        } else if (fate == Fate::scattered || fate == Fate::garbled) {
            if (write != nullptr) {
                scatter(bytes, *write, fate, chance);
            } else if (by_chance(chance)) {
                apply(bytes, change);
            }
        }
    }
    return bytes;
}

void SimulatedDisk::scatter(Bytes& bytes, const Write& write, Fate fate, Chance& chance)
{
    for (std::size_t begin = 0; begin < write.bytes.size();) {
        const auto length = std::min(sector - (write.offset + begin) % sector, write.bytes.size() - begin);
        auto piece = std::span{write.bytes}.subspan(begin, length);
        if (by_chance(chance)) {
            put(bytes, write.offset + begin, piece);
        } else if (fate == Fate::garbled && by_chance(chance)) {
            Bytes noise(length);
            std::ranges::generate(noise, [&chance] { return static_cast<std::byte>(chance()); });
            put(bytes, write.offset + begin, noise);
        }
        begin += length;
    }
}

} // namespace verandah::test
