-- topic: application
-- zh: 某年谁在申请：自然人、企业还是其他组织？
-- en: Who applied in one year: natural persons, enterprises, others?
-- note-zh: 只加县级，见“不予公开的理由”。
-- note-en: Counties only, as with the grounds of refusal.
-- :year = 2022
SELECT applicant, SUM(value) AS applications, SUM(reports) AS reports
FROM sums
WHERE code = 'applications.new' AND applicant <> 'total' AND level = 'county' AND year = CAST(:year AS INTEGER)
GROUP BY applicant
ORDER BY applications DESC, applicant
