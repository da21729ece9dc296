-- topic: punctuality
-- zh: 县级与乡镇的公布率各是多少？
-- en: What share of the reports expected of counties and of townships is there?
-- :first = 2014
-- :last = 2022
SELECT level, COUNT(*) AS expected, COUNT(CASE WHEN state IN ('on_time', 'late') THEN 1 END) AS there,
    ROUND(100.0 * COUNT(CASE WHEN state IN ('on_time', 'late') THEN 1 END) / COUNT(*), 1) AS percent
FROM coverage
WHERE year BETWEEN CAST(:first AS INTEGER) AND CAST(:last AS INTEGER)
GROUP BY level
ORDER BY level
