-- topic: trend
-- zh: 某年哪些地方的申请量比上一年涨得最多（同一版表格）？
-- en: Where did applications rise most in one year against the year before, on the same form?
-- note-zh: 只比较同一版表格的相邻两年，避免把换表当成增长。
-- note-en: Only neighbouring years on one form are compared, so that a new form is not taken for growth.
-- :year = 2020
SELECT now.publisher, now.year, before.value AS year_before, now.value, now.value - before.value AS rise
FROM series now JOIN series before ON before.series = now.series AND before.division_code = now.division_code
    AND before.publisher = now.publisher AND before.year = now.year - 1 AND before.edition = now.edition
WHERE now.series = 'applications_received' AND now.year = CAST(:year AS INTEGER) AND now.value > before.value
ORDER BY rise DESC, now.division_code, now.year
LIMIT 5
