-- topic: dispute
-- zh: 某地（行政区划代码的开头），每一百件申请引出多少件复议？
-- en: How many reviews for every hundred applications within one place (the beginning of its code)?
-- note-zh: 一年的复议不一定由当年的申请引起：只作大致比较。
-- note-en: A year's reviews need not come from the same year's applications: a rough comparison only.
-- :area = '99'
SELECT asked.publisher, COUNT(*) AS years, SUM(asked.value) AS applications, SUM(disputed.value) AS reviews,
    ROUND(100.0 * SUM(disputed.value) / SUM(asked.value), 1) AS per_hundred
FROM series asked JOIN series disputed ON disputed.report_id = asked.report_id AND disputed.series = 'reviews'
WHERE asked.series = 'applications_received' AND asked.value IS NOT NULL AND disputed.value IS NOT NULL
    AND asked.division_code LIKE :area || '%'
GROUP BY asked.publisher, asked.division_code
HAVING SUM(asked.value) >= 20
ORDER BY per_hundred DESC, asked.division_code
