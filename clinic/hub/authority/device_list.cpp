// SPDX-License-Identifier: Apache-2.0
// The allow-list of device keys: one small file for each, read again when the folder changes.
#include "clinic/hub/authority/device_list.hpp"

#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>
#include <system_error>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

constexpr std::string_view extension = ".toml";
constexpr std::array<std::string_view, 7> keys{"name",
                                               "kind",
                                               "public_key_sha256",
                                               "added", // permanent
                                               "certificate_until",
                                               "next_public_key_sha256",
                                               "next_certificate_until"};

/// A folder's time of change moves in steps of a clock tick. Two changes within one step look like one, so a folder
/// that changed only just now is not trusted to have been read to its end.
constexpr std::chrono::milliseconds settling_time{100};

bool is_sha256(std::string_view text)
{
    constexpr std::size_t hex_digits = 64;
    return text.size() == hex_digits && std::ranges::all_of(text, [](char character) {
               return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
           });
}

toml::date_time toml_time(domain::Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    return {toml::date{static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day())},
            toml::time{static_cast<std::uint8_t>(time.hours().count()),
                       static_cast<std::uint8_t>(time.minutes().count()),
                       static_cast<std::uint8_t>(time.seconds().count()),
                       static_cast<std::uint32_t>(std::chrono::nanoseconds{time.subseconds()}.count())},
            toml::time_offset{}};
}

domain::Instant instant_of(const toml::date_time& moment)
{
    using namespace std::chrono;
    const sys_days day{year{moment.date.year} / month{moment.date.month} / std::chrono::day{moment.date.day}};
    return day + hours{moment.time.hour} + minutes{moment.time.minute} + seconds{moment.time.second} +
           floor<milliseconds>(nanoseconds{moment.time.nanosecond}) - minutes{moment.offset->minutes};
}

std::string text_of(const Device& device)
{
    toml::table table{{"name", device.name.text()},
                      {"kind", wire::word_for(device.kind)},
                      {"public_key_sha256", device.public_key_sha256},
                      {"added", toml_time(device.added)}};
    if (device.certificate_until) {
        table.insert("certificate_until", toml_time(*device.certificate_until));
    }
    if (device.next) {
        table.insert("next_public_key_sha256", device.next->public_key_sha256);
        table.insert("next_certificate_until", toml_time(device.next->certificate_until));
    }
    std::ostringstream text;
    text << table << '\n';
    return text.str();
}

constexpr std::string_view wanted_time = "must be a time with its offset, such as 2026-11-24T09:00:00Z";

/// Reads one device's table and says in what line it is wrong.
class DeviceTable {
public:
    DeviceTable(const toml::table& table, const std::filesystem::path& file) : table_{table}, file_{file} {}

    [[nodiscard]] std::expected<Device, Refusal> read() const
    {
        for (const auto& [key, node] : table_) {
            if (std::ranges::find(keys, key.str()) == keys.end()) {
                return refuse_at(key.source(), fmt::format("`{}` is no key of a device", key.str()));
            }
        }
        const auto name = wire::DeviceName::make(text("name"));
        if (!name || name->text() != file_.stem()) {
            return refuse("name", name ? "must be the file's own name" : name.error().detail);
        }
        const auto kind = wire::parse_device_kind(text("kind"));
        if (!kind) {
            return refuse("kind", kind.error().detail);
        }
        if (!is_sha256(text("public_key_sha256"))) {
            return refuse("public_key_sha256", "must be 64 lower-case hexadecimal digits");
        }
        const auto added = time("added");
        if (!added) {
            return refuse("added", wanted_time);
        }
        if (table_.contains("certificate_until") && !time("certificate_until")) {
            return refuse("certificate_until", wanted_time);
        }
        Device device{*name, *kind, std::string{text("public_key_sha256")}, *added, time("certificate_until")};
        if (table_.contains("next_public_key_sha256") || table_.contains("next_certificate_until")) {
            if (!is_sha256(text("next_public_key_sha256"))) {
                return refuse("next_public_key_sha256", "must be 64 lower-case hexadecimal digits");
            }
            const auto until = time("next_certificate_until");
            if (!until) {
                return refuse("next_certificate_until", wanted_time);
            }
            device.next = Device::NextKey{std::string{text("next_public_key_sha256")}, *until};
        }
        return device;
    }

private:
    /// The key's text; empty, which no field may be, when it is missing or something else.
    [[nodiscard]] std::string_view text(std::string_view key) const
    {
        return table_[key].value_exact<std::string_view>().value_or(std::string_view{});
    }

