// SPDX-License-Identifier: Apache-2.0
// Counting doses.
#include "shared/domain/care/dose_course.hpp"

namespace verandah::domain {

DoseCourse dose_course(const History& history, const DosePlan& plan, CentreDay today)
{
    using std::chrono::sys_days;
    int given = 0;
    CentreDay last{};
    for (const auto& fact : history) {
        if (fact.code != plan.dose || !fact.value || fact.on > today) {
            continue;
        }
        if (*fact.value == 1 || *fact.value == given + 1) {
            given = *fact.value;
            last = fact.on;
        }
    }
    DoseCourse course{.given = given, .of = plan.doses};
    if (given == 0) {
        return course;
    }
    if (given >= plan.doses) {
        course.state = DoseCourse::State::complete;
        return course;
    }
    const auto passed = sys_days{today} - sys_days{last};
    course.next_due = CentreDay{sys_days{last} + plan.apart};
    course.state = passed > plan.longest_apart ? DoseCourse::State::begin_anew
                   : passed > plan.apart       ? DoseCourse::State::late
                                               : DoseCourse::State::under_way;
    return course;
}

} // namespace verandah::domain
