-- topic: operator
-- zh: 每个网站最近一次抓取结果如何？
-- en: How did the last crawl of each site end?
SELECT site, name, last_outcome, crawls, troubled_crawls, reports, reports_hijacked, oldest_year, newest_year
FROM sites_health
ORDER BY site
