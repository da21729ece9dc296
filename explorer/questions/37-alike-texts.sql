-- topic: doubt
-- zh: 某县之内，哪些机构同一年的正文雷同（改了地名和数字的也算）？
-- en: Whose texts in one county are nearly the same in one year, other names and figures apart?
-- note-zh: percent 是由六十个比特估出的相同文句比例，误差约一成；不到七成的不列。数字、地名、机构名和表格文字不参与比较。
-- note-en: percent is an estimate from sixty bits of the share of wording in common, give or take a tenth; below seventy none is shown. Figures, names of place and publisher, and the labels of the form do not count.
-- :county = '990221'
-- :year = 2021
SELECT publisher AS one, other_publisher AS other, year, percent
FROM alike
WHERE division_code LIKE :county || '%' AND year = CAST(:year AS INTEGER)
ORDER BY percent DESC, publisher, other_publisher
