// SPDX-License-Identifier: Apache-2.0
// Head, notice, and a list that is empty, on its way, or cannot be had.
#include "clinic/console/wording/work_page.hpp"

#include "clinic/console/wording/words.hpp"

#include <utility>

namespace verandah::console {

namespace {

std::string work_notice_words(const Scene& scene, WorkNotice notice)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    switch (notice) {
    case WorkNotice::written: return words.translate("It is written down.");
    case WorkNotice::refused: return words.translate("That was not taken. Look at it once more.");
    case WorkNotice::somebody_was_faster: return words.translate("Somebody was faster. This is how it stands now.");
    case WorkNotice::hub_away: return words.translate("The hub is away. Look whether it was done.");
    case WorkNotice::slip_saved: return filled(words.translate("The slip is in {file}."), {{"file", work.saved_to}});
    case WorkNotice::slip_not_saved: return words.translate("The slip could not be saved.");
    case WorkNotice::told: return words.translate("The clinic knows. Until it is written down you can change it.");
    case WorkNotice::not_asked_any_more: return words.translate("This is not asked of you any more.");
    }
    std::unreachable();
}

} // namespace

WorkModel work_page(const Scene& scene, std::string title, std::vector<WorkColumn> columns, WorkPanel panel)
{
    using enum WorkNotice;
    const auto& work = scene.console.work;
    WorkModel model;
    model.head = head_words(scene, std::move(title));
    model.columns = std::move(columns);
    model.panel = std::move(panel);
    if (work.notice) {
        model.panel.notice = work_notice_words(scene, *work.notice);
        model.panel.notice_is_care = work.notice != written && work.notice != slip_saved && work.notice != told;
    } else if (work.under_way || work.is_telling) {
        model.panel.notice = scene.words.translate("Writing it down…");
    }
    return model;
}

void word_standing(const Scene& scene, const ListStanding& standing, const std::string& nothing_there, WorkModel& model)
{
    const auto& words = scene.words;
    switch (standing.stage) {
    case ListStanding::Stage::failed:
        model.why_empty = TableNote::Why::failed;
        model.empty_title = words.translate("The hub does not answer just now");
        model.empty_note = words.translate("Nothing is lost. Try it again in a moment.");
        model.again = words.translate("Try again");
        break;
    case ListStanding::Stage::there:
        model.why_empty = TableNote::Why::nothing_there;
        model.empty_title = nothing_there;
        model.foot =
            standing.rows == 0
                ? std::string{}
                : filled(words.translate("{shown} of {count} are shown."),
                         {{"shown", std::to_string(standing.rows)}, {"count", std::to_string(standing.rows_in_all)}});
        break;
    case ListStanding::Stage::loading:
        model.why_empty = TableNote::Why::loading;
        model.empty_title = words.translate("Opening the files…");
        model.empty_note = words.translate("The first time of a day this takes a moment.");
        break;
    }
}

} // namespace verandah::console
