import pytest

from crawler.addresses import identity_of, is_fetchable, is_private, netloc_of, scope_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://x.gov.cn/a.html", "https://x.gov.cn:443/a.html#top"),
        ("http://x.gov.cn/a;jsessionid=12F?id=3", "http://x.gov.cn/a?id=3&utm_source=wx&from=timeline"),
        ("http://X.gov.cn", "http://x.gov.cn/"),
        ("http://x.gov.cn/a?b=2&a=1", "http://x.gov.cn/a?a=1&b=2"),
        ("http://x.gov.cn/%e5%b9%b4", "http://x.gov.cn/年"),
    ],
)
def test_one_page_has_one_identity(one: str, other: str) -> None:
    assert identity_of(one) == identity_of(other)


@pytest.mark.parametrize("host", ["x.gov.cn", "x.gov.cn:80", "x.gov.cn:443", "x.gov.cn:8443", "x.gov.cn:080", "10.0.0.7:65000"])
@pytest.mark.parametrize("path", ["/", "/a/b_1-2.html", "//a", "/../a"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_and_the_same_with_a_fragment_have_one_identity(scheme: str, host: str, path: str) -> None:
    assert identity_of(f"{scheme}://{host}{path}") == identity_of(f"{scheme}://{host}{path}#top")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://x.gov.cn/a?sid=1", "http://x.gov.cn/a?sid=2"),
        ("http://x.gov.cn/a?id=", "http://x.gov.cn/a"),
        ("http://x.gov.cn/a", "http://x.gov.cn:8080/a"),
        ("http://x.gov.cn/a", "http://x.gov.cn/A"),
    ],
)
def test_different_pages_keep_different_identities(one: str, other: str) -> None:
    assert identity_of(one) != identity_of(other)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "fe80::1", "fd00:ec2::254", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "[::1]",
     "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b:1::8.8.8.8", "fec0::1", "fe80::1%eth0", "192.88.99.1", "168.63.129.16",
     "100.100.100.200", "::", "ff02::1", "0x7f.1", "2130706433", "0177.0.0.1", "127.1",
     "not an address"],
)  # fmt: skip
def test_addresses_that_are_not_public_are_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "202.106.0.20", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_not_private(address: str) -> None:
    assert not is_private(address)


def test_the_scope_has_the_twin_with_www_and_keeps_ports() -> None:
    assert scope_of(["http://www.x.gov.cn/", "http://1.2.3.4:8080/a"], ["y.x.gov.cn"]) == {
        "www.x.gov.cn", "x.gov.cn", "1.2.3.4:8080", "y.x.gov.cn", "www.y.x.gov.cn",
    }  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://",
        "http://x.gov.cn\\@evil.example/",
        "http://x.gov.cn:80:80/",
        "http://[::1",
        "http://a@x.gov.cn/",
        "http://x:99999/",
        "http://x/" + "a" * 3000,
    ],
)
def test_what_cannot_be_fetched_is_told_apart(url: str) -> None:
    assert not is_fetchable(url)


def test_the_host_is_written_one_way() -> None:
    assert netloc_of("HTTPS://X.Gov.CN.:443/") == "x.gov.cn"
    assert netloc_of("http://[2400:3200::1]:81/") == "[2400:3200::1]:81"
