"""Chinese beside Datasette's English: its templates are translated as they are read, so that none of them is copied here."""

from __future__ import annotations

from jinja2.ext import Extension

LABELS: dict[str, tuple[tuple[str, str], ...]] = {
    "_crumbs.html": (("{{ item.label }}", "{{ '首页 home' if item.label == 'home' else item.label }}"),),
    "base.html": (
        ("<html>", '<html lang="zh-CN">'),
        (">Menu<", ">菜单 Menu<"),
    ),
    "database.html": (
        ("<h3>Custom SQL query</h3>", "<h3>自己写 SQL <span>Custom SQL query</span></h3>"),
        (">Format SQL<", ">排版 Format<"),
        ('value="Run SQL"', 'value="查询 Run SQL"'),
        (">Queries</h2>", ">现成的查询 <span>Queries</span></h2>"),
        (">Tables</h2>", ">数据表 <span>Tables</span></h2>"),
        (">Views</h2>", ">视图 <span>Views</span></h2>"),
        ("Download SQLite DB:", "下载数据库 Download SQLite DB:"),
        ("}Many rows{%", "}很多行 many rows{%"),
        ("}} row{% if table.count", "}} 行 row{% if table.count"),
        ("}} hidden table{%", "}} 个隐藏的表 hidden table{%"),
    ),
    "query.html": (
        ("<h3>Custom SQL query{% if", "<h3>查询 <span>Query</span>{% if"),
        (" returning {% if truncated %}more than {% endif %}", " {% if truncated %}多于 more than {% endif %}"),
        ("}} row{% if display_rows", "}} 行 row{% if display_rows"),
        ("<h3>Query parameters</h3>", "<h3>参数 <span>Parameters</span></h3>"),
        (">Format SQL<", ">排版 Format<"),
        ('value="Run SQL"', 'value="查询 Run"'),
        (">Edit SQL<", ">修改 Edit SQL<"),
        ("This data as ", "导出 This data as "),
        (">0 results<", ">没有结果 0 results<"),
    ),
    "table.html": (
        ('value="Apply"', 'value="查看 Apply"'),
        (">- remove filter -<", ">- 去掉 remove -<"),
        (">- column -<", ">- 列 column -<"),
        ("View and edit SQL", "查看并修改 SQL View and edit SQL"),
        ("This data as ", "导出 This data as "),
        (">Next page<", ">下一页 Next page<"),
        (">Sort...<", ">排序 Sort...<"),
        ("> descending<", "> 从大到小 descending<"),
        (" (view){%", "（视图 view）{%"),
        ("}} row{% if filtered_table_rows_count", "}} 行 row{% if filtered_table_rows_count"),
        (">Advanced export<", ">导出选项 Advanced export<"),
        ("JSON shape:", "JSON 的形式 shape:"),
        ("CSV options:", "CSV 选项 options:"),
        ("> download file<", "> 存为文件 download file<"),
        ("> stream all rows<", "> 全部各行 stream all rows<"),
        ('value="Export CSV"', 'value="导出 Export CSV"'),
    ),
    "_table.html": ((">0 records<", ">没有记录 0 records<"),),
    "row.html": (
        ("This data as ", "导出 This data as "),
        (">Links from other tables<", ">其他表中的相关行 Links from other tables<"),
        ("}} row{% if other.count", "}} 行 row{% if other.count"),
    ),
    "_suggested_facets.html": (("Suggested facets:", "可按列归类 Suggested facets:"),),
    "error.html": (
        ("Error {{ status }}", "出错 Error {{ status }}"),
        # An error page is made without the style that the other pages are given, and has no way back.
        ("{% block content %}", "{% block extra_head %}<link rel=\"stylesheet\" href=\"{{ urls.path('assets/nianbao.css') }}\">"
         "{% endblock %}{% block content %}<p><a href=\"{{ urls.instance() }}\">首页 home</a></p>"),
        ("{{ error }}", "{% set said = {'Table not found': '没有这张表', 'Record not found': '没有这一行',"
         " 'Database not found': '没有这个数据库', 'Statement must be a SELECT': '只能查询：语句须以 SELECT 开头'} %}"
         "{% if error in said %}{{ said[error] }} {% endif %}{{ error }}"),
    ),
    "_description_source_license.html": (
        ("Data license:", "许可 Licence:"),
        ("Data source:", "来源 Source:"),
        ("About:", "关于 About:"),
    ),
    "_footer.html": (
        ("Data license:", "许可 Licence:"),
        ("Data source:", "来源 Source:"),
        ("About:", "关于 About:"),
    ),
    "dashboard_list.html": ((">home<", ">首页 home<"), (">Dashboards</h1>", ">图表 Dashboards</h1>")),
    "dashboard_view.html": (
        ('value="Apply"', 'value="查看 Apply"'),
        (">home<", ">首页 home<"),
        (">dashboards<", ">图表 dashboards<"),
    ),
    "dashboard_chart.html": (
        (">home<", ">首页 home<"),
        (">dashboards<", ">图表 dashboards<"),
        ("View and edit SQL", "查看并修改 SQL View and edit SQL"),
    ),
}
"""Template -> (what stands there, what it becomes)."""


class Bilingual(Extension):
    """Puts the labels into a template of Datasette or its dashboards before it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's source with both languages; a template that is not named above stays as it is."""
        for english, both in LABELS.get((name or "").removeprefix("default:"), ()):
            source = source.replace(english, both)
        return source
