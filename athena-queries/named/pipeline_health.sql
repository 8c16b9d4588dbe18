-- How the stream does, by dataset: what came in the last hour, when the newest came, and how long rows took until their file was written.
WITH received AS (
  -- for each dataset
  SELECT '${dataset}' AS dataset, _received_at, _ingested_at
  FROM ${bronze}.${dataset}_bronze
  WHERE _received_at >= current_timestamp - INTERVAL '1' DAY
  -- union all
),

delays AS (
  SELECT
    dataset,
    _received_at,
    _received_at >= current_timestamp - INTERVAL '1' HOUR AS is_last_hour,
    date_diff('millisecond', _received_at, _ingested_at) / 1E3 AS delay_seconds
  FROM received
),

final AS (
  SELECT
    dataset,
    count(*) AS events_last_day,
    count_if(is_last_hour) AS events_last_hour,
    CAST(max(_received_at) AT TIME ZONE 'UTC' AS timestamp(3)) AS newest_received_at,
    date_diff('second', max(_received_at), current_timestamp) AS freshness_seconds,
    round(approx_percentile(delay_seconds, 5E-1), 1) AS delay_seconds_p50,
    round(approx_percentile(delay_seconds, 95E-2), 1) AS delay_seconds_p95
  FROM delays
  GROUP BY dataset
)

SELECT * FROM final
ORDER BY dataset
