// SPDX-License-Identifier: Apache-2.0
// Whatever is typed or scanned as an enrolment code: it is refused, or its text reads back as the same.
#include "shared/domain/enrolment/enrolment_code.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto code = domain::EnrolmentCode::parse(text)) {
        test::claim(domain::EnrolmentCode::parse(code->grouped()) == *code, "its groups are the same code");
    }
    if (const auto invitation = domain::EnrolmentInvitation::parse(text)) {
        test::claim(domain::EnrolmentInvitation::parse(invitation->text()) == *invitation, "its text is the same");
        test::claim(domain::looks_like_invitation(text), "whatever is read looks like one");
    }
    return 0;
}
