// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/summary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace verandah::journeys {

namespace {

std::map<std::string, int> standing_of_everybody(const std::map<int, Seen>& seen)
{
    std::map<std::string, int> count;
    for (const auto& [_, each] : seen) {
        ++count[std::string{domain::word(each.ticket.now.state)}];
    }
    return count;
}

void write_findings(std::ofstream& page, const std::vector<Finding>& findings)
{
    page << "| | what has to hold |\n|---|---|\n";
    for (const auto& finding : findings) {
        page << fmt::format("| {} | {}{} |\n", finding.broken.empty() ? "yes" : "**NO**", finding.rule,
                            finding.broken.empty() ? "" : fmt::format(": {}", fmt::join(finding.broken, "; ")));
    }
}

void write_visitors(std::ofstream& page, const std::map<int, Given>& given, const std::map<int, Seen>& seen)
{
    page << "| number | came to | language | for | called | stands |\n|---:|---|---|---|---:|---|\n";
    for (const auto& [number, each] : given) {
        const auto found = seen.find(number);
        page << fmt::format("| {} | {} | {} | {} | {} | {} |\n", number, each.where, each.language, each.service,
                            found == seen.end() ? 0 : found->second.calls,
                            found == seen.end() ? "?" : domain::word(found->second.ticket.now.state));
    }
}

} // namespace

void write_summary(const std::filesystem::path& file, const std::map<int, Given>& given,
                   const std::map<int, Seen>& seen, const std::vector<Finding>& findings)
{
    std::ofstream page{file};
    page << "# A morning at the centre\n\n"
         << fmt::format("{} visitors came, in fast time, to two kiosks and the desk; two stations called. The hub was "
                        "cut off once with kill -9.\n\nAt the end: ",
                        given.size());
    std::string separator;
    for (const auto& [state, count] : standing_of_everybody(seen)) {
        page << separator << count << ' ' << state;
        separator = ", ";
    }
    page << ".\n\n";
    write_findings(page, findings);
    page << "\n## Visitors\n\n";
    write_visitors(page, given, seen);
}

bool report(const std::vector<Finding>& findings)
{
    for (const auto& finding : findings) {
        std::puts(fmt::format("{}  {}", finding.broken.empty() ? "holds " : "BROKEN", finding.rule).c_str());
        for (const auto& broken : finding.broken) {
            std::puts(fmt::format("        {}", broken).c_str());
        }
    }
    return std::ranges::all_of(findings, [](const Finding& finding) { return finding.broken.empty(); });
}

} // namespace verandah::journeys
