-- topic: application
-- zh: 某地（行政区划代码的开头），各年办结的申请中，予以公开的占多少？
-- en: What share of the processed applications was granted within one place (the beginning of its code), year by year?
-- note-zh: 按表格版本分开：2014 版与以后各版的“予以公开”口径不同。
-- note-en: Kept apart by form: the form of 2014 counts what is granted differently from the later ones.
-- :area = '99'
SELECT done.year, done.edition, SUM(done.value) AS processed, SUM(granted.value) AS granted,
    ROUND(100.0 * SUM(granted.value) / SUM(done.value), 1) AS percent
FROM series done JOIN series granted ON granted.report_id = done.report_id AND granted.series = 'applications_granted'
    AND granted.edition = done.edition
WHERE done.series = 'applications_processed' AND done.value IS NOT NULL AND granted.value IS NOT NULL
    AND done.division_code LIKE :area || '%'
GROUP BY done.year, done.edition
HAVING SUM(done.value) > 0
ORDER BY done.year, done.edition
