-- topic: application
-- zh: 某年谁在申请：自然人、企业还是其他组织？
-- en: Who applied in one year: natural persons, enterprises, others?
-- :year = 2022
SELECT applicant, SUM(value) AS applications, COUNT(value) AS reports
FROM applications
WHERE result = 'received' AND applicant <> 'total' AND year = CAST(:year AS INTEGER)
GROUP BY applicant
ORDER BY applications DESC, applicant
