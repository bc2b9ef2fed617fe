// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/card_reader.hpp"

#include "tests/support/program.hpp"

namespace verandah::journeys {

std::string card_in(const std::filesystem::path& picture)
{
    test::Program zbarimg{"/usr/bin/zbarimg",
                          {"--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", picture.string()},
                          "/dev/null",
                          test::Program::Output::heard};
    return zbarimg.hear_line();
}

} // namespace verandah::journeys
