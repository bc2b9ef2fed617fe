// SPDX-License-Identifier: Apache-2.0
// What every page with a list of work says alike.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace verandah::console {

/// A page with its head, its columns and its panel, which also says what came of the last deed.
[[nodiscard]] WorkModel work_page(const Scene& scene, std::string title, std::vector<WorkColumn> columns,
                                  WorkPanel panel);

/// How far a list came.
struct ListStanding {
    enum class Stage { loading, failed, there } stage{Stage::loading};
    std::size_t rows{0};
    int rows_in_all{0};
};
/// Why it is empty, or how much of it is shown.
void word_standing(const Scene& scene, const ListStanding& standing, const std::string& nothing_there,
                   WorkModel& model);

/// The list as far as it came; `word_row(row, index)` words one of its rows.
template <class Query, class List, class WordRow>
void word_list(const Scene& scene, const WorkList<Query, List>& work, const std::string& nothing_there,
               WorkModel& model, WordRow word_row)
{
    ListStanding standing;
    if (work.list) {
        const auto& rows = work.list->rows;
        standing = {ListStanding::Stage::there, rows.size(), work.list->rows_in_all};
        model.goes_on = !work.is_asked && !work.has_failed && std::ssize(rows) < work.list->rows_in_all;
        model.rows.reserve(rows.size());
        for (std::size_t index = 0; index < rows.size(); ++index) {
            model.rows.push_back(word_row(rows[index], index));
        }
    } else if (work.has_failed) {
        standing.stage = ListStanding::Stage::failed;
    }
    word_standing(scene, standing, nothing_there, model);
}

} // namespace verandah::console
