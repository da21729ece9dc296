-- topic: punctuality
-- zh: 某年应当公布而从未见到年报的有哪些机构？
-- en: Who should have published a report for a year, and none was ever seen?
-- note-zh: “从未见到”是指在已登记的网站上没有见到；last_checked 说明最近一次查看的时间。
-- note-en: Never seen on the sites that are known; last_checked says when they were last looked at.
-- :year = 2021
SELECT publisher, level, place, due
FROM coverage
WHERE year = CAST(:year AS INTEGER) AND state = 'never_seen'
ORDER BY division_code
