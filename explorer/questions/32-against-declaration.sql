-- topic: page
-- zh: 哪些网站的页面声明的编码与实际不符？
-- en: Which sites declare an encoding that their bytes are not in?
SELECT site, COALESCE(declared_codec, '-') AS declared, codec, COUNT(DISTINCT url) AS pages
FROM captures_against_declaration
GROUP BY site, declared_codec, codec
ORDER BY site, pages DESC, declared
