-- topic: trend
-- zh: 某地历年收到多少件政府信息公开申请？
-- en: How many applications did a place receive each year?
-- note-zh: edition 是读数所依据的表格版本：换版处口径不同，比较前请看 comparability。value 为空表示缺数或自相矛盾，不是零。
-- note-en: edition is the form the figure was read off: where it changes, read comparability before comparing. An empty value is missing or contradictory, never zero.
-- :place = 青岚县
SELECT year, value, edition, comparability
FROM series
WHERE series = 'applications_received' AND division = :place
ORDER BY year
