-- topic: application
-- zh: 哪些机构有申请结转到下一年？
-- en: Which publishers carried applications over into the next year?
SELECT publisher, year, value AS carried_out
FROM applications
WHERE result = 'carried_out' AND applicant = 'total' AND value > 0
ORDER BY value DESC, division_code, year
LIMIT 8
