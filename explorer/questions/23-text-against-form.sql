-- topic: doubt
-- zh: 正文与表格说法不一的有哪些？
-- en: Where do the text and the form of one report disagree?
-- note-zh: 两边都照原样保存，不作改正。
-- note-en: Both are kept as printed; neither is corrected.
SELECT publisher, year, left_side AS stated, right_side AS in_form, message
FROM findings
WHERE rule = 'any-prose' AND outcome = 'fail'
ORDER BY division_code, year
