// SPDX-License-Identifier: Apache-2.0
// The terminal by termios: no echo while a secret is typed, and none left behind.
#include "clinic/hub/commands/terminal.hpp"

#include "clinic/hub/commands/say.hpp"
#include "shared/vault/passphrase.hpp"

#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <sstream>
#include <string>

namespace verandah::hub {
namespace {

constexpr std::size_t longest_line = 1024;
constexpr char control_c = 3;
constexpr char control_d = 4;
constexpr char backspace = 8;
constexpr char control_u = 21; // clears the line
constexpr char delete_key = 127;

/// The terminal without echo, and as it was again on every way out. It passes each key on as it is pressed, Ctrl-C too:
/// a signal would end the program with the echo off.
class Unseen {
public:
    Unseen() : is_terminal_{::tcgetattr(STDIN_FILENO, &before_) == 0}
    {
        if (is_terminal_) {
            auto unseen = before_;
            unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
            unseen.c_cc[VMIN] = 1;
            unseen.c_cc[VTIME] = 0;
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
        }
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen()
    {
        if (is_terminal_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
    }

private:
    termios before_{};
    bool is_terminal_;
};

/// nullopt when there is no more.
std::optional<char> next_letter()
{
    char letter = 0;
    ssize_t count = 0;
    do {
        count = ::read(STDIN_FILENO, &letter, 1); // no buffer that would keep a copy
    } while (count < 0 && errno == EINTR);
    return count == 1 ? std::optional{letter} : std::nullopt;
}

/// What a key does to the line; false for one that ends it.
bool type(std::string& line, char key)
{
    if (key == backspace || key == delete_key) {
        line.resize(line.empty() ? 0 : line.size() - 1);
    } else if (key == control_u) {
        line.clear();
    } else if (key != '\n') {
        line.push_back(key);
    }
    return key != '\n';
}

std::string nth_word(std::string_view words, int nth)
{
    std::istringstream stream{std::string{words}};
    std::string word;
    for (int each = 0; each < nth; ++each) {
        stream >> word;
    }
    return word;
}

} // namespace

bool is_terminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<files::SecretText> read_secret_line(std::string_view prompt)
{
    const Unseen unseen;
    if (is_terminal()) {
        fmt::print(stderr, "{}", prompt);
    }
    std::string line;
    line.reserve(longest_line);
    bool ended = false;
    while (!ended && line.size() < longest_line) {
        const auto letter = next_letter();
        const bool gave_up = letter == control_c || letter == control_d;
        if (gave_up || (!letter && line.empty())) {
            files::wipe(line);
            return std::nullopt;
        }
        ended = !letter || !type(line, *letter);
    }
    if (is_terminal()) {
        fmt::print(stderr, "\n");
    }
    files::SecretText secret{std::move(line)};
    return ended ? std::optional{std::move(secret)} : std::nullopt;
}

void show_words(const files::SecretText& words)
{
    say("\nThese words open the hub. Write them on paper now, in this order, and keep the paper away from this\n"
        "machine, where those who may open the hub find it:\n\n    {}\n",
        words.view());
}

void show_code(const files::SecretText& code)
{
    say("\nThis recovery code opens the hub when the words are lost. Write it on paper now and keep it in another\n"
        "place than the words, locked away:\n\n    {}\n\nIt is not shown again.",
        code.view());
}

bool have_been_written_down(const files::SecretText& words)
{
    if (!is_terminal()) {
        return true;
    }
    const auto third_and_fifth = nth_word(words.view(), 3) + ' ' + nth_word(words.view(), 5);
    while (true) {
        const auto answer = read_secret_line("Type word 3 and word 5 to go on (they do not show): ");
        if (!answer) {
            return false;
        }
        if (vault::read_passphrase(answer->view()).view() == third_and_fifth) {
            return true;
        }
        say("Those are not word 3 and word 5 of:\n\n    {}\n", words.view());
    }
}

} // namespace verandah::hub
