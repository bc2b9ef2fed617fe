// SPDX-License-Identifier: Apache-2.0
// A refusal is a value: what a person or a rule can cause. Faults of the machine are exceptions instead.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace verandah::domain {

/// Why a request was refused. People see a translated text chosen by `why`; `detail` is for the log.
struct Refusal {
    enum class Why {
        invalid_input,
        not_found, ///< What it is about is not there, or not any more.
        not_open,  ///< The file it is about is not open at that console, or not any more.
        not_allowed,
        conflict,
    };
    Why why;
    std::string detail; ///< For the log and for engineers. Never holds a card, a code or a record.
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

[[nodiscard]] inline std::unexpected<Refusal> refuse(Refusal::Why why, std::string detail)
{
    return std::unexpected{Refusal{why, std::move(detail)}};
}

} // namespace verandah::domain
