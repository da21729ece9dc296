-- topic: operator
-- zh: 每个网站有多少网址答了、多少没有答？
-- en: How many addresses of each site answered, and how many did not?
-- note-zh: not_modified 表示网页自上次以来未变，也是回答。
-- note-en: not_modified says that the page has not changed since the last time, which is an answer.
SELECT site, COUNT(DISTINCT url) AS addresses,
    COUNT(DISTINCT CASE WHEN outcome IN ('ok', 'not_modified') THEN url END) AS answered,
    COUNT(DISTINCT CASE WHEN outcome NOT IN ('ok', 'not_modified') THEN url END) AS not_answered
FROM captures
GROUP BY site
ORDER BY site
