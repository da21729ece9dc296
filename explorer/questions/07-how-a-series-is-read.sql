-- topic: trend
-- zh: 某个跨年序列在各版表格里是怎样读出来的？
-- en: How is a series read off each edition of the form?
-- :series = reviews
SELECT edition, expression, terms, comparability
FROM concordance
WHERE series = :series
ORDER BY edition
