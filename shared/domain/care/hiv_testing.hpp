// SPDX-License-Identifier: Apache-2.0
// The HIV testing strategy: three assays in a row, and what each answer leads to.
#pragma once

#include "shared/domain/refusal.hpp"

#include <array>
#include <chrono>
#include <expected>
#include <optional>
#include <string_view>

namespace verandah::domain {

enum class Reaction { non_reactive, reactive };

/// What the assays have said so far; nullopt is not done.
struct HivAssays {
    std::optional<Reaction> a1{};
    std::optional<Reaction> a2{};
    std::optional<Reaction> a1_again{};
    std::optional<Reaction> a3{};
    friend constexpr bool operator==(const HivAssays&, const HivAssays&) = default;
};

enum class HivNext { do_a1, do_a2, repeat_a1, do_a3, negative, positive, inconclusive };

struct HivRow {
    HivAssays assays;
    HivNext next;
};

// Source: WHO, consolidated guidelines on HIV testing services, as in the HIV Digital Adaptation Kit 2023, decision
// tables. An inconclusive one is asked back after 14 days; a positive one is tested again before treatment begins.
// clang-format off
namespace hiv_table {
inline constexpr std::optional<Reaction> o{}; // not done
inline constexpr std::optional n{Reaction::non_reactive};
inline constexpr std::optional r{Reaction::reactive};
} // namespace hiv_table
inline constexpr std::array hiv_rows{
    //                A1            A2            A1 again      A3
    HivRow{{hiv_table::o, hiv_table::o, hiv_table::o, hiv_table::o}, HivNext::do_a1},
    HivRow{{hiv_table::n, hiv_table::o, hiv_table::o, hiv_table::o}, HivNext::negative},
    HivRow{{hiv_table::r, hiv_table::o, hiv_table::o, hiv_table::o}, HivNext::do_a2},
    HivRow{{hiv_table::r, hiv_table::n, hiv_table::o, hiv_table::o}, HivNext::repeat_a1},
    HivRow{{hiv_table::r, hiv_table::n, hiv_table::n, hiv_table::o}, HivNext::negative},
    HivRow{{hiv_table::r, hiv_table::n, hiv_table::r, hiv_table::o}, HivNext::inconclusive},
    HivRow{{hiv_table::r, hiv_table::r, hiv_table::o, hiv_table::o}, HivNext::do_a3},
    HivRow{{hiv_table::r, hiv_table::r, hiv_table::o, hiv_table::r}, HivNext::positive},
    HivRow{{hiv_table::r, hiv_table::r, hiv_table::o, hiv_table::n}, HivNext::inconclusive},
};
// clang-format on

inline constexpr std::chrono::days hiv_inconclusive_retest{14};

/// What comes after these. invalid_input for assays that do not come in the strategy's order, such as a third after a
/// non-reactive first: somebody mixed up two strips.
[[nodiscard]] std::expected<HivNext, Refusal> after(const HivAssays& assays);
[[nodiscard]] constexpr bool is_concluded(HivNext next)
{
    return next == HivNext::negative || next == HivNext::positive || next == HivNext::inconclusive;
}
[[nodiscard]] std::string_view word(HivNext next); ///< Permanent: "do_a1", …, "inconclusive".

} // namespace verandah::domain
