// SPDX-License-Identifier: Apache-2.0
// retention: what it may be told.
#include "clinic/hub/command_line/retention_options.hpp"

#include "clinic/hub/command_line/key_options.hpp"
#include "clinic/hub/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace verandah::hub {

void offer_retention(CLI::App& app, std::function<int()>& command)
{
    const auto options = std::make_shared<RetentionOptions>();
    const auto days = std::make_shared<std::optional<int>>();
    auto* retention = app.add_subcommand("retention", "Show what is kept of each day, and what the hub will remove");
    retention->add_option("DIR", options->folder, "The centre's folder")->required();
    retention->add_option("--days", *days, "Try another visit_detail_days than the one in centre.toml")
        ->check(CLI::Range(1, 3'650));
    offer_opening(*retention, options->key);
    retention->footer("Changes nothing, and may run while the hub serves, which does the removing. Examples:\n"
                      "  verandah-hub retention /var/lib/verandah/centre\n"
                      "  verandah-hub retention /var/lib/verandah/centre --days 90");
    retention->callback([options, days, &command] {
        if (*days) {
            options->visit_detail = std::chrono::days{**days};
        }
        command = [options] { return show_retention(*options); };
    });
}

} // namespace verandah::hub
