// SPDX-License-Identifier: Apache-2.0
// Who did what, as far as this console has looked back; and the file it is saved into. What happens to it is in
// past_steps.hpp.
#pragma once

#include "shared/wire/messages/audit_messages.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

/// The days that are looked at.
enum class PastDays { all, today, yesterday, week, month };
inline constexpr std::array every_past_days{PastDays::all, PastDays::today, PastDays::yesterday, PastDays::week,
                                            PastDays::month};

struct Past {
    static constexpr std::size_t page = 100;    ///< So many more are wanted when the end comes into sight.
    static constexpr std::size_t most = 20'000; ///< Then the filter has to be narrower.

    std::size_t look; ///< Answers of another look are not of this list.
    wire::AuditFilter filter{};
    PastDays days{PastDays::all};
    std::vector<wire::AuditView::Deed> deeds{}; ///< Newest first.
    std::size_t wanted{page};
    std::optional<domain::Sequence> next{};
    bool is_at_end{false};
    std::optional<domain::Instant> looked_back_to{};
    std::optional<domain::Sequence> damaged{}; ///< The newest that is not as it was.
    std::optional<wire::AuditCheck> check{};
    enum class Asked { page, check, part };
    std::optional<Asked> asked{}; ///< One at a time.
    bool page_failed{false};
    bool check_failed{false};

    /// A file that is being written.
    struct Saving {
        std::string name;
        int deeds{0};
        std::optional<domain::Sequence> next{};
        bool is_whole{false}; ///< Nothing more is asked for it.
    };
    std::optional<Saving> saving{};
    struct Saved {
        std::string where; ///< Empty: it came to nothing.
        int deeds{0};
    };
    std::optional<Saved> saved{};
};

// What happens. `look` is the one that asked.
struct PastCame {
    std::size_t look;
    wire::AuditView view;
};
struct CheckCame {
    std::size_t look;
    wire::AuditCheck check;
};
struct PartCame {
    std::size_t look;
    wire::AuditPart part;
};
struct PastLost { ///< Refused, or nobody knows.
    std::size_t look;
};
struct SaveFolderCame { ///< Where a file would go.
    std::string folder;
};
struct FileSaved {
    std::string where;
};
struct FileFailed {};
using PastHappening = std::variant<PastCame, CheckCame, PartCame, PastLost, SaveFolderCame, FileSaved, FileFailed>;

// What to ask of the world.
struct FetchPast {
    std::size_t look;
    wire::AuditQuery query;
};
struct FetchCheck {
    std::size_t look;
};
struct FetchPart {
    std::size_t look;
    wire::AuditQuery query;
};
struct FindSaveFolder {};
struct SavePart {
    enum class Place { first, more, last, only };
    std::string name;
    std::string text;
    Place place;
};
struct DropFile {}; ///< What was written of it so far.
using PastEffect = std::variant<FetchPast, FetchCheck, FetchPart, FindSaveFolder, SavePart, DropFile>;

} // namespace verandah::console
