// SPDX-License-Identifier: Apache-2.0
// A visitor's card as it is written in messages.
#pragma once

#include <string>

namespace verandah::test {

inline const std::string card_text = "MZXW6YTBOJRWIZLGM5UGS2TLNRWW433QOFZHG5A";

} // namespace verandah::test
