-- topic: doubt
-- zh: 相邻两年、县与乡镇对不上时，两边各是哪个数？
-- en: Where two years, or a county and its townships, do not agree: which figures are on either side?
-- note-zh: own 为真的是被核对的那份年报自己的数，其余是上一年的或乡镇的；每个数都有出处网页（url）。
-- note-en: own is true for figures of the report that the finding is on; the others are last year's or the townships'. Each has its page (url).
SELECT f.publisher AS report_of, f.year AS report_on, l.rule, l.own, l.publisher, l.year, l.code, l.value
FROM finding_facts l JOIN findings f ON f.finding_id = l.finding_id
WHERE f.outcome = 'fail' AND f.elsewhere IS NOT NULL AND (l.applicant IS NULL OR l.applicant = 'total')
ORDER BY f.division_code, f.year, l.rule, l.own DESC, l.division_code, l.code
LIMIT 20
