-- topic: doubt
-- zh: 某地（行政区划代码）某年哪些年报的数字大多照抄上一年？
-- en: Which reports of one place (the beginning of its code) and year repeat most of the figures of the year before?
-- note-zh: 两年都是零的格子不算；不到十个数字的年报不判断。
-- note-en: Cells that are zero in both years do not count; reports with fewer than ten figures are not judged.
-- :area = '9902'
-- :year = 2020
WITH cell AS (
    SELECT division_code, publisher, year, code, edition, COALESCE(applicant, '') AS applicant, value
    FROM facts
    WHERE year BETWEEN CAST(:year AS INTEGER) - 1 AND CAST(:year AS INTEGER) AND origin = 'form' AND counts AND code IS NOT NULL
        AND division_code LIKE :area || '%'
)
SELECT now.publisher, now.year, COUNT(*) AS figures, SUM(CASE WHEN now.value = before.value THEN 1 ELSE 0 END) AS the_same
FROM cell now JOIN cell before ON before.division_code = now.division_code AND before.publisher = now.publisher
    AND before.year = now.year - 1 AND before.code = now.code AND before.edition = now.edition
    AND before.applicant = now.applicant
WHERE now.value > 0 OR before.value > 0
GROUP BY now.division_code, now.publisher, now.year
HAVING COUNT(*) >= 10 AND 2 * SUM(CASE WHEN now.value = before.value THEN 1 ELSE 0 END) >= COUNT(*)
ORDER BY now.division_code, now.year
