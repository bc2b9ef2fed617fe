// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/enrolment_house.hpp"

#include "shared/domain/enrolment/base32.hpp"
#include "shared/wire/enrolment/openssl_handles.hpp"
#include "shared/wire/http/of_bundle.hpp"

#include <openssl/rsa.h>

namespace verandah::test {

namespace {

using namespace wire::openssl;

/// A request for `key`, signed by `signer`.
std::string request_for(EVP_PKEY* key, EVP_PKEY* signer)
{
    const CertificateRequest request{X509_REQ_new()};
    X509_REQ_set_pubkey(request.get(), key);
    X509_REQ_sign(request.get(), signer, EVP_sha256());
    const Bio bio{BIO_new(BIO_s_mem())};
    PEM_write_bio_X509_REQ(bio.get(), request.get());
    return text_in(bio);
}

} // namespace

wire::EnrolmentOffer EnrolmentHouse::offer(const std::string& name, const std::string& kind)
{
    const auto answer =
        post(wire::DeviceKind::console, "/v1/devices/offers", R"({"name":")" + name + R"(","kind":")" + kind + R"("})");
    return wire::decode_enrolment_offer(answer.body).value();
}

wire::EnrolmentOrder EnrolmentHouse::order_typed(const wire::EnrolmentOffer& offer)
{
    auto address = wire::DoorAddress::make(offer.address).value();
    return wire::order_of(domain::EnrolmentCode::parse(offer.code).value(), address.host, address.port);
}

wire::EnrolmentPlace EnrolmentHouse::place(const std::string& file) const
{
    return {.bundle = new_device_ / file, .kinds = {wire::DeviceKind::kiosk}, .pause = std::chrono::milliseconds{10}};
}

wire::DoorClient EnrolmentHouse::door_of(const wire::EnrolmentOffer& offer)
{
    const auto order = order_typed(offer);
    return {order.host, order.port, order.authority};
}

wire::Response EnrolmentHouse::ask_door(const wire::EnrolmentOffer& offer, const std::string& request)
{
    return ask_door_with(offer, order_typed(offer).secret, request);
}

wire::Response EnrolmentHouse::ask_door_with(const wire::EnrolmentOffer& offer, const domain::EnrolmentSecret& secret,
                                             const std::string& request)
{
    auto door = door_of(offer);
    return door.ask(
        {.method = "POST",
         .target = "/v1/enrol",
         .body = wire::encode(wire::EnrolRequest{domain::base32(secret), request, {wire::DeviceKind::kiosk}})});
}

wire::Response EnrolmentHouse::ask_as(const wire::DeviceBundle& bundle)
{
    wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
    return client.ask({.method = "GET", .target = "/v1/centre"});
}

std::vector<std::string> EnrolmentHouse::bad_requests()
{
    const Key rsa_512{EVP_RSA_gen(512)};
    const Key rsa{EVP_RSA_gen(2048)};
    const Key smaller_curve{EVP_EC_gen("P-224")};
    const Key one{EVP_EC_gen("P-256")};
    const Key another{EVP_EC_gen("P-256")};
    auto damaged = request_for(one.get(), one.get());
    damaged[100] = damaged[100] == 'A' ? 'B' : 'A';
    return {"",
            "rubbish",
            "-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----\n",
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
            damaged,
            request_for(rsa_512.get(), rsa_512.get()),
            request_for(rsa.get(), rsa.get()),
            request_for(smaller_curve.get(), smaller_curve.get()),
            request_for(one.get(), another.get())}; // of a key that somebody else holds
}

} // namespace verandah::test
