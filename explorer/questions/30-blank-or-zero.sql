-- topic: doubt
-- zh: 各版表格里，零、空白、“不适用”各有多少格？
-- en: How many cells of each form are zero, blank, or not applicable?
-- note-zh: 空白不是零：对空白求和会丢掉它，而不会加零。
-- note-en: A blank is no zero: a sum leaves it out rather than adding nothing.
SELECT edition, SUM(CASE WHEN meaning = 'number' THEN 1 ELSE 0 END) AS numbers,
    SUM(CASE WHEN meaning = 'zero' THEN 1 ELSE 0 END) AS zeros, SUM(CASE WHEN meaning = 'blank' THEN 1 ELSE 0 END) AS blanks,
    SUM(CASE WHEN meaning = 'na' THEN 1 ELSE 0 END) AS not_applicable
FROM facts
WHERE origin = 'form'
GROUP BY edition
ORDER BY edition
