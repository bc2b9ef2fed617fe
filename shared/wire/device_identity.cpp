// SPDX-License-Identifier: Apache-2.0
// The permanent words for kinds of device, and what a name may be.
#include "shared/wire/device_identity.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace verandah::wire {

namespace {

using Why = domain::Refusal::Why;

struct KindWord {
    DeviceKind kind;
    std::string_view word;
};

// Permanent: these words stand in certificates, bundles and device lists.
constexpr std::array kind_words{
    KindWord{DeviceKind::kiosk, "kiosk"},
    KindWord{DeviceKind::console, "console"},
    KindWord{DeviceKind::board, "board"},
};

constexpr std::size_t longest_name = 32;

bool is_name_character(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
}

} // namespace

std::string_view word_for(DeviceKind kind)
{
    const auto found = std::ranges::find(kind_words, kind, &KindWord::kind);
    if (found == kind_words.end()) {
        throw std::invalid_argument{"a device kind without a word"};
    }
    return found->word;
}

std::expected<DeviceKind, domain::Refusal> parse_device_kind(std::string_view word)
{
    const auto found = std::ranges::find(kind_words, word, &KindWord::word);
    if (found == kind_words.end()) {
        return domain::refuse(Why::invalid_input, "a device is a kiosk, a console or a board");
    }
    return found->kind;
}

std::expected<DeviceName, domain::Refusal> DeviceName::make(std::string_view text)
{
    if (text.empty() || text.size() > longest_name || text.front() == '-' ||
        !std::ranges::all_of(text, is_name_character)) {
        return domain::refuse(Why::invalid_input,
                              "a device name has 1 to 32 of a-z, 0-9 and '-', and does not begin with '-'");
    }
    return DeviceName{text};
}

} // namespace verandah::wire
