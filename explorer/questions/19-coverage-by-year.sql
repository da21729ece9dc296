-- topic: punctuality
-- zh: 各年有多少机构按时公布、迟发、从未公布？
-- en: How many publishers were on time, late, never seen, in each year?
SELECT year, SUM(CASE WHEN state = 'on_time' THEN 1 ELSE 0 END) AS on_time,
    SUM(CASE WHEN state = 'late' THEN 1 ELSE 0 END) AS late,
    SUM(CASE WHEN state IN ('gone', 'hijacked') THEN 1 ELSE 0 END) AS lost,
    SUM(CASE WHEN state = 'never_seen' THEN 1 ELSE 0 END) AS never_seen, COUNT(*) AS expected
FROM coverage
WHERE year BETWEEN 2014 AND 2024
GROUP BY year
ORDER BY year
