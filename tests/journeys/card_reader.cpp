// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/card_reader.hpp"

#include "tests/journeys/program.hpp"

namespace verandah::journeys {

std::string card_in(const std::filesystem::path& picture)
{
    Program zbarimg{"/usr/bin/zbarimg",
                    {"--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", picture.string()},
                    "/dev/null",
                    Program::Output::heard};
    return zbarimg.hear_line();
}

} // namespace verandah::journeys
