-- topic: doubt
-- zh: 表格里哪些合计与分项不符？
-- en: Which totals of the form are not the sum of their parts?
SELECT publisher, year, rule, left_side AS parts, right_side AS printed, COUNT(*) AS times
FROM findings
WHERE outcome = 'fail' AND rule LIKE 'f%' AND rule NOT LIKE 'form-%'
GROUP BY publisher, division_code, year, rule, left_side, right_side
ORDER BY division_code, year, rule, left_side
