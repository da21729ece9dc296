"""What stands beside the article's element, is hidden, or is told by the file's name alone; names run into their topic."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import pytest

from crawler.pages.document import parse, text_of
from pipelines.field.publisher import name_in_title
from pipelines.field.titles import trim
from pipelines.items import Report
from tests.pipelines.report_pages import ADDRESS, reading_of_page, report_of_page

OFFICE = "汀溪县粮食局"
TITLE = f"{OFFICE}2017年政府信息公开工作年度报告"
OTHER = "汀溪县城关镇人民政府2016年政府信息公开工作年度报告"
BODY = (
    "<div><h3>一、概述</h3><p>2017年，我单位把信息公开列入议事日程。</p><h3>二、主动公开情况</h3><p>2017年主动公开政府信息88条。</p>"
    "<h3>三、依申请公开情况</h3><p>全年收到政府信息公开申请2件，都已答复。</p>"
    "<h3>四、复议诉讼</h3><p>没有因信息公开引起的行政复议、行政诉讼。</p>"
    f"<h3>五、存在问题</h3><p>{'栏目分得还不够细，更新还不够及时，来年逐项改进。' * 12}</p></div>"
)


def report_of(body: str, tag: str = "x", url: str = ADDRESS) -> Report:
    return report_of_page(body, tag, url)


@pytest.mark.parametrize(
    "lines",
    [
        f"<p align=center>{TITLE}</p>",
        f"<p align=center><b>{OFFICE}</b></p><p align=center><b>2017年政府信息公开工作年度报告</b></p>",
    ],
)
def test_a_title_right_before_the_body_goes_before_the_heads_of_its_sections(lines: str) -> None:
    report = report_of(lines + BODY, "政府信息公开年报")
    assert (report.title, report.publisher) == (TITLE, OFFICE)


@pytest.mark.parametrize("day", ["2018年3月5日", "二〇一八年三月五日", "2018-03-05"])
def test_a_signature_right_behind_the_body_dates_the_report(day: str) -> None:
    report = report_of(f"<h1>{TITLE}</h1>{BODY}<p align=right>{OFFICE}</p><p align=right>{day}</p><div>友情链接</div>")
    assert report.publish_date == date(2018, 3, 5)
    bare = report_of(f"<h1>2017年政府信息公开工作年度报告</h1>{BODY}<p>{OFFICE}（盖章）</p><p>{day}</p>")
    assert (bare.publisher, bare.publish_date) == (OFFICE, date(2018, 3, 5))


@pytest.mark.parametrize("path", ["", "首页 -&gt; 信息公开年报", "您现在的位置：首页 &gt; 年报"])
@pytest.mark.parametrize(
    "title", [f"<p><b>{TITLE}</b></p>", f"<p>{OFFICE}</p><p>2017年政府信息公开工作年度报告</p>", f"<p>（图文版）{TITLE}</p>"]
)
def test_a_link_of_the_menu_beside_an_old_page_gives_no_title(path: str, title: str) -> None:
    menu = f"<td width=190>·<a href='b.asp'>通知公告</a><br>·<a href='c.asp'>{OTHER}</a></td>"
    body = f"<table><tr>{menu}<td>{path}<hr>{title}{BODY}</td></tr></table>"
    report = report_of(body, f"{OFFICE}网")
    assert (report.title, report.publisher, report.report_year) == (TITLE, OFFICE, 2017)


@pytest.mark.parametrize("foot", ["建议使用1024*768分辨率 技术支持：某公司 您是第 8811 位访问者", "某某主办 某某承办"])
def test_a_short_report_beside_a_list_in_a_table_of_the_layout_is_read(foot: str) -> None:
    told = "区里把公开列入目标考核。<br>一、公开情况<br>公开政府信息31条。<br>二、申请<br>收到申请2件。<br>三、困难<br>更新慢。"
    menu = f"<h4>最新年报</h4><ul><li><a href='#'>{OTHER}</a><span>2015-03-20</span></li></ul>"
    inner = f"<table><tr><td><b>{TITLE}</b></td></tr><tr><td>日期：2018-03-06</td></tr><tr><td>{told}</td></tr></table>"
    report = report_of(f"<table><tr><td>{menu}</td><td>{inner}</td></tr></table><table><tr><td>{foot}</td></tr></table>", "平台")
    assert (report.title, report.publisher) == (TITLE, OFFICE)
    assert {fact.code: fact.value for fact in report.facts} == {"disclosure.total": 31, "requests.received": 2}


def test_a_list_above_the_path_to_the_page_gives_no_title() -> None:
    told = "<p>本行保证所载资料真实。</p><p>一、总资产118亿元。</p><p>二、披露公告11份。</p>"
    banks = "汀溪农村商业银行2020年年度报告（摘要）"
    inner = f"<p>您现在的位置：首页 → 公告</p><p><b>{banks}</b></p>{told}"
    page = f"<table><tr><td>热点<br>· {OTHER}<br>· 招聘公告</td><td>{inner}</td></tr></table>"
    assert reading_of_page(page, "汀溪县政府网").is_annual_report is False
    assert report_of(page.replace(banks, TITLE).replace(told, BODY), "汀溪县政府网").title == TITLE


def test_a_form_drawn_without_a_table_is_not_the_whole_article() -> None:
    cell = "<div style='display:table-cell'>"
    labels = ("统计指标", "收到申请数", "申请办结数", "申请答复数", "行政复议数量", "行政诉讼数量", "举报投诉数量")
    rows = "".join(f"<div style='display:table-row'>{cell}{label}</div>{cell}{n}</div></div>" for n, label in enumerate(labels))
    body = f"<div>{TITLE}（2017年）</div><div style='display:table'>{rows}</div><div>　　咨询电话 0997-5540018</div>"
    report = report_of(f"<div class='c'><h1>{TITLE}</h1><div class='d'>2018/02/20　字号：大 中 小</div><div>{body}</div></div>")
    assert (report.publish_date, report.contact.phone) == (date(2018, 2, 20), "0997-5540018")


def test_what_follows_the_body_and_signs_nothing_gives_no_date() -> None:
    report = report_of(f"<h1>{TITLE}</h1>{BODY}<div>{OFFICE}主办 技术支持：某某公司</div><p>2018年3月5日</p>")
    assert report.publish_date is None
    report = report_of(f"<h1>{TITLE}</h1>{BODY}<div>版权所有 汀溪县人民政府</div><p>2018年3月5日</p>")
    assert report.publish_date is None


@pytest.mark.parametrize("how", ['style="display:none"', "hidden", 'style="visibility: hidden"', 'style="font-size:0"'])
def test_a_hidden_heading_of_another_report_is_not_the_pages(how: str) -> None:
    for hidden in (f"<h1 {how}>{OTHER}</h1>", f"<div {how}><h1>{OTHER}</h1></div>"):
        report = report_of(f"{hidden}<h1>{TITLE}</h1>{BODY}")
        assert (report.title, report.report_year) == (TITLE, 2017)
        assert report_of(f"{hidden}<p>{TITLE}</p>{BODY}").title == TITLE


def test_a_page_hidden_until_its_script_runs_keeps_its_heading() -> None:
    assert report_of(f'<div style="display:none"><h1>{TITLE}</h1>{BODY}</div>').title == TITLE


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.example.gov.cn/files/{TITLE}.html",
        f"https://www.example.gov.cn/files/{quote(TITLE)}.html?id=7",
        f"https://www.example.gov.cn/files/{quote(TITLE.encode('gbk'))}.htm",
        f"{TITLE}.txt",
    ],
)
def test_a_title_that_only_the_files_name_tells_is_inferred(url: str) -> None:
    report = report_of(BODY, "", url)
    assert (report.title, report.title_as_printed, report.report_year) == (TITLE, None, 2017)
    assert (report.publisher, report.publisher_as_printed, report.publisher_inferred) == (OFFICE, None, True)
    assert "title-inferred" in {finding.rule for finding in report.findings}


def test_a_title_that_only_a_linked_file_tells_is_inferred() -> None:
    report = report_of(f'<div>{BODY}<p><a href="/files/{quote(TITLE)}.doc">附件下载</a></p></div>', "")
    assert (report.title, report.title_as_printed) == (TITLE, None)


def test_a_printed_title_goes_before_the_files_name() -> None:
    report = report_of(f"<h1>{TITLE}</h1>{BODY}", "", f"https://www.example.gov.cn/{quote(OTHER)}.html")
    assert (report.title, report.title_as_printed) == (TITLE, TITLE)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("汀溪县环境保护局2016年环境信息公开工作年度报告", "汀溪县环境保护局"),
        ("汀溪县环境保护局环境信息公开2016年度工作年度报告", "汀溪县环境保护局"),
        ("汀溪县民政局2018年社会救助信息公开年度报告", "汀溪县民政局"),
        ("汀溪县粮食局（2017年）政府信息公开工作年度报告", "汀溪县粮食局"),
        ("汀溪县粮食局2017年度关于政府信息公开工作的年度报告", "汀溪县粮食局"),
        ("汀溪县公安局2017年交警大队政府信息公开工作年度报告", "汀溪县公安局交警大队"),
        ("汀溪县直各单位2018年政府信息公开年报汇总", "汀溪县"),
        ("汀溪县各乡镇2022年政府信息公开工作年度报告汇总", "汀溪县"),
        ("汀溪县及所属各部门2022年政府信息公开工作年度报告", "汀溪县"),
        ("汀溪县2016年环境保护局信息公开工作年度报告", "汀溪县环境保护局"),
        ("汀溪县生态环境局2016年政府信息公开工作年度报告", "汀溪县生态环境局"),
    ],
)
def test_a_name_ends_before_the_topic_and_the_many(title: str, name: str) -> None:
    assert name_in_title(title) == name


def test_signs_without_width_are_no_part_of_a_title() -> None:
    assert trim("汀溪县粮食局\ufeff2017年政府信息公开\u200b工作年度报告") == TITLE


def test_a_file_that_begins_with_preformatted_text_is_markup() -> None:
    assert text_of(parse("<pre>一、概述&nbsp;&lt;略&gt;</pre>")) == "一、概述 <略>"
    assert text_of(parse("<b>汀溪县</b>&nbsp;粮食局")) == "汀溪县 粮食局"
    assert text_of(parse("收入 <100 元，支出 >50 元")) == "收入 <100 元，支出 >50 元"


@pytest.mark.parametrize(
    "line",
    ["2018-01-23 08:15:40 来源：县粮食局", "发布时间：2018-01-23", "[2018-01-23]", "【字体：大 中 小】", "浏览次数：12次"],
)
def test_the_pages_line_in_its_heading_is_no_part_of_the_title(line: str) -> None:
    assert report_of(f"<h1>{TITLE}<br><span>{line}</span></h1>{BODY}", "县粮食局年报").title == TITLE


@pytest.mark.parametrize("end", ["（2017年）", "及2018年工作计划"])
def test_what_belongs_to_a_title_stays_behind_it(end: str) -> None:
    assert report_of(f"<h1>{TITLE}{end}</h1>{BODY}", "x").title == f"{TITLE}{end}"


REST = "2017年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "heading",
    [
        f"<p class=con-title>{OFFICE}<br>{REST}</p>",
        f"<center><b>{OFFICE}<br/>{REST}</b></center>",
        f"<p><span>{OFFICE}</span><br><span>{REST}</span></p>",
        f"<table><tr><td>{OFFICE}<br>{REST}</td></tr></table>",
    ],
)
def test_an_office_above_the_titles_rest_in_one_element_begins_the_title(heading: str) -> None:
    report = report_of(f"{heading}<div>发布日期：2018-01-11</div>{BODY}<ul><li>城关镇<br>{REST}</li></ul>", REST)
    assert (report.title, report.publisher) == (TITLE, OFFICE)


@pytest.mark.parametrize("above", ["<div class=logo>汀溪县</div><div>", "<div>首页 &gt; 城关镇</div><div>", "<div>政务公开<br>"])
def test_what_stands_above_a_title_elsewhere_is_no_part_of_it(above: str) -> None:
    assert report_of(f"{above}{REST}</div>{BODY}", REST).title == REST


ROWS = (("索引号", "000914032/2018-00017"), ("发文字号", "汀政发〔2018〕8号"), ("发布机构", OFFICE), ("发布日期", "2018-01-16"))


@pytest.mark.parametrize(
    "table",
    [
        "<ul>" + "".join(f"<li>[ {label} ]　{value}</li>" for label, value in ROWS) + "</ul>",
        "<ul>" + "".join(f"<li>【{label}】{value}</li>" for label, value in ROWS) + "</ul>",
        "<ul>" + "".join(f"<li>〔{label}〕：{value}</li>" for label, value in ROWS) + "</ul>",
        "<div>" + "<br>".join(f"[{label}] {value}" for label, value in ROWS) + "</div>",
        "<p>" + "　".join(f"[{label}]{value}" for label, value in ROWS) + "</p>",
        "<p>（" + "　".join(f"{label}：{value}" for label, value in ROWS) + "）</p>",
        "<div>" + "".join(f"<div><label>【{label}】</label>{value}</div>" for label, value in ROWS) + "</div>",
    ],
)
def test_labels_of_an_index_table_may_stand_in_brackets(table: str) -> None:
    report = report_of(f"{table}<h2>{TITLE}</h2>{BODY}", TITLE)
    told = (report.index_number, report.document_number, report.issuing_office, str(report.publish_date))
    assert told == tuple(value for _, value in ROWS)


@pytest.mark.parametrize("tag", ["small", "h5", "pre", "pan"])
def test_an_index_table_may_be_one_element_of_any_kind_deep_in_the_page(tag: str) -> None:
    head = f"{'<div>' * 8}<{tag}>索引号：000914032/2018-00017</{tag}>{'</div>' * 8}"
    report = report_of(f"{head}<h2>{TITLE}</h2>{BODY}", TITLE)
    assert (report.title, report.index_number) == (TITLE, "000914032/2018-00017")


HEADS = "".join(f"<th>{label}</th>" for label, _ in ROWS)
CELLS = "".join(f"<td>{value}</td>" for _, value in ROWS)


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr>{HEADS}</tr><tr>{CELLS}</tr></table>",
        f"<table><thead><tr>{HEADS}</tr></thead><tbody><tr>{CELLS}</tr></tbody></table>",
        "<dl>" + HEADS.replace("th>", "dt>") + CELLS.replace("td>", "dd>") + "</dl>",
        "<div>" + "".join(f"<b>{label}：</b>{value} " for label, value in ROWS) + "</div>",
        "<ul>" + "".join(f"<li><i>{'</i><i>'.join(label)}</i></li><li><a>{value}</a></li>" for label, value in ROWS) + "</ul>",
        "<div>"
        + "".join(f"<p><span><i>{'</i><i>'.join(label)}</i></span><a>{value}</a></p>" for label, value in ROWS)
        + "</div>",
    ],
)
def test_values_stand_behind_their_labels_or_below_them(table: str) -> None:
    report = report_of(f"{table}<h2>{TITLE}</h2>{BODY}", TITLE)
    told = (report.index_number, report.document_number, report.issuing_office, str(report.publish_date))
    assert told == tuple(value for _, value in ROWS)


@pytest.mark.parametrize(
    "table",
    [
        "<dl><dt>索引号</dt><dd>A01/2018-7</dd><dt>文号</dt><dd></dd><dt>责任编辑</dt><dd>张三</dd></dl>",
        "<div><p><label>【索引号】</label>A01/2018-7</p><p><label>【文号】</label></p><p><label>【核 稿】</label>张三</p></div>",
        "<div><b>索引号：</b>A01/2018-7 <b>文号：</b> <b>主题词：</b> <b>发布机构：</b>县粮食局</div>",
        "<p>索引号：A01/2018-7<br>文　　号：</p>",
        "<table><tr><th>索引号</th><th>文号</th><th>责任编辑</th></tr><tr><td>A01/2018-7</td><td></td><td>张三</td></tr></table>",
    ],
)
def test_a_label_without_a_value_takes_none_from_another(table: str) -> None:
    report = report_of(f"{table}<p>{TITLE}</p>{BODY}", TITLE)
    assert (report.title, report.index_number, report.document_number) == (TITLE, "A01/2018-7", None)


def test_a_list_of_other_documents_is_no_index_table() -> None:
    heads = "<tr><th>索引号</th><th>信息名称</th><th>发布日期</th></tr>"
    others = "".join(f"<tr><td>A01/2018-{day}</td><td>防汛通知</td><td>2018-05-0{day}</td></tr>" for day in (1, 2))
    report = report_of(f"<table>{heads}{others}</table><h1>{TITLE}</h1><p>发布时间：2018-01-16</p>{BODY}", TITLE)
    assert (report.index_number, report.publish_date) == (None, date(2018, 1, 16))


@pytest.mark.parametrize(
    "above",
    [
        "<table><tr><td>信息来源</td><td>县粮食局</td></tr><tr><td>责任编辑</td><td>张三</td></tr></table>",
        "<p>【发布机构】汀溪县粮食局</p><p>【公开日期】2018-01-16</p><p>【公开方式】主动公开</p>",
        "<table><tr><td>发布机构</td><td>县政府办公室</td></tr></table>",
        "<p>县防汛办公室</p>", "<p>县政府办公室</p><p>2018-01-16</p>", "<p>粮食局</p>", "<p>城关镇</p>",
        "<p>来源 | 县粮食局</p><p>张三</p>",
    ],
)  # fmt: skip
def test_a_row_or_another_office_above_a_title_is_no_part_of_it(above: str) -> None:
    assert report_of(f"<div>{above}<p>{TITLE}</p>{BODY}</div>", "x").title == TITLE
    assert report_of(f"{above}<p>{TITLE}</p>{BODY}", "x").title == TITLE


@pytest.mark.parametrize(
    "heading",
    [
        f"<h3>{OFFICE}</h3><h3>2017年政府信息公开工作年度报告</h3>", f"<h1>{TITLE}{TITLE}</h1>", f"<h1>年度报告&gt;{TITLE}</h1>",
        f"<h1>您正在阅读的是：{TITLE}</h1>", f"<h1>附件：{TITLE}</h1>", f"<p>汀溪县</p><p>{TITLE.removeprefix('汀溪县')}</p>",
    ],
)  # fmt: skip
def test_a_heading_in_two_lines_printed_twice_or_led_by_words_is_the_title(heading: str) -> None:
    report = report_of(f"{heading}<p>发布时间：2018-01-16</p>{BODY}")
    assert (report.title, report.publisher) == (TITLE, OFFICE)


def test_a_year_and_its_report_are_a_title_where_the_title_tag_repeats_the_line() -> None:
    assert report_of(f"<p align=center>2017年年报</p>{BODY}", "2017年年报-汀溪县").title == "2017年年报"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("<h1>2017年年报</h1>", "2017年年报"),
        ("<p>2016年年报</p><p>2017年年报</p>", "政府信息公开年报"),
        ("<p>2017年年报</p><p>指南</p><p>制度</p><p>目录</p><p>机构设置</p>", "政府信息公开年报"),
    ],
)
def test_the_one_year_right_above_an_article_goes_before_its_columns_name(above: str, title: str) -> None:
    column = "<aside><h3>政府信息公开年报</h3><p>政策解读</p></aside>"
    assert report_of(f"{column}<div>{above}<div>{BODY}</div></div>", "汀溪县粮食局—政务公开").title == title


def test_a_number_right_above_the_heading_is_the_documents() -> None:
    assert report_of(f"<p>汀粮发〔2018〕8号</p><h2>{TITLE}</h2>{BODY}", TITLE).document_number == "汀粮发〔2018〕8号"


def test_a_short_article_in_a_layout_table_is_found_beside_its_list_and_foot() -> None:
    side = "<b>最新公告</b><br>·<a>2016年度大河镇信息公开年报</a>(2017-3-1)<br>·<a>2017年度报表</a>(2017-12-30)"
    lines = ("2017年度大河镇信息公开年报", "2018-2-26",
             "根据条例，大河镇人民政府公布2017年度信息公开年报（2017年1月1日—2017年12月31日）。",
             "一、主动公开：全年公开132条，其中工作动态91条。", "二、依申请公开：0件。", "三、收费及复议诉讼：无。",
             "四、不足与改进：公开栏破损，今年重做。")  # fmt: skip
    foot = "关于我们 | 网站地图 | 联系我们 | 隐私声明<br>大河镇主办 最后更新：2021年7月6日 您是第77位访问者"
    article = "".join(f"<p>{line}</p>" for line in lines)
    body = f"<center><table><tr><td>{side}</td><td>{article}</td></tr><tr><td colspan=2>{foot}</td></tr></table></center>"
    report = report_of(body, lines[0])
    assert (report.title, report.publish_date) == (lines[0], date(2018, 2, 26))
