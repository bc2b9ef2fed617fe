// SPDX-License-Identifier: Apache-2.0
// A script may carry a visitor's card ("scan …"): every line is overwritten once it has been played.
#include "shared/ui/player.hpp"

#include <fcntl.h>
#include <poll.h>
#include <string.h> // explicit_bzero is not in <cstring>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <mutex>
#include <thread>

namespace verandah::ui {
namespace {

using std::chrono::milliseconds;

constexpr double usual_wait = 10; ///< Seconds until a widget or words are missed.

void overwrite(std::string& text)
{
    text.resize(text.capacity());
    explicit_bzero(text.data(), text.size());
    text.clear();
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

double number_in(std::string_view text, double otherwise)
{
    const std::string_view digits = trimmed(text);
    double number = otherwise;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return read.ec == std::errc{} ? number : otherwise;
}

/// The one that is `wanted`, else the only one that begins with it.
template <class List, class Words>
auto find_words(const List& list, std::string_view wanted, Words words)
{
    const auto equal = std::ranges::find(list, wanted, words);
    if (equal != list.end()) {
        return equal;
    }
    const auto begins = [wanted](std::string_view text) { return text.starts_with(wanted); };
    const auto first = std::ranges::find_if(list, begins, words);
    return first != list.end() && std::ranges::count_if(list, begins, words) == 1 ? first : list.end();
}

Input touch(Pointer::Phase phase, Point at)
{
    return {.pointer = {.phase = phase, .at = at}};
}

std::optional<KeyPress> key_called(std::string_view name)
{
    constexpr std::array named{
        std::pair{std::string_view{"Tab"}, Key::tab},
        std::pair{std::string_view{"Enter"}, Key::enter},
        std::pair{std::string_view{"Space"}, Key::space},
        std::pair{std::string_view{"Escape"}, Key::escape},
        std::pair{std::string_view{"Up"}, Key::up},
        std::pair{std::string_view{"Down"}, Key::down},
        std::pair{std::string_view{"Left"}, Key::left},
        std::pair{std::string_view{"Right"}, Key::right},
        std::pair{std::string_view{"Backspace"}, Key::backspace},
    };
    for (const auto& [word, key] : named) {
        if (word == name) {
            return KeyPress{.key = key};
        }
    }
    const auto held = [&name](std::string_view modifier) {
        const bool is_held = name.starts_with(modifier);
        name.remove_prefix(is_held ? modifier.size() : 0);
        return is_held;
    };
    const bool control = held("Ctrl ");
    const bool shift = held("Shift ");
    if (name.size() != 1) {
        return std::nullopt;
    }
    const char upper = name[0] >= 'a' && name[0] <= 'z' ? static_cast<char>(name[0] - 'a' + 'A') : name[0];
    return KeyPress{
        .key = Key::character, .character = static_cast<unsigned char>(upper), .control = control, .shift = shift};
}

} // namespace

/// The thread that reads lines, and the lines it has read.
struct Player::Reader {
    int script = -1;
    std::array<int, 2> stop{-1, -1};
    std::function<void()> wake;
    std::mutex mutex;
    std::deque<std::string> lines; ///< Guarded by `mutex`.
    std::thread thread;

