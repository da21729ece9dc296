-- topic: doubt
-- zh: 某县之内，哪些乡镇同一年的数字最相像？
-- en: Which townships of a county have the most figures in common in the same year?
-- note-zh: 这里比的是数字；文字是否相近见“正文雷同”。小数目（1 次会议、1 期培训）相同不足为奇。
-- note-en: This compares figures; for wording see the question on texts that are alike. Small numbers (one meeting, one class) agree by chance.
-- :county = '990221'
WITH cell AS (
    SELECT division_code, publisher, year, code, edition, COALESCE(applicant, '') AS applicant, value
    FROM facts
    WHERE division_code LIKE :county || '%' AND level = 'township' AND counts AND code IS NOT NULL
)
SELECT one.publisher AS one, other.publisher AS other, one.year, COUNT(*) AS figures,
    SUM(CASE WHEN one.value = other.value THEN 1 ELSE 0 END) AS the_same
FROM cell one JOIN cell other ON other.year = one.year AND other.code = one.code AND other.edition = one.edition
    AND other.division_code > one.division_code AND other.applicant = one.applicant
WHERE one.value > 0 OR other.value > 0
GROUP BY one.publisher, other.publisher, one.year, one.division_code, other.division_code
HAVING COUNT(*) >= 5
ORDER BY 1.0 * SUM(CASE WHEN one.value = other.value THEN 1 ELSE 0 END) / COUNT(*) DESC, one.year, one.division_code,
    other.division_code
LIMIT 5
