-- topic: trend
-- zh: 各年各县一共收到多少件申请，由多少份年报加出来？
-- en: How many applications did the counties receive in all, each year, and how many reports stand behind the sum?
-- note-zh: 各年的份数不同：总数涨了，也许只是公布的地方多了。
-- note-en: The number of reports differs from year to year: a rising sum may only mean that more places published.
SELECT year, SUM(value) AS applications, COUNT(value) AS reports
FROM series
WHERE series = 'applications_received' AND level = 'county' AND value IS NOT NULL
GROUP BY year
ORDER BY year
