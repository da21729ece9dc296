-- topic: trend
-- zh: 任何一项指标，各年各层级的合计是多少？
-- en: What is the sum of any indicator, by year and level?
-- note-zh: sums 随抓取更新，全国一百万份年报也即刻可读。县的数字常已含其乡镇：不要把层级相加。
-- note-en: sums is kept beside the figures and is read at once, also at a million reports. A county's figures often hold those of its townships: do not add levels up.
-- :code = staff.total
SELECT year, level, SUM(reports) AS reports, SUM(value) AS value
FROM sums
WHERE code = :code AND applicant IS NULL
GROUP BY year, level
ORDER BY year, level
