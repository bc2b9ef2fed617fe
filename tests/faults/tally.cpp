// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/tally.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace verandah::test {

void leave(const Tally& tally, std::string_view name)
{
    const std::filesystem::path folder{VERANDAH_SOURCE_DIR "/out/faults"};
    std::filesystem::create_directories(folder);
    const nlohmann::ordered_json line{
        {"fault", tally.fault}, {"times", tally.times},     {"acknowledged", tally.acknowledged},
        {"lost", tally.lost},   {"doubled", tally.doubled}, {"exposed", tally.exposed}};
    std::ofstream{folder / fmt::format("{}.json", name)} << line.dump() << '\n';
}

std::size_t times_to_play(const char* variable, std::size_t usually)
{
    const char* said = std::getenv(variable);
    if (said == nullptr) {
        return usually;
    }
    std::size_t times = 0;
    const auto* end = said + std::strlen(said);
    if (const auto read = std::from_chars(said, end, times); read.ec != std::errc{} || read.ptr != end || times == 0) {
        throw std::runtime_error{fmt::format("{}=\"{}\" is no count", variable, said)};
    }
    return times;
}

} // namespace verandah::test
