// SPDX-License-Identifier: Apache-2.0
// What the person at the console did.
#pragma once

#include "clinic/console/flow/deed.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"

#include <cstddef>
#include <string>
#include <variant>

namespace verandah::console {

enum class Page { line, today };

struct Do { ///< A deed for whoever is chosen, or else for whoever is here.
    Deed deed;
    friend bool operator==(const Do&, const Do&) = default;
};
struct ChooseRow {
    domain::TicketId ticket;
    friend bool operator==(const ChooseRow&, const ChooseRow&) = default;
};
struct StepRow { ///< The row above or below the chosen one.
    int by;
    friend bool operator==(const StepRow&, const StepRow&) = default;
};
struct LeaveRow { ///< Nobody is chosen any more.
    friend bool operator==(const LeaveRow&, const LeaveRow&) = default;
};
struct ShowPage {
    Page page;
    friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
struct AskStation {
    friend bool operator==(const AskStation&, const AskStation&) = default;
};
struct AskSettings {
    friend bool operator==(const AskSettings&, const AskSettings&) = default;
};
struct Cover { ///< Nothing can be read until somebody uncovers it.
    friend bool operator==(const Cover&, const Cover&) = default;
};
struct Uncover {
    friend bool operator==(const Uncover&, const Uncover&) = default;
};
struct CloseNotice {
    friend bool operator==(const CloseNotice&, const CloseNotice&) = default;
};

// On a sheet.
struct ChooseOption {
    std::size_t group;
    std::size_t option;
    friend bool operator==(const ChooseOption&, const ChooseOption&) = default;
};
struct TypeWords {
    std::string words;
    friend bool operator==(const TypeWords&, const TypeWords&) = default;
};
struct Confirm {
    friend bool operator==(const Confirm&, const Confirm&) = default;
};
struct Dismiss {
    friend bool operator==(const Dismiss&, const Dismiss&) = default;
};

using Wish = std::variant<Do, ChooseRow, StepRow, LeaveRow, ShowPage, AskStation, AskSettings, Cover, Uncover,
                          CloseNotice, ChooseOption, TypeWords, Confirm, Dismiss>;

} // namespace verandah::console
