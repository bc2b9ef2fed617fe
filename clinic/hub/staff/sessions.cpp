// SPDX-License-Identifier: Apache-2.0
// Sessions: from a passphrase to the end of a shift.
#include "clinic/hub/staff/sessions.hpp"

#include <utility>

namespace verandah::hub {

bool Sessions::Session::is_over(domain::Instant now) const
{
    return now >= ends_at;
}

/// A clock that was set back far is no reason to stay open: who sits there knows her PIN.
bool Sessions::Session::waits(domain::Instant now) const
{
    return was_locked || now - touched >= idle_after || touched - now >= idle_after;
}

const Sessions::Session* Sessions::find(const std::string& device, domain::Instant now) const
{
    const auto found = sessions_.find(device);
    return found == sessions_.end() || found->second.is_over(now) ? nullptr : &found->second;
}

Standing Sessions::at(const std::string& device, domain::Instant now) const
{
    const std::lock_guard lock{mutex_};
    const auto* session = find(device, now);
    if (session == nullptr || session->waits(now)) {
        return {};
    }
    return {domain::who_in(session->member.role), session->member.account, session->member.role};
}

wire::SessionView Sessions::view(const std::string& device, domain::Instant now) const
{
    const std::lock_guard lock{mutex_};
    const auto* session = find(device, now);
    if (session == nullptr) {
        return {};
    }
    using State = wire::SessionView::State;
    return {.state = session->waits(now) ? State::waiting_for_pin : State::signed_in,
            .account = session->member.account,
            .role = session->member.role,
            .ends_at = session->ends_at,
            .opens_records = session->member.clinic_key != nullptr};
}

std::optional<domain::AccountCode> Sessions::account_at(const std::string& device) const
{
    const std::lock_guard lock{mutex_};
    const auto found = sessions_.find(device);
    return found == sessions_.end() ? std::nullopt : std::optional{found->second.member.account};
}

void Sessions::begin(const std::string& device, SignedIn signed_in, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    sessions_.erase(device);
    sessions_.emplace(device, Session{.member = std::move(signed_in), .ends_at = now + shift, .touched = now});
}

void Sessions::touch(const std::string& device, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    const auto found = sessions_.find(device);
    if (found != sessions_.end() && !found->second.waits(now)) {
        found->second.touched = now;
    }
}

void Sessions::lock(const std::string& device)
{
    const std::lock_guard lock{mutex_};
    if (const auto found = sessions_.find(device); found != sessions_.end()) {
        found->second.was_locked = true;
    }
}

Sessions::Unlocking Sessions::unlock(const std::string& device, std::string_view pin, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    const auto found = sessions_.find(device);
    if (found == sessions_.end() || found->second.is_over(now)) {
        return Unlocking::ended;
    }
    auto& session = found->second;
    if (session.member.pin.opens_with(pin)) {
        session.was_locked = false;
        session.wrong_pins = 0;
        session.touched = now;
        return Unlocking::open;
    }
    if (++session.wrong_pins < most_wrong_pins) {
        return Unlocking::wrong_pin;
    }
    sessions_.erase(found);
    return Unlocking::ended;
}

void Sessions::end(const std::string& device)
{
    const std::lock_guard lock{mutex_};
    sessions_.erase(device);
}

std::vector<std::string> Sessions::end_of(const domain::AccountCode& account, std::string_view spared)
{
    const std::lock_guard lock{mutex_};
    std::vector<std::string> devices;
    std::erase_if(sessions_, [&](const auto& entry) {
        const bool ends = entry.second.member.account == account && entry.first != spared;
        if (ends) {
            devices.push_back(entry.first);
        }
        return ends;
    });
    return devices;
}

std::vector<Sessions::Ended> Sessions::end_all()
{
    const std::lock_guard lock{mutex_};
    std::vector<Ended> ended;
    for (const auto& [device, session] : sessions_) {
        ended.push_back({device, session.member.account});
    }
    sessions_.clear();
    return ended;
}

Sessions::Passed Sessions::pass_time(domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    Passed passed;
    std::erase_if(sessions_, [&](const auto& entry) {
        if (entry.second.is_over(now)) {
            passed.ended.push_back({entry.first, entry.second.member.account});
        }
        return entry.second.is_over(now);
    });
    for (auto& [device, session] : sessions_) {
        if (!session.was_locked && session.waits(now)) {
            session.was_locked = true;
            passed.waiting.push_back(device);
        }
    }
    return passed;
}

std::shared_ptr<const vault::ClinicKey> Sessions::clinic_key_at(const std::string& device, domain::Instant now) const
{
    const std::lock_guard lock{mutex_};
    const auto* session = find(device, now);
    return session == nullptr || session->waits(now) ? nullptr : session->member.clinic_key;
}

std::shared_ptr<const vault::StaffSecret> Sessions::secret_at(const std::string& device, domain::Instant now) const
{
    const std::lock_guard lock{mutex_};
    const auto* session = find(device, now);
    return session == nullptr || session->waits(now) ? nullptr : session->member.secret;
}

std::vector<std::string> Sessions::clinical_consoles() const
{
    const std::lock_guard lock{mutex_};
    std::vector<std::string> consoles;
    for (const auto& [device, session] : sessions_) {
        if (session.member.clinic_key) {
            consoles.push_back(device);
        }
    }
    return consoles;
}

std::optional<vault::SealedClinicKey> Sessions::seal_clinic_key_at(const std::string& device,
                                                                   const vault::StaffPublicKey& colleague) const
{
    const std::lock_guard lock{mutex_};
    const auto found = sessions_.find(device);
    if (found == sessions_.end() || !found->second.member.clinic_key) {
        return std::nullopt;
    }
    return vault::seal_clinic_key(*found->second.member.clinic_key, colleague);
}

void Sessions::give_clinic_key(const domain::AccountCode& account, std::span<const std::byte> sealed)
{
    const std::lock_guard lock{mutex_};
    for (auto& [device, session] : sessions_) {
        if (session.member.account == account) {
            if (auto key = vault::open_clinic_key(sealed, *session.member.secret)) {
                session.member.clinic_key = std::make_shared<const vault::ClinicKey>(*std::move(key));
            }
        }
    }
}

} // namespace verandah::hub
