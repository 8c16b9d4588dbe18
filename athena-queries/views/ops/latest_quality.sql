-- The newest audit of each table: its score, and which of its checks failed. One of a version that was not published is
-- on another branch than main.
WITH source_results AS (
  SELECT * FROM ${ops}.quality_results
),

newest AS (
  SELECT
    *,
    rank() OVER (PARTITION BY layer, table_name ORDER BY checked_at DESC, run_id DESC) AS age
  FROM source_results
),

final AS (
  SELECT
    layer,
    table_name,
    owner,
    branch,
    CAST(max(checked_at) AT TIME ZONE 'UTC' AS timestamp(3)) AS checked_at,
    max(table_rows) AS table_rows,
    max(table_score) AS score,
    max(gate) AS gate,
    bool_and(table_passed) AS passed,
    count(*) AS checks,
    count_if(rows_failed > 0) AS failed_checks,
    array_join(array_agg(rule || ' of ' || column_name ORDER BY rule, column_name) FILTER (WHERE rows_failed > 0), ', ')
      AS failures
  FROM newest
  WHERE age = 1
  GROUP BY layer, table_name, owner, branch
)

SELECT * FROM final
