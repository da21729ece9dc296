"""Contact lines in the forms met on real pages."""

from __future__ import annotations

import pytest

from pipelines.field.contact import read_contact


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("请联系我办，电话：0951-1234567。", "0951-1234567"),
        ("联系电话：0951－1234567；", "0951－1234567"),
        ("电话：0710--5374392", "0710--5374392"),
        ("电话:(0951)1234567", "(0951)1234567"),
        ("联系电话：（0951）1234567。", "（0951）1234567"),
        ("电话：36220377。", "36220377"),
        ("电话2888468，", "2888468"),
        ("联系电话：055162999615", "055162999615"),
        ("联系电话：13912345678", "13912345678"),
        ("电话:0951 1234567", "0951 1234567"),
        ("联系电话为0951—1234567转801", "0951—1234567转801"),
        ("电话/传真：0951-1234567", "0951-1234567"),
        ("监督电话：0951-7654321，联系电话：0951-1234567", "0951-1234567"),
        ("咨询电话：010-12345678", "010-12345678"),
        ("联系方式：０９５１－１２３４５６７", "０９５１－１２３４５６７"),
        ("对本报告有疑问的，请拨打0951-1234567。", "0951-1234567"),
        ("如有不明之处，可拨打 （0951）1234567", "（0951）1234567"),
        ("请与柳河县水务局办公室联系，0951-1234567", "0951-1234567"),
        ("不清楚的敬请垂询：1234567", "1234567"),
        ("拨打举报电话0951-7654321，联系电话：0951-1234567", "0951-1234567"),
        ("0951-1234567（电话），0951-7654321（传真）", "0951-1234567"),
        ("TEL：0951-1234567 FAX：0951-7654321", "0951-1234567"),
        ("电话：0951-1234567分机801", "0951-1234567分机801"),
        ("电话：+86-951-1234567", "+86-951-1234567"),
        ("电话：0951-1234567(值班)；传真：0951-7654321(办公室)", "0951-1234567"),
        ("拨打12345热线反映问题", None),
        ("联系邮箱：1234567@163.com", None),
        ("密切联系群众，服务1234567人次", None),
        ("全年拨打1234567次", None),
        ("热线12345受理群众来电123456件", None),
        ("通过电话、网络等方式受理咨询130次", None),
        ("电话咨询2018年共12件", None),
        ("", None),
    ],
)
def test_reads_a_phone_as_printed(text: str, phone: str | None) -> None:
    assert read_contact(text)[0].phone == phone


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("电子邮箱：abc_1@163.com）", "abc_1@163.com"),
        ("邮箱:lhx.zwgk@lhx.gov.cn。", "lhx.zwgk@lhx.gov.cn"),
        ("E-mail：abc＠163.com", "abc＠163.com"),
        ("邮箱：abc#163.com", "abc#163.com"),
        ("微博@大河发布 粉丝众多", None),
        ("邮箱地址：12345678@qq.com", "12345678@qq.com"),
    ],
)
def test_reads_an_email_as_printed(text: str, email: str | None) -> None:
    contact, findings = read_contact(text)
    assert contact.email == email
    assert findings == ()


def test_an_email_without_its_sign_is_kept_and_found() -> None:
    contact, findings = read_contact("电子邮箱：lhxzwgk126.com）。")
    assert contact.email == "lhxzwgk126.com"
    assert [finding.rule for finding in findings] == ["email-lost-at"]


def test_an_obfuscated_email_is_unknown_and_found() -> None:
    contact, findings = read_contact("电子邮箱：[email protected]，电话：0951-1234567")
    assert contact.email is None
    assert [finding.rule for finding in findings] == ["email-obfuscated"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("地址：柳河市东城区人民路1号（邮编：123456）", "柳河市东城区人民路1号"),
        ("地址：柳河县柳河镇建设大街12号，邮编123456", "柳河县柳河镇建设大街12号"),
        ("（地址:柳河县人民路1号县政府大楼3楼;电话:0951-1234567）", "柳河县人民路1号县政府大楼3楼"),
        ("办公地址为柳河县人民路1号 联系电话：0951-1234567", "柳河县人民路1号"),
        ("通讯地址：柳河县政府办公室（人民路1号）。", "柳河县政府办公室（人民路1号）"),
        ("网站地址：http://www.lhx.gov.cn", None),
        ("邮箱地址：abc@163.com", None),
        ("公布了办公地址、联系电话等", None),
        ("电子邮件地址:abc@163.com", None),
    ],
)
def test_reads_a_postal_address(text: str, address: str | None) -> None:
    assert read_contact(text)[0].address == address


@pytest.mark.parametrize(
    ("text", "website"),
    [
        ("可在县政府门户网站（www.lhx.gov.cn）查阅", "www.lhx.gov.cn"),
        ("网址：http://www.lhx.gov.cn/zwgk/", "http://www.lhx.gov.cn/zwgk"),
        ("在“中国·柳河”政府网（http://www.lhx.gov.cn）下载", "http://www.lhx.gov.cn"),
        ("登录柳河县人民政府网站www.lhx.gov.cn查阅。", "www.lhx.gov.cn"),
        ("政务微博网址t.qq.com/lhx", None),
        ("开通网站1个", None),
    ],
)
def test_reads_a_website(text: str, website: str | None) -> None:
    assert read_contact(text)[0].website == website


def test_reads_the_whole_line_of_contacts() -> None:
    text = (
        "如有疑问请与大河镇党政办联系（地址：柳河县大河镇兴镇路2号，邮政编码：123456，"
        "电话：0951-1234567，传真：0951-7654321，邮箱：dhz@163.com）"
    )
    contact, findings = read_contact(text)
    assert (contact.address, contact.postcode, contact.phone) == ("柳河县大河镇兴镇路2号", "123456", "0951-1234567")
    assert (contact.fax, contact.email, contact.website) == ("0951-7654321", "dhz@163.com", None)
    assert findings == ()


def test_a_label_in_brackets_names_the_number_before_it() -> None:
    contact, _ = read_contact("0951-1234567（电话），0951-7654321（传真），744000（邮编）")
    assert (contact.phone, contact.fax, contact.postcode) == ("0951-1234567", "0951-7654321", "744000")


def test_long_runs_of_digits_and_letters_end_soon_and_give_nothing() -> None:
    contact, _ = read_contact("电话：" + "1" * 50_000 + "邮箱：" + "a" * 50_000 + "@" + "地址：" * 5_000)
    assert (contact.phone, contact.email, contact.address) == (None, None, None)


@pytest.mark.parametrize(("text", "address"), [
    ("联系方式：青山县文化路3号，邮编877770，电话0951-1234567。", "青山县文化路3号"),
    ("联系方式：0951-1234567，青山县行政中心2号楼305室。", "青山县行政中心2号楼305室"),
    ("请与县政府办公室联系（青山县文化路3号，邮编877770，电话：0951-1234567）。", "青山县文化路3号"),
    ("联系方式：县教育局办公室，电话0951-1234567。", None),
    ("密切联系群众，完成文化路改造，3号线通车。", None),
    ("加强联系。青山县文化路3号，危房1处。", None),
])  # fmt: skip
def test_a_street_beside_a_phone_needs_no_label(text: str, address: str | None) -> None:
    assert read_contact(text)[0].address == address
