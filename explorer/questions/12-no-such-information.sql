-- topic: application
-- zh: 某年“本机关不掌握”等无法提供的有多少件？
-- en: How often, in one year, was the information not held, or not to be provided for another reason?
-- :year = 2021
SELECT label, SUM(value) AS applications
FROM applications
WHERE result = 'unavailable' AND applicant = 'total' AND year = CAST(:year AS INTEGER)
GROUP BY code, label
ORDER BY applications DESC, code