    [[nodiscard]] std::optional<domain::Instant> time(std::string_view key) const
    {
        const auto moment = table_[key].value_exact<toml::date_time>();
        return moment && moment->offset ? std::optional{instant_of(*moment)} : std::nullopt;
    }

    [[nodiscard]] std::unexpected<Refusal> refuse(std::string_view key, std::string_view what) const
    {
        const auto* node = table_.get(key);
        return node == nullptr ? refuse_at(table_.source(), fmt::format("`{}` is missing", key))
                               : refuse_at(node->source(), fmt::format("`{}`: {}", key, what));
    }

    [[nodiscard]] std::unexpected<Refusal> refuse_at(const toml::source_region& where, std::string_view what) const
    {
        return domain::refuse(Why::invalid_input, fmt::format("{}:{}: {}", file_.string(), where.begin.line, what));
    }

    const toml::table& table_;
    const std::filesystem::path& file_;
};

std::expected<Device, Refusal> read_device(const std::filesystem::path& file)
{
    const auto text = files::read_private_file(file);
    if (!text) {
        return std::unexpected{text.error()};
    }
    try {
        return DeviceTable{toml::parse(*text), file}.read();
    } catch (const toml::parse_error& error) {
        return domain::refuse(Why::invalid_input,
                              fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
    }
}

std::vector<std::filesystem::path> device_files(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() == extension) {
            found.push_back(entry.path());
        }
    }
    // By name; so the same device is taken, and the same fault reported, each time.
    std::ranges::sort(found, {}, [](const std::filesystem::path& file) { return file.stem(); });
    return found;
}

} // namespace

DeviceList::DeviceList(std::filesystem::path folder, FaultReport report_fault)
    : folder_{std::move(folder)}, report_fault_{std::move(report_fault)}
{
    const std::lock_guard lock{mutex_};
    read_when_changed();
}

std::optional<Device> DeviceList::admit(std::string_view public_key_sha256)
{
    const std::lock_guard lock{mutex_};
    read_when_changed();
    const auto found = by_key_.find(std::string{public_key_sha256});
    if (found == by_key_.end()) {
        return std::nullopt;
    }
    const auto& device = all_[found->second];
    const bool is_next = device.next && device.next->public_key_sha256 == public_key_sha256;
    if (is_next && std::ranges::find(renewed_, device.name) == renewed_.end()) {
        renewed_.push_back(device.name);
    }
    return device;
}

std::vector<Device> DeviceList::devices()
{
    const std::lock_guard lock{mutex_};
    read_when_changed();
    return all_;
}

std::optional<Device> DeviceList::find(const wire::DeviceName& name)
{
    const std::lock_guard lock{mutex_};
    read_when_changed();
    const auto* device = named(name);
    return device == nullptr ? std::nullopt : std::optional{*device};
}

std::expected<void, Refusal> DeviceList::add(const Device& device)
{
    if (!is_sha256(device.public_key_sha256)) {
        return domain::refuse(Why::invalid_input, "a public key's SHA-256 is 64 lower-case hexadecimal digits");
    }
    const std::lock_guard lock{mutex_};
    std::filesystem::create_directories(folder_);
    read_when_changed();
    if (const auto known = by_key_.find(device.public_key_sha256); known != by_key_.end()) {
        return domain::refuse(Why::conflict, fmt::format("'{}' has this key already", all_[known->second].name.text()));
    }
    // The file system decides who is first when two processes add one name: the file is made only where there is none.
    seen_change_.reset();
    return files::write_private_file(file_of(device.name), text_of(device));
}

std::expected<void, Refusal> DeviceList::remove(const wire::DeviceName& name)
{
    const std::lock_guard lock{mutex_};
    seen_change_.reset();
    if (!std::filesystem::remove(file_of(name))) {
        return domain::refuse(Why::not_found, fmt::format("no device is called '{}'", name.text()));
    }
    files::sync_folder(folder_); // a power cut must not let it in again
    return {};
}

