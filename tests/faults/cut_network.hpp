// SPDX-License-Identifier: Apache-2.0
// Two machines and the cable between them, made of network namespaces.
#pragma once

#include <functional>
#include <string>

namespace verandah::test {

/// Needs the rights to make namespaces; see why_not(). Gone with the object.
class CutNetwork {
public:
    enum class Machine { hub, device };
    static constexpr auto hub_address = "10.77.0.1";

    CutNetwork(); ///< Throws std::runtime_error when it cannot be made.
    ~CutNetwork();
    CutNetwork(const CutNetwork&) = delete;
    CutNetwork& operator=(const CutNetwork&) = delete;

    /// Empty when such networks can be made here; otherwise why they cannot.
    [[nodiscard]] static std::string why_not();

    /// Runs `what` on a thread of that machine: what it connects, and the threads and programs it starts, are there.
    /// Whatever it throws is thrown here.
    void on(Machine machine, const std::function<void()>& what) const;

    void pull_the_cable();
    void put_it_back();

private:
    [[nodiscard]] std::string name_of(Machine machine) const;

    std::string name_;
};

} // namespace verandah::test
