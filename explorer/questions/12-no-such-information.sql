-- topic: application
-- zh: 某年“本机关不掌握”等无法提供的有多少件？
-- en: How often, in one year, was the information not held, or not to be provided for another reason?
-- note-zh: 只加县级，见“不予公开的理由”。
-- note-en: Counties only, as with the grounds of refusal.
-- :year = 2021
SELECT label, SUM(value) AS applications
FROM sums
WHERE code LIKE 'applications.unavailable%' AND applicant = 'total' AND level = 'county' AND year = CAST(:year AS INTEGER)
GROUP BY code, label
ORDER BY applications DESC, code
