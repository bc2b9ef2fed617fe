// SPDX-License-Identifier: Apache-2.0
// Whether every word fits and everything stands on the screen, in each state, language and size of text.
#pragma once

#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// What lies behind a sheet or a slip may stand under it; words of a list may be cut.
inline void expect_whole_screens(const std::vector<std::pair<std::string, console::Console>>& states)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : states) {
                Stage stage{console, language, scale};
                stage.show();
                if (!console.work.sheet && !console.work.slip) {
                    EXPECT_THAT(stage.rehearsal.faults({}), testing::IsEmpty())
                        << name << " in " << language << " " << scale;
                }
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete || text.in_list)
                        << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

} // namespace verandah::test
