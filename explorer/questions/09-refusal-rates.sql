-- topic: application
-- zh: 某年各机构的不予公开率是多少？
-- en: What share of the applications did each publisher refuse in one year?
-- note-zh: 分母是当年办结的件数。
-- note-en: The denominator is the number of applications processed in the year.
-- :year = 2021
SELECT done.publisher, done.value AS processed, denied.value AS denied, ROUND(100.0 * denied.value / done.value, 1) AS percent
FROM series done JOIN series denied ON denied.report_id = done.report_id AND denied.series = 'applications_denied'
WHERE done.series = 'applications_processed' AND done.year = CAST(:year AS INTEGER) AND done.value > 0
    AND denied.value IS NOT NULL
ORDER BY percent DESC, done.division_code
