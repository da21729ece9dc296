-- topic: application
-- zh: 某年不予公开的理由各有多少件？
-- en: How many refusals were there on each ground in one year?
-- note-zh: 2019 年以后的表格；每份年报取“总计”一栏。
-- note-en: On the forms since 2019; the column of totals of each report.
-- :year = 2021
SELECT label, SUM(value) AS applications
FROM applications
WHERE result = 'denied' AND applicant = 'total' AND year = CAST(:year AS INTEGER)
GROUP BY code, label
ORDER BY applications DESC, code
