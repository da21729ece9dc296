-- topic: doubt
-- zh: 谁没有用、或用错了国家规定的表格？
-- en: Who did not use the national form, or used an old one?
-- note-zh: 2014 年起国家有统一表格：只有文字的年报记为 form-missing。
-- note-en: There is a national form since 2014: a report in prose alone fails form-missing.
SELECT publisher, year, rule, right_side AS expected, left_side AS found
FROM findings
WHERE rule IN ('form-missing', 'form-edition') AND outcome = 'fail'
ORDER BY division_code, year
