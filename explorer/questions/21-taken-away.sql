-- topic: punctuality
-- zh: 哪些年报公布后又从网站上消失了？
-- en: Which reports were published and have since gone from the site?
-- note-zh: 存档里的网页和数字仍在。
-- note-en: The archived page and its figures are still kept.
SELECT publisher, year, state, publish_date
FROM coverage
WHERE state = 'gone'
ORDER BY division_code, year
