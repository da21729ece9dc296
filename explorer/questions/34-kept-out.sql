-- topic: page
-- zh: 哪些页面列在目录里却不是年报，为什么？
-- en: Which listed pages are no annual reports, and why?
SELECT why, COUNT(DISTINCT url) AS pages
FROM not_reports
GROUP BY why
ORDER BY pages DESC, why
