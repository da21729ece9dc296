-- topic: page
-- zh: 哪些页面的文字有损坏，是怎样的损坏？
-- en: Which pages have damaged text, and what kind?
-- note-zh: 修复前的字节都在存档里。
-- note-en: The bytes before repair are all in the archive.
SELECT v.publisher, v.year, v.hijack_verdict, CASE WHEN CAST(w.damage AS TEXT) LIKE '%gloss%' THEN 'readings between the characters'
    WHEN CAST(w.damage AS TEXT) LIKE '%dropped%' THEN 'characters are missing' ELSE CAST(w.damage AS TEXT) END AS damage
FROM versions v JOIN report_version w ON w.id = v.version_id
WHERE w.damage IS NOT NULL AND CAST(w.damage AS TEXT) <> '[]'
ORDER BY v.division_code, v.year
