package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

final class AddressGuardTest {

    private static final AddressGuard STRICT = AddressGuard.allowing(List.of());

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "10.0.0.1, private",
        "10.255.255.255, private",
        "100.64.0.1, carrier-grade",
        "100.127.255.254, carrier-grade",
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "169.254.169.254, link-local",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.0.0.1, reserved",
        "192.168.1.1, private",
        "192.0.2.1, documentation",
        "198.18.0.1, benchmarking",
        "198.19.255.255, benchmarking",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, reserved",
        "::, unspecified",
        "::1, loopback",
        "::ffff:127.0.0.1, loopback",
        "::ffff:a9fe:a9fe, link-local",
        "::ffff:10.1.2.3, private",
        "::127.0.0.1, not a public address",
        "fe80::1, link-local",
        "febf::1, link-local",
        "fec0::1, site-local",
        "fc00::1, unique-local",
        "fd12:3456::1, unique-local",
        "fd00:ec2::254, unique-local",
        "ff02::1, multicast",
        "2001:db8::1, documentation",
        "2001::1, reserved",
        "2002:7f00:1::1, 6to4",
        "64:ff9b::7f00:1, loopback",
        "64:ff9b::a9fe:a9fe, link-local",
        "64:ff9b:1::1, not a public address",
        "100::1, not a public address",
        "5f00::1, not a public address"
    })
    void an_address_that_is_not_public_is_refused_by_its_kind(String address, String kind) {
        assertThat(STRICT.refusal("data.example.org", InetAddress.ofLiteral(address)))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.0.1",
                "223.255.255.255",
                "134.246.142.20",
                "::ffff:1.1.1.1",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::101:101"
            })
    void a_public_address_passes(String address) {
        assertThat(STRICT.refusal("data.example.org", InetAddress.ofLiteral(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "loopback, any.example.org, 127.0.0.9, true",
        "loopback, any.example.org, ::1, true",
        "loopback, any.example.org, 10.0.0.1, false",
        "10.1.0.0/16, any.example.org, 10.1.255.1, true",
        "10.1.0.0/16, any.example.org, 10.2.0.1, false",
        "10.1.2.3, any.example.org, 10.1.2.3, true",
        "10.1.2.3, any.example.org, 10.1.2.4, false",
        "fd00:1::/33, any.example.org, fd00:1:7fff::1, true",
        "fd00:1::/33, any.example.org, fd00:1:8000::1, false",
        "Data.Intern, data.intern, 192.168.0.1, true",
        "data.intern, other.intern, 192.168.0.1, false",
        "0.0.0.0/0, any.example.org, ::1, false"
    })
    void what_the_operator_allows_passes_and_no_more(
            String allow, String host, String address, boolean passes) {
        assertThat(
                        AddressGuard.allowing(List.of(allow))
                                .refusal(host, InetAddress.ofLiteral(address))
                                .isEmpty())
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/x", "a b", "", "http://x", "::1/129", "10.0/8"})
    void an_entry_that_is_no_host_and_no_block_is_named(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkSettings.DEFAULT.withAllow(List.of(entry)))
                .withMessageContaining("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://127.1/",
                "http://0x7f000001/",
                "http://127.0.0.1./",
                "http://[fe80::1%25eth0]/",
                "http://user:secret@data.example.org/",
                "http:///a",
                "http://a_b/c",
                "http:a",
                "ftp://data.example.org/a",
                "file:///etc/passwd",
                "a/b",
                "//data.example.org/a",
                "http://data.example.org:0/",
                "http://data.example.org:99999/",
                "jar:http://x!/y"
            })
    void a_link_that_is_not_a_plain_web_address_is_refused(String href) {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> Target.of(URI.create(href)))
                .withMessageContaining("LINK_REFUSED")
                .withMessageContaining("[" + href + "]");
    }

    @Test
    void the_request_line_carries_path_and_query_in_ascii() {
        Target target =
                Target.of(URI.create("HTTPS://Data.Example.org/é a?b=ü#c".replace(" ", "%20")));

        assertThat(target.path()).isEqualTo("/%C3%A9%20a?b=%C3%BC");
        assertThat(target.site()).isEqualTo(new Target.Site(true, "data.example.org", 443));
    }
}
