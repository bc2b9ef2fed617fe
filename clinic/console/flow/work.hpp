// SPDX-License-Identifier: Apache-2.0
// What is due for visitors and what became of referrals, as far as this console has asked; and what is being written
// about it. What happens to it is in work_steps.hpp.
#pragma once

#include "clinic/console/flow/work_sheet.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/care/care_rules_messages.hpp"
#include "shared/wire/messages/care/file_messages.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

/// The parts of the list of what is due, as somebody goes through them.
/// All there are, since whatever is over can be reopened: first what is to be done, then what is not.
inline constexpr std::array due_tabs{domain::DueState::due,   domain::DueState::this_week, domain::DueState::overdue,
                                     domain::DueState::lost,  domain::DueState::coming,    domain::DueState::expired,
                                     domain::DueState::ended, domain::DueState::done};
/// And of the board of referrals; nullopt is all of them.
inline constexpr std::array<std::optional<domain::Pressing>, 5> referral_tabs{
    std::nullopt, domain::Pressing::overdue, domain::Pressing::near, domain::Pressing::in_time, domain::Pressing::over};

/// A list as far as it came. `List` is one of the wire's; rows of further pages are put behind.
template <class Query, class List>
struct WorkList {
    Query query{};
    std::size_t look{0}; ///< Answers to another look are not of this list.
    std::optional<List> list{};
    bool is_asked{false};
    bool has_failed{false};
    std::optional<std::size_t> chosen{}; ///< A row.
};
using DueWork = WorkList<wire::DueQuery, wire::DueList>;
using ReferralWork = WorkList<wire::ReferralQuery, wire::ReferralList>;
using ResultWork = WorkList<wire::ResultQuery, wire::ResultList>;
struct AllOfHers {}; ///< Nothing to narrow.
using TracingWork = WorkList<AllOfHers, wire::TracingList>;

/// Something to be written in a file: the file is opened for it, and closed again.
struct FileWork {
    enum class Stage { opening, writing, closing };
    domain::FileId file;
    domain::RecordRead::Way way;
    domain::FileEvent event;
    std::optional<domain::FileEvent> then{}; ///< Another one, once this is written.
    Stage stage{Stage::opening};
};

/// What came of it.
enum class WorkNotice {
    written,
    refused,
    somebody_was_faster,
    hub_away,
    slip_saved,
    slip_not_saved,
    told,               ///< By an outreach worker, to the clinic.
    not_asked_any_more, ///< Of her.
};

/// Who was referred to another service of this house and goes on to its line once she is finished with here.
struct Onward {
    domain::TicketId ticket;
    domain::ServiceCode service;
    enum class Stage { meant, sent, given_up } stage{Stage::meant};
};

/// The providers in place of the board of referrals.
struct DirectoryShown {
    std::optional<std::size_t> chosen{};
};

struct Work {
    std::size_t looks{0};
    std::optional<wire::CareRulesView> rules{};
    bool rules_are_asked{false};
    DueWork due{.query = {.state = domain::DueState::due}};
    ReferralWork referrals{};
    ResultWork results{};
    TracingWork tracings{};
    std::optional<WorkSheet> sheet{};
    std::optional<DirectoryShown> directory{};
    std::optional<LacksCounterfoils> to_make{}; ///< Waits for the random bytes of its counterfoils.
    std::optional<FileWork> under_way{};
    bool is_telling{false}; ///< What came of looking for somebody is on its way to the hub.
    std::optional<ShownSlip> slip{};
    std::optional<WorkNotice> notice{};
    std::string saved_to{}; ///< Where the slip is.
    std::optional<Onward> onward{};
    std::optional<std::size_t> came_in{}; ///< The look at a record in which it was written that she came.
};

// What to ask of the world.
struct AskWork { ///< GET without a body, POST with one.
    enum class What { rules, due, referrals, results, tracings, open, write, close, counterfoil, report };
    What what;
    std::size_t look{0};
    std::string path;
    files::SecretText body{};
};
struct MakeCounterfoils { ///< Random bytes.
    int count;
};
struct SaveSlip {}; ///< Those that are shown, as a PDF.
using WorkEffect = std::variant<AskWork, MakeCounterfoils, SaveSlip>;

// What happens.
struct WorkAnswered {
    AskWork::What what;
    std::size_t look;
    files::SecretText body;
};
struct WorkRefused {
    AskWork::What what;
    std::size_t look;
    domain::Refusal::Why why;
};
struct WorkLost { ///< Nobody knows.
    AskWork::What what;
    std::size_t look;
};
struct CounterfoilsMade {
    std::vector<domain::CounterfoilCode> codes;
};
struct SlipSaved { ///< Empty: it came to nothing.
    std::string where;
};
using WorkHappening = std::variant<WorkAnswered, WorkRefused, WorkLost, CounterfoilsMade, SlipSaved>;

} // namespace verandah::console
