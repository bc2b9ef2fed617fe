// SPDX-License-Identifier: Apache-2.0
// The kiosk's loop: draw, hear, let time pass, rest.
#include "kiosk/app/kiosk.hpp"

#include "kiosk/wording/picture.hpp"
#include "kiosk/wording/words_shown.hpp"
#include "shared/files/scrub.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <utility>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_rest = 60s; ///< Then the centre is asked for its opening hours again.

/// Of the whole process, in megabytes.
double resident_megabytes()
{
    std::ifstream pages{"/proc/self/statm"};
    double size = 0;
    double resident = 0;
    pages >> size >> resident;
    return resident * 4096 / 1e6;
}

} // namespace

Kiosk::Kiosk(Options options, const wire::DeviceBundle& bundle)
    : options_{std::move(options)},
      window_{{.title = "Verandah",
               .size = options_.size,
               .cover = options_.cover,
               .mouse_pointer =
                   options_.cover == ui::Cover::full_screen ? ui::MousePointer::hidden : ui::MousePointer::shown}},
      hub_{options_.device, bundle, [this] { window_.wake(); }}
{
    if (!options_.script.empty()) {
        player_ = std::make_unique<ui::Player>(options_.script, [this] { window_.wake(); });
    }
}

int Kiosk::run()
{
    ui::Input input{};
    while (!input.close_asked) {
        Changed changed = show(input);
        changed = std::max(changed, hear());
        changed = std::max(changed, pass(TimePassed{}));
        input = changed == Changed::something ? ui::Input{} : next_input();
    }
    if (options_.statistics == Statistics::printed) {
        print_statistics();
    }
    return player_ && player_->failed() ? 1 : 0;
}

Ticks Kiosk::now() const
{
    // One tick ahead, so that a touch in the very first millisecond is later than "never".
    return std::chrono::duration_cast<Ticks>(std::chrono::steady_clock::now() - begun_) + Ticks{1};
}

Turn Kiosk::turn() const
{
    std::array<std::uint8_t, 10> random{};
    vault::fill_random(std::as_writable_bytes(std::span{random}));
    return {.now = now(),
            .key = domain::RequestKey::make(hub_.now(), random),
            .token = vault::random_bytes<std::tuple_size_v<domain::CardCode::Token>>()};
}

const ui::Translator& Kiosk::translator()
{
    ui::Language language = language_of(flow_, hub_.centre());
    if (flow_.language.empty() && !options_.language.empty()) {
        language = ui::find_language(options_.language).value_or(language);
    }
    return translators_.try_emplace(std::string{language.code}, language, options_.languages).first->second;
}

Scene Kiosk::scene()
{
    return {.flow = flow_,
            .centre = hub_.centre(),
            .words = translator(),
            .now = now(),
            .hub_now = hub_.now(),
            .link = hub_.link(),
            .sound = voice_.ready() ? Sound::ready : Sound::none};
}

Kiosk::Changed Kiosk::show(const ui::Input& given)
{
    ui::Input input = given;
    const auto scan = scanner_.take(input, now());
    std::optional<Touch> touch;
    {
        const ScreenModel model = picture_of(scene());
        const Glass glass = options_.glass.value_or(Glass::usual(window_.size()));
        const auto view = view_on(glass, window_.size(), flow_.ease, translator().language().direction);
        window_.draw(input, view, [&](ui::Frame& frame) { touch = draw_screen(frame, model); });
        if (player_ || voice_.ready()) {
            words_ = words_shown(model);
        }
    }
    Changed changed = Changed::nothing;
    if (scan) {
        changed = pass(Scanned{*scan});
    }
    if (touch) {
        changed = std::max(changed, pass(*touch));
    }
    return changed;
}

Kiosk::Changed Kiosk::hear()
{
    const int revision = hub_.revision();
    Changed changed = Changed::nothing;
    for (const Event& event : hub_.take()) {
        changed = std::max(changed, pass(event));
    }
    return hub_.revision() != revision ? Changed::something : changed;
}

Kiosk::Changed Kiosk::pass(const Event& event)
{
    const bool was_fresh = is_fresh(flow_);
    const bool silent = std::holds_alternative<TimePassed>(event);
    const bool had_question = flow_.idle_since.has_value();
    const std::size_t step_before = flow_.step.index();
    const auto effects = handle(flow_, event, turn());
    for (const Effect& effect : effects) {
        act(effect);
    }
    if (was_fresh && !is_fresh(flow_)) {
        hub_.expect_visitor();
    }
    const bool same_picture =
        silent && effects.empty() && had_question == flow_.idle_since.has_value() && step_before == flow_.step.index();
    return same_picture ? Changed::nothing : Changed::something;
}

void Kiosk::act(const Effect& effect)
{
    struct Act {
        Kiosk& kiosk;
        void operator()(const AskCheckIn& wish) const { kiosk.hub_.ask(wish); }
        void operator()(const AskCard& wish) const { kiosk.hub_.ask(wish); }
        void operator()(const AskToForget& wish) const { kiosk.hub_.ask(wish); }
        void operator()(const WithdrawForgetting& wish) const { kiosk.hub_.ask(wish); }
        void operator()(const ReturnCounterfoil& counterfoil) const { kiosk.hub_.give_back(counterfoil); }
        void operator()(const RaiseAlert& alert) const { kiosk.hub_.raise(alert); }
        void operator()(const HandOut& taken) const { kiosk.hub_.tell(taken); }
        void operator()(const Speak&) const { kiosk.voice_.speak(kiosk.words_, kiosk.translator().language().code); }
        void operator()(const Wipe&) const { kiosk.wipe_visitor(); }
    };
    std::visit(Act{*this}, effect);
}

/// The glass first: what others can see goes before what only this machine holds.
void Kiosk::wipe_visitor()
{
    window_.forget_everything();
    voice_.stop();
    scanner_.forget();
    std::ranges::for_each(words_, [](std::string& each) { files::wipe(each); });
    words_.clear();
    hub_.forget_visitor();
    files::scrub_stack();
}

std::chrono::milliseconds Kiosk::rest()
{
    std::chrono::milliseconds rest = longest_rest;
    if (const auto due = next_due(flow_, now())) {
        rest = std::min<std::chrono::milliseconds>(rest, *due - now());
    }
    return player_ ? std::min(rest, player_->patience()) : rest;
}

ui::Input Kiosk::next_input()
{
    hub_.refresh();
    if (player_) {
        if (auto played = player_->next(window_, words_)) {
            return std::move(*played);
        }
    }
    return window_.wait(std::max<std::chrono::milliseconds>(rest(), 0ms));
}

void Kiosk::print_statistics() const
{
    const ui::FrameTimes& times = window_.times();
    fmt::print("{{\"first_frame_ms\": {:.1f}, \"middle_frame_ms\": {:.2f}, \"longest_frame_ms\": {:.1f}, "
               "\"frames\": {}, \"megabytes\": {:.1f}}}\n",
               times.first.count(), times.middle().count(), times.longest.count(), times.frames, resident_megabytes());
}

} // namespace verandah::kiosk
