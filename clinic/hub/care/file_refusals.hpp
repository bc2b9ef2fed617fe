// SPDX-License-Identifier: Apache-2.0
// What the desk for files refuses, in one wording. For clinic/hub/care/file_*.cpp.
#pragma once

#include "clinic/hub/desks/answers.hpp"
#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/record/file_event.hpp"
#include "shared/domain/refusal.hpp"

#include <expected>
#include <optional>

namespace verandah::hub {

/// Why somebody does not get a record; and what of it is written down, when it may have been more than a slip.
struct TurnedAway {
    domain::Refusal refusal;
    std::optional<domain::RecordRefused::Reason> reason{};
};

inline std::unexpected<domain::Refusal> records_are_closed()
{
    return domain::refuse(domain::Refusal::Why::not_allowed, "whoever is signed in here cannot open records yet");
}

inline std::unexpected<domain::Refusal> not_open_here()
{
    return domain::refuse(domain::Refusal::Why::not_open, "this file is not open at this console");
}

inline std::unexpected<domain::Refusal> closed_since_she_left()
{
    return domain::refuse(domain::Refusal::Why::not_open,
                          "this file was closed here some time after its visitor had left; open it again while she is "
                          "served, or from a list, with a reason");
}

/// What a console is told of an entry: never by what her pictures are known.
inline domain::FileEntry told_of(domain::FileEntry entry)
{
    if (auto* chosen = std::get_if<domain::PicturesChosen>(&entry.event)) {
        chosen->lock.reset();
    }
    return entry;
}

template <class Receipt>
void refuse_with(const Answer<Receipt>& answer, const domain::Refusal& refusal)
{
    answer(std::unexpected{NoReceipt{refusal}});
}

} // namespace verandah::hub
