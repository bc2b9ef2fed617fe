// SPDX-License-Identifier: Apache-2.0
// The sections of centre.toml, each read into its part of the centre and checked against what the others name.
#pragma once

#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/table_reader.hpp"
#include "shared/domain/centre/centre.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Every code that the file gives to something, as written, so that a section may name what stands further down.
struct GivenNames {
    std::vector<std::string> classes, services, stations, skills;
};

[[nodiscard]] GivenNames given_names(const toml::table& root);

/// One reading of one file. The sections share it and add to its faults and warnings.
struct Reading {
    TableReader root;
    GivenNames names;
    std::vector<std::string> languages; ///< Read before any label is.
    std::string_view file;              ///< As warnings call it.
    std::vector<std::string> warnings;

    void warn(Place place, std::string_view what);
};

[[nodiscard]] std::vector<domain::PriorityClass> read_classes(Reading& reading);
[[nodiscard]] std::vector<domain::Service> read_services(Reading& reading);
[[nodiscard]] std::vector<domain::Station> read_stations(Reading& reading);
[[nodiscard]] std::vector<domain::OpenSpan> read_opening_hours(Reading& reading);
[[nodiscard]] std::vector<domain::RosterEntry> read_roster(Reading& reading);
[[nodiscard]] domain::LineLimits read_limits(Reading& reading);
[[nodiscard]] HubSettings read_hub_settings(Reading& reading);
[[nodiscard]] KeySettings read_key_settings(Reading& reading);

[[nodiscard]] std::optional<BackupSettings> read_backup_settings(Reading& reading);
[[nodiscard]] RetentionSettings read_retention_settings(Reading& reading);
[[nodiscard]] PublishingSettings read_publishing_settings(Reading& reading);

/// "days", "from" and "to" of a section: one span for each of its days.
[[nodiscard]] std::vector<domain::OpenSpan> read_spans(TableReader& section);

/// The label of a section, complete in every language of the centre.
[[nodiscard]] domain::Words read_label(Reading& reading, TableReader& section, std::string_view example);

/// Refuses what is used a second time, and says where the first one stands.
class OnlyOnce {
public:
    explicit OnlyOnce(std::string_view what) : what_{what} {} ///< "the service code"
    void take(TableReader& section, const Located<std::string>& word);
    [[nodiscard]] bool held() const { return held_; } ///< Nothing was used twice so far.

private:
    std::string what_;
    std::map<std::string, Place> first_;
    bool held_ = true;
};

/// The code of a section itself, under "code", used once; from here on messages call the section by it.
template <class Code>
[[nodiscard]] Code read_own_code(TableReader& section, std::string_view kind, std::string_view example, OnlyOnce& codes)
{
    const auto word = section.word("code", {example});
    codes.take(section, word);
    if (!word.value.empty()) {
        section.rename(fmt::format("the {} \"{}\"", kind, word.value));
    }
    return section.code_from<Code>(word);
}

/// Whether `word` is one of `known`. An empty word counts as known: it was noted when it was read.
[[nodiscard]] bool is_known(const Located<std::string>& word, const std::vector<std::string>& known);

/// "Did you mean "nurse"? If not, …": the advice after an unknown name.
[[nodiscard]] std::string advice_for_unknown(std::string_view name, const std::vector<std::string>& known,
                                             std::string_view otherwise);

} // namespace verandah::hub
