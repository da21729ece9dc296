-- topic: doubt
-- zh: 哪些核对规则未通过，各多少次？
-- en: Which rules failed, and how often?
SELECT n.rule, i.meaning, n.failures, n.reports
FROM (SELECT rule, COUNT(*) AS failures, COUNT(DISTINCT report_id) AS reports FROM findings WHERE outcome = 'fail' GROUP BY rule) n
    LEFT JOIN identity i ON i.rule = n.rule
ORDER BY n.failures DESC, n.rule
