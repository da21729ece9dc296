-- topic: punctuality
-- zh: 某一年度的哪些年报公布晚了，晚了多少天？
-- en: Which reports for one year came late, and by how many days?
-- note-zh: date_basis 说明公布日期的依据。
-- note-en: date_basis says what the day of publication rests on.
-- :year = 2021
SELECT publisher, year, due, publish_date, days_late, date_basis
FROM punctuality
WHERE punctuality = 'late' AND year = CAST(:year AS INTEGER)
ORDER BY days_late DESC
