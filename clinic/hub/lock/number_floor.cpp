// SPDX-License-Identifier: Apache-2.0
// The file of the numbers set aside.
#include "clinic/hub/lock/number_floor.hpp"

#include "shared/files/private_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace verandah::hub {
namespace {

constexpr std::chrono::seconds in_a_hurry{10};

std::string text_of(const NumberFloor::Bound& bound)
{
    return fmt::format("verandah numbers 1\n{:04}-{:02}-{:02} {}\n", static_cast<int>(bound.day.year()),
                       static_cast<unsigned>(bound.day.month()), static_cast<unsigned>(bound.day.day()), bound.number);
}

} // namespace

std::optional<NumberFloor::Bound> read_bound(std::string_view text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int number = 0;
    constexpr std::size_t longest = 64;
    if (text.size() > longest ||
        std::sscanf(std::string{text}.c_str(), "verandah numbers 1\n%4d-%2u-%2u %9d", &year, &month, &day, &number) !=
            4) { // NOLINT(cert-err34-c): what was read is written again and compared
        return std::nullopt;
    }
    const NumberFloor::Bound bound{{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}, number};
    return bound.day.ok() && number >= 0 && text_of(bound) == text ? std::optional{bound} : std::nullopt;
}

std::expected<NumberFloor, domain::Refusal> NumberFloor::load(std::filesystem::path file)
{
    const auto text = files::read_private_file(file);
    if (!text && text.error().why != domain::Refusal::Why::not_found) {
        return std::unexpected{text.error()};
    }
    NumberFloor floor{std::move(file)};
    if (text) {
        floor.bound_ = read_bound(*text);
        if (!floor.bound_) {
            return domain::refuse(domain::Refusal::Why::invalid_input,
                                  floor.file_.string() +
                                      " is damaged. Start the hub with its key, which makes it anew; "
                                      "or delete it, and numbers given today may be given again");
        }
    }
    return floor;
}

void NumberFloor::reserve(domain::CentreDay day, int highest)
{
    if (highest < 1 || (bound_ && bound_->day == day && highest <= bound_->number)) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    const bool is_in_a_hurry = bound_ && bound_->day == day && written_ && now - *written_ < in_a_hurry;
    next_block_ = is_in_a_hurry ? std::min(next_block_ * 2, largest_block) : block;
    write({day, highest / block * block + next_block_});
    written_ = now;
}

void NumberFloor::write(const Bound& bound)
{
    if (const auto written = files::replace_private_file(file_, text_of(bound)); !written) {
        throw std::system_error{std::make_error_code(std::errc::io_error), written.error().detail};
    }
    bound_ = bound;
}

domain::DayGoneOnWith NumberFloor::go_on(domain::Sequence last, domain::Moment now) const
{
    auto gone_on = store::go_on_with_a_new_day(last, now);
    if (bound_ && bound_->day >= now.day) { // a clock set back never goes back to an earlier day
        gone_on.day = bound_->day;
        gone_on.first_number = bound_->number + 1;
    }
    return gone_on;
}

} // namespace verandah::hub
