-- topic: dispute
-- zh: 某年哪些机构在信息公开诉讼中被纠正过？
-- en: Which publishers had decisions corrected by a court in one year?
-- :year = 2018
SELECT lost.publisher, lost.year, cases.value AS lawsuits, lost.value AS corrected
FROM series lost JOIN series cases ON cases.report_id = lost.report_id AND cases.series = 'lawsuits'
WHERE lost.series = 'lawsuits_corrected' AND lost.value > 0 AND lost.year = CAST(:year AS INTEGER)
ORDER BY lost.value DESC, lost.year, lost.division_code
