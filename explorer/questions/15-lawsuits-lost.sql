-- topic: dispute
-- zh: 哪些机构在信息公开诉讼中被纠正过？
-- en: Which publishers had decisions corrected by a court?
SELECT lost.publisher, lost.year, cases.value AS lawsuits, lost.value AS corrected
FROM series lost JOIN series cases ON cases.report_id = lost.report_id AND cases.series = 'lawsuits'
WHERE lost.series = 'lawsuits_corrected' AND lost.value > 0
ORDER BY lost.value DESC, lost.year, lost.division_code
