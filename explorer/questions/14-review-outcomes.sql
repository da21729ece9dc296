-- topic: dispute
-- zh: 各年各县的行政复议结果如何？
-- en: How did the administrative reviews of counties end, year by year?
-- note-zh: 2014 版没有“尚未审结”一栏：pending 为空。各项之和与总计不符的年份，见“未通过的核对”。
-- note-en: The form of 2014 has no column for pending cases. Where the parts do not make the total, a failed rule says so.
SELECT year, SUM(CASE WHEN code = 'review.upheld' THEN value END) AS upheld,
    SUM(CASE WHEN code = 'review.corrected' THEN value END) AS corrected,
    SUM(CASE WHEN code = 'review.other' THEN value END) AS other,
    SUM(CASE WHEN code = 'review.pending' THEN value END) AS pending,
    SUM(CASE WHEN code = 'review.total' THEN value END) AS total
FROM sums
WHERE code LIKE 'review.%' AND level = 'county'
GROUP BY year
ORDER BY year
