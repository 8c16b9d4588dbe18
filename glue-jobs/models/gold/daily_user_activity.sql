-- What each user did in the apps on each of the last 30 days.
WITH source_user_days AS (
  SELECT * FROM ${silver}.user_days_silver
),

final AS (
  SELECT
    user_id,
    activity_date,
    total_events,
    unique_event_types,
    first_event_time,
    last_event_time
  FROM source_user_days
  WHERE activity_date > date_sub(${as_of}, 30)
)

SELECT * FROM final
