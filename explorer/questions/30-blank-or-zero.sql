-- topic: doubt
-- zh: 某地（行政区划代码的开头），某年的表格里，零、空白、“不适用”各有多少格？
-- en: How many cells of the forms of one place (the beginning of its code) and year are zero, blank, or not applicable?
-- note-zh: 空白不是零：对空白求和会丢掉它，而不会加零。
-- note-en: A blank is no zero: a sum leaves it out rather than adding nothing.
-- :area = '99'
-- :year = 2020
SELECT edition, SUM(CASE WHEN meaning = 'number' THEN 1 ELSE 0 END) AS numbers,
    SUM(CASE WHEN meaning = 'zero' THEN 1 ELSE 0 END) AS zeros, SUM(CASE WHEN meaning = 'blank' THEN 1 ELSE 0 END) AS blanks,
    SUM(CASE WHEN meaning = 'na' THEN 1 ELSE 0 END) AS not_applicable
FROM facts
WHERE origin = 'form' AND year = CAST(:year AS INTEGER) AND division_code LIKE :area || '%'
GROUP BY edition
ORDER BY edition