std::expected<void, Refusal> DeviceList::rename(const wire::DeviceName& name, const wire::DeviceName& to)
{
    const std::lock_guard lock{mutex_};
    read_when_changed();
    const auto* known = named(name);
    if (known == nullptr) {
        return domain::refuse(Why::not_found, fmt::format("no device is called '{}'", name.text()));
    }
    auto renamed = *known;
    renamed.name = to;
    seen_change_.reset();
    // First the new file, then without the old one: a power cut between leaves a device of two names, never of none.
    if (auto written = files::write_private_file(file_of(to), text_of(renamed)); !written) {
        return written;
    }
    std::filesystem::remove(file_of(name));
    files::sync_folder(folder_);
    return {};
}

std::expected<void, Refusal> DeviceList::renew(const wire::DeviceName& name, const Device::NextKey& next)
{
    const std::lock_guard lock{mutex_};
    read_when_changed();
    const auto* known = named(name);
    if (known == nullptr) {
        return domain::refuse(Why::not_found, fmt::format("no device is called '{}'", name.text()));
    }
    if (const auto other = by_key_.find(next.public_key_sha256);
        other != by_key_.end() && (!known->next || known->next->public_key_sha256 != next.public_key_sha256)) {
        return domain::refuse(Why::conflict, "a device has this key already");
    }
    auto renewed = *known;
    renewed.next = next;
    seen_change_.reset();
    return files::replace_private_file(file_of(name), text_of(renewed));
}

void DeviceList::settle()
{
    const std::lock_guard lock{mutex_};
    for (const auto& name : std::exchange(renewed_, {})) {
        read_when_changed();
        const auto* known = named(name);
        if (known == nullptr || !known->next) {
            continue; // taken off the list meanwhile
        }
        auto settled = *known;
        settled.public_key_sha256 = known->next->public_key_sha256;
        settled.certificate_until = known->next->certificate_until;
        settled.next.reset();
        seen_change_.reset();
        if (const auto written = files::replace_private_file(file_of(name), text_of(settled)); !written) {
            report_fault_(written.error().detail);
        }
    }
}

const Device* DeviceList::named(const wire::DeviceName& name) const
{
    const auto found = std::ranges::find(all_, name, &Device::name);
    return found == all_.end() ? nullptr : &*found;
}

std::filesystem::path DeviceList::file_of(const wire::DeviceName& name) const
{
    return folder_ / (name.text() + std::string{extension});
}

void DeviceList::read_when_changed()
{
    std::error_code error;
    const auto change = std::filesystem::last_write_time(folder_, error);
    if (error == std::errc::no_such_file_or_directory) {
        all_.clear();
        by_key_.clear();
        seen_change_.reset();
        return;
    }
    if (error) {
        throw std::filesystem::filesystem_error{"the device list", folder_, error};
    }
    if (seen_change_ == change) {
        return;
    }
    const bool has_settled = std::filesystem::file_time_type::clock::now() - change > settling_time;
    read_folder();
    seen_change_ = has_settled ? std::optional{change} : std::nullopt;
}

void DeviceList::read_folder()
{
    all_.clear();
    by_key_.clear();
    for (const auto& file : device_files(folder_)) {
        auto device = read_device(file);
        if (!device) {
            report_fault_(device.error().detail);
            continue;
        }
        take(file, *std::move(device));
    }
}

void DeviceList::take(const std::filesystem::path& file, Device device)
{
    const auto known = by_key_.find(device.public_key_sha256);
    const auto next = device.next ? by_key_.find(device.next->public_key_sha256) : by_key_.end();
    if (known != by_key_.end() || next != by_key_.end()) {
        const auto place = known != by_key_.end() ? known->second : next->second;
        report_fault_(fmt::format("{}:1: has the same key as {}", file.string(), all_[place].name.text()));
        return;
    }
    by_key_.emplace(device.public_key_sha256, all_.size());
    if (device.next) {
        by_key_.emplace(device.next->public_key_sha256, all_.size());
    }
    all_.push_back(std::move(device));
}

} // namespace verandah::hub
