-- topic: trend
-- zh: 某年各县主动公开了多少条信息？
-- en: How many items did each county disclose of its own accord in one year?
-- note-zh: 2019 年起的表格不再问这个总数，只有正文还会写。
-- note-en: The forms since 2019 no longer ask for this total; only the text may still state it.
-- :year = 2017
SELECT publisher, value, edition, found, terms
FROM series
WHERE series = 'items_disclosed' AND year = CAST(:year AS INTEGER) AND level = 'county'
ORDER BY value DESC, division_code
