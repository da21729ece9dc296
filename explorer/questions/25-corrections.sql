-- topic: doubt
-- zh: 哪些数字在公布以后改过？
-- en: Which figures were changed after publication?
-- note-zh: cause = 'published' 是网页变了；'reread' 是程序换了读法，不算改数。
-- note-en: cause = 'published': the page changed; 'reread': the program reads better, which is no correction.
SELECT publisher, year, code, old_raw, new_raw, origin
FROM changes
WHERE cause = 'published' AND code IS NOT NULL
ORDER BY division_code, year, number
