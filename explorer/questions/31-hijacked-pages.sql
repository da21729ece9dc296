-- topic: page
-- zh: 哪些网页被篡改、冒充或伪装过？
-- en: Which pages were hijacked, copied or disguised?
-- note-zh: 它们不进入 reports、facts、series；证据在 evidence 一列。
-- note-en: They are kept out of reports, facts and series; the column evidence says why.
SELECT site, year, hijack_verdict, publisher_as_printed, title_as_printed
FROM hijacked
ORDER BY site, year