    Reader(const std::filesystem::path& path, std::function<void()> wake_app) : wake{std::move(wake_app)}
    {
        // A FIFO opened for writing, too, never ends when a writer leaves.
        const int mode = std::filesystem::is_fifo(path) ? O_RDWR : O_RDONLY;
        script = path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), mode | O_CLOEXEC);
        if (script < 0 || pipe(stop.data()) != 0) {
            throw std::runtime_error{"cannot read the script " + path.string()};
        }
        thread = std::thread{[this] { read_lines(); }};
    }
    ~Reader()
    {
        close(stop[1]);
        thread.join();
        close(stop[0]);
        close(script);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    void read_lines()
    {
        std::string unfinished;
        std::array<char, 512> buffer{};
        while (true) {
            std::array<pollfd, 2> watched{pollfd{script, POLLIN, 0}, pollfd{stop[0], POLLIN, 0}};
            if (poll(watched.data(), watched.size(), -1) < 0 || watched[1].revents != 0) {
                return;
            }
            const ssize_t count = read(script, buffer.data(), buffer.size());
            if (count <= 0) {
                unfinished += '\n'; // the last line may lack its end
                take_lines(unfinished);
                return;
            }
            unfinished.append(buffer.data(), static_cast<std::size_t>(count));
            explicit_bzero(buffer.data(), buffer.size());
            take_lines(unfinished);
        }
    }

    void take_lines(std::string& unfinished)
    {
        std::size_t begin = 0;
        {
            const std::lock_guard lock{mutex};
            for (auto end = unfinished.find('\n'); end != std::string::npos; end = unfinished.find('\n', begin)) {
                lines.push_back(unfinished.substr(begin, end - begin));
                begin = end + 1;
            }
        }
        std::string rest = unfinished.substr(begin);
        overwrite(unfinished);
        unfinished = std::move(rest);
        wake();
    }
};

Player::Player(const std::filesystem::path& script, std::function<void()> wake)
    : reader_{std::make_unique<Reader>(script, std::move(wake))}
{
}

Player::~Player() = default;

Player::Command Player::parse(std::string_view line)
{
    line = trimmed(line);
    const auto space = line.find(' ');
    Command command{.name = std::string{line.substr(0, space)}, .text = {}, .number = usual_wait};
    std::string_view rest = space == std::string_view::npos ? std::string_view{} : trimmed(line.substr(space));
    if (const auto end = rest.rfind('"'); rest.starts_with('"') && end > 0) {
        command.number = number_in(rest.substr(end + 1), usual_wait);
        rest = rest.substr(1, end - 1);
    } else {
        command.number = number_in(rest, usual_wait);
    }
    command.text = rest;
    return command;
}

bool Player::take_next()
{
    std::string line;
    while (trimmed(line).empty() || trimmed(line).starts_with('#')) {
        const std::lock_guard lock{reader_->mutex};
        if (reader_->lines.empty()) {
            return false;
        }
        line = std::move(reader_->lines.front());
        reader_->lines.pop_front();
    }
    command_ = parse(line);
    overwrite(line);
    begun_ = Clock::now();
    return true;
}

std::optional<Input> Player::next(Window& window, std::span<const std::string> words)
{
    if (held_) {
        const Point at = *std::exchange(held_, std::nullopt);
        answer_done();
        return touch(Pointer::Phase::released, at);
    }
    if (failed_ || (!command_ && !take_next())) {
        return std::nullopt;
    }
    return play(window, words);
}

std::optional<Input> Player::play(Window& window, std::span<const std::string> words)
{
    const std::string& name = command_->name;
    if (name == "press") {
        return press(window);
    }
    if (name == "wait" || name == "gone") {
        return look_for(words);
    }
    if (name == "pause") {
        if (is_late()) {
            answer_done();
        }
        return std::nullopt;
    }
    if (name == "key") {
        return press_key();
    }
    Input input{};
    if (name == "type" || name == "scan") {
        input.text = command_->text;
        if (name == "scan") {
            input.keys = {{.key = Key::enter}};
        }
    } else if (name == "picture") {
        window.picture(command_->text);
    } else if (name == "words") {
        for (const std::string& each : words) {
            std::printf("%s\n", each.c_str());
        }
    } else if (name == "quit") {
        input.close_asked = true;
    } else {
        return answer_failed("there is no such command");
    }
    answer_done();
    return input;
}

std::optional<Input> Player::press(Window& window)
{
    const auto& targets = window.interaction().targets;
    const auto found = find_words(targets, command_->text, &Target::label);
    if (found != targets.end() && found->enabled) {
        held_ = found->rect.centre();
        return touch(Pointer::Phase::pressed, *held_);
    }
    if (!is_late()) {
        return std::nullopt;
    }
    std::string there;
    for (const Target& target : targets) {
        there += " \"" + target.label + "\"" + (target.enabled ? "" : " (off)");
    }
    return answer_failed("it is not there; there is:" + there);
}

std::optional<Input> Player::press_key()
{
    const auto key = key_called(command_->text);
    if (!key) {
        return answer_failed("there is no such key");
    }
    answer_done();
    return Input{.keys = {*key}};
}

std::optional<Input> Player::look_for(std::span<const std::string> words)
{
    const bool there = find_words(words, command_->text,
                                  [](const std::string& text) { return std::string_view{text}; }) != words.end();
    if (there == (command_->name == "wait")) {
        answer_done();
    } else if (is_late()) {
        std::string shown;
        for (const std::string& each : words) {
            shown += " \"" + each + "\"";
        }
        return answer_failed("the screen reads:" + shown);
    }
    return std::nullopt;
}

bool Player::is_late() const
{
    return std::chrono::duration<double>(Clock::now() - begun_).count() >= command_->number;
}

milliseconds Player::patience() const
{
    if (held_) {
        return milliseconds{0};
    }
    if (failed_) {
        return std::chrono::hours{1};
    }
    if (command_) {
        return milliseconds{20};
    }
    const std::lock_guard lock{reader_->mutex};
    return reader_->lines.empty() ? milliseconds{std::chrono::hours{1}} : milliseconds{0};
}

void Player::answer_done()
{
    const bool secret = command_->name == "scan" || command_->name == "type";
    std::printf("done: %s %s\n", command_->name.c_str(), secret ? "…" : command_->text.c_str());
    std::fflush(stdout);
    overwrite(command_->text);
    command_.reset();
}

std::optional<Input> Player::answer_failed(const std::string& why)
{
    std::printf("failed: %s %s: %s\n", command_->name.c_str(), command_->text.c_str(), why.c_str());
    std::fflush(stdout);
    command_.reset();
    failed_ = true;
    return Input{.close_asked = true};
}

} // namespace verandah::ui
