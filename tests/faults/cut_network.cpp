// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/cut_network.hpp"

#include "tests/faults/shell.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <unistd.h>

#include <exception>
#include <stdexcept>
#include <thread>

namespace verandah::test {

namespace {

void run(const std::string& command)
{
    if (const auto told = shell(command); told.status != 0) {
        throw std::runtime_error{command + ": " + told.said};
    }
}

} // namespace

std::string CutNetwork::why_not()
{
    const auto told = shell(fmt::format("ip netns add verandah-try-{0} && ip netns del verandah-try-{0}", ::getpid()));
    return told.status == 0 ? std::string{} : "network namespaces cannot be made here: " + told.said;
}

CutNetwork::CutNetwork() : name_{fmt::format("verandah-{}", ::getpid())}
{
    const auto hub = name_of(Machine::hub);
    const auto device = name_of(Machine::device);
    run(fmt::format("ip netns add {0} && ip netns add {1} && "
                    "ip link add cable netns {0} type veth peer name cable netns {1} && "
                    "ip -n {0} addr add {2}/24 dev cable && ip -n {1} addr add 10.77.0.2/24 dev cable && "
                    "ip -n {0} link set lo up && ip -n {1} link set lo up && ip -n {1} link set cable up",
                    hub, device, hub_address));
    put_it_back();
}

CutNetwork::~CutNetwork()
{
    static_cast<void>(
        shell(fmt::format("ip netns del {}; ip netns del {}", name_of(Machine::hub), name_of(Machine::device))));
}

void CutNetwork::on(Machine machine, const std::function<void()>& what) const
{
    std::exception_ptr broke;
    std::jthread{[&] {
        try {
            const int there = ::open(("/run/netns/" + name_of(machine)).c_str(), O_RDONLY | O_CLOEXEC);
            const bool is_there = there >= 0 && ::setns(there, CLONE_NEWNET) == 0;
            ::close(there);
            if (!is_there) {
                throw std::runtime_error{"the namespace cannot be entered"};
            }
            what();
        } catch (...) {
            broke = std::current_exception();
        }
    }}.join();
    if (broke) {
        std::rethrow_exception(broke);
    }
}

void CutNetwork::pull_the_cable()
{
    run(fmt::format("ip -n {} link set cable down", name_of(Machine::hub)));
}

void CutNetwork::put_it_back()
{
    run(fmt::format("ip -n {} link set cable up", name_of(Machine::hub)));
}

std::string CutNetwork::name_of(Machine machine) const
{
    return name_ + (machine == Machine::hub ? "-hub" : "-device");
}

} // namespace verandah::test
