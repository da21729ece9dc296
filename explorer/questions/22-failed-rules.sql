-- topic: doubt
-- zh: 哪些核对规则未通过，各多少次？
-- en: Which rules failed, and how often?
SELECT n.rule, MAX(i.meaning) AS meaning, COUNT(*) AS failures, COUNT(DISTINCT n.report_id) AS reports
FROM findings n LEFT JOIN identity i ON i.rule = n.rule
WHERE n.outcome = 'fail'
GROUP BY n.rule
ORDER BY failures DESC, n.rule
