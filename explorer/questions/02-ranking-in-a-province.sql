-- topic: trend
-- zh: 一个省里哪些机构某年收到的申请最多？
-- en: Who received the most applications in a province in one year?
-- note-zh: 没有数的机构不在榜上：先看“覆盖面”再下结论。
-- note-en: Publishers without a figure are not in the list: look at the coverage before drawing conclusions.
-- :province = 岚江省
-- :year = 2020
SELECT RANK() OVER (ORDER BY value DESC) AS "rank", publisher, level, value
FROM series
WHERE series = 'applications_received' AND year = CAST(:year AS INTEGER) AND place LIKE :province || '/%' AND value IS NOT NULL
ORDER BY value DESC, division_code
