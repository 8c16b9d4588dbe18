-- Events by hour, type and app.
WITH source_events AS (
  SELECT * FROM ${silver}.app_events_silver
),

events AS (
  SELECT
    CAST(event_timestamp AS DATE) AS metric_date,
    hour(event_timestamp) AS metric_hour,
    event_type,
    app_type,
    coalesce(user_id, anonymous_id) AS user,
    event_value
  FROM source_events
),

metrics AS (
  SELECT
    metric_date,
    metric_hour,
    event_type,
    app_type,
    count(*) AS total_events,
    count(DISTINCT user) AS unique_users,
    min(event_value) AS value_min,
    max(event_value) AS value_max,
    count(event_value) AS value_count,
    -- Added from the smallest to the largest, so that the sum's last digit does not depend on how rows lie in files.
    aggregate(array_sort(collect_list(event_value)), 0D, (total, value) -> total + value) AS value_sum
  FROM events
  GROUP BY metric_date, metric_hour, event_type, app_type
),

final AS (
  SELECT
    metric_date,
    metric_hour,
    event_type,
    app_type,
    total_events,
    unique_users,
    value_min,
    value_max,
    value_sum / nullif(value_count, 0) AS value_avg,
    CASE WHEN value_count > 0 THEN value_sum END AS value_sum
  FROM metrics
)

SELECT * FROM final
