-- One row per user, who is a user_id, else an anonymous_id, and day on which they did something in an app.
WITH source_events AS (
  SELECT * FROM ${silver}.app_events_silver
),

final AS (
  SELECT
    coalesce(user_id, anonymous_id) AS user_id,
    CAST(event_timestamp AS DATE) AS activity_date,
    count(*) AS total_events,
    count(DISTINCT event_type) AS unique_event_types,
    min(event_timestamp) AS first_event_time,
    max(event_timestamp) AS last_event_time
  FROM source_events
  WHERE coalesce(user_id, anonymous_id) IS NOT NULL
  GROUP BY coalesce(user_id, anonymous_id), CAST(event_timestamp AS DATE)
)

SELECT * FROM final
