-- topic: application
-- zh: 某地（行政区划代码的开头），某年哪些机构有申请结转到下一年？
-- en: Which publishers of one place (the beginning of its code) carried applications over from one year into the next?
-- :area = '99'
-- :year = 2022
SELECT publisher, year, value AS carried_out
FROM applications
WHERE result = 'carried_out' AND applicant = 'total' AND value > 0
    AND year = CAST(:year AS INTEGER) AND division_code LIKE :area || '%'
ORDER BY value DESC, division_code, year
LIMIT 8
