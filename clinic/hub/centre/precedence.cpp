// SPDX-License-Identifier: Apache-2.0
// Depth first along "comes after"; a way that meets itself is a circle.
#include "clinic/hub/centre/precedence.hpp"

#include <algorithm>

namespace verandah::hub {
namespace {

class CircleSearch {
public:
    explicit CircleSearch(const std::vector<domain::Service>& services)
        : services_{services}, stages_(services.size(), Stage::fresh)
    {
    }

    std::vector<std::vector<std::size_t>> run()
    {
        for (std::size_t index = 0; index < services_.size(); ++index) {
            if (stages_[index] == Stage::fresh) {
                visit(index);
            }
        }
        return std::move(circles_);
    }

private:
    enum class Stage { fresh, on_the_way, finished };

    bool comes_after(const domain::Service& later, const domain::Service& earlier) const
    {
        const bool named = std::ranges::find(later.after, earlier.code) != later.after.end();
        return named || (earlier.timer && earlier.timer->then == later.code);
    }

    void visit(std::size_t index)
    {
        stages_[index] = Stage::on_the_way;
        way_.push_back(index);
        for (std::size_t earlier = 0; earlier < services_.size(); ++earlier) {
            if (!comes_after(services_[index], services_[earlier])) {
                continue;
            }
            if (stages_[earlier] == Stage::on_the_way) {
                circles_.emplace_back(std::ranges::find(way_, earlier), way_.end());
            } else if (stages_[earlier] == Stage::fresh) {
                visit(earlier);
            }
        }
        way_.pop_back();
        stages_[index] = Stage::finished;
    }

    const std::vector<domain::Service>& services_;
    std::vector<Stage> stages_;
    std::vector<std::size_t> way_;
    std::vector<std::vector<std::size_t>> circles_;
};

} // namespace

std::vector<std::vector<std::size_t>> find_circles(const std::vector<domain::Service>& services)
{
    return CircleSearch{services}.run();
}

} // namespace verandah::hub
