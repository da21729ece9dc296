-- topic: application
-- zh: 某年不予公开的理由各有多少件？
-- en: How many refusals were there on each ground in one year?
-- note-zh: 2019 年以后的表格；每份年报取“总计”一栏。县的数字常已含其乡镇，所以只加县级。
-- note-en: On the forms since 2019; the column of totals of each report. A county's figures often hold those of its townships, so only counties are added up.
-- :year = 2021
SELECT label, SUM(value) AS applications
FROM sums
WHERE code LIKE 'applications.denied%' AND applicant = 'total' AND level = 'county' AND year = CAST(:year AS INTEGER)
GROUP BY code, label
ORDER BY applications DESC, code
