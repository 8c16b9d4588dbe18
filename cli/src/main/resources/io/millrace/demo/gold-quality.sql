SELECT
  table_name AS "table",
  max_by(table_score, checked_at) AS score,
  max_by(table_passed, checked_at) AS passed,
  count(*) AS checks
FROM quality_results
WHERE layer = 'gold' AND branch = 'main'
GROUP BY 1
ORDER BY 1
