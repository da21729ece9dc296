-- topic: doubt
-- zh: 哪些年报的正文与另一份一字不差？
-- en: Which reports have, word for word, the text of another one?
-- note-zh: content_hash 不计空白。演示网站上没有这样的年报。
-- note-en: content_hash leaves white space out. The demo web has no such report.
SELECT one.publisher AS one, one.report_year AS one_year, other.publisher AS other, other.report_year AS other_year
FROM report_version one JOIN report_version other ON other.content_hash = one.content_hash AND other.report_id > one.report_id
WHERE one.current AND other.current
ORDER BY one.content_hash, one.report_id, other.report_id
