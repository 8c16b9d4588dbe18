-- Retention of users who were new in the last 60 days: of those first seen on a day, how many were there 1, 7 and 30 days later.
-- A day that is not over yet has no figure.
WITH source_events AS (
  SELECT * FROM ${silver}.app_events_silver
),

days AS (
  SELECT DISTINCT coalesce(user_id, anonymous_id) AS user_id, date(event_timestamp AT TIME ZONE 'UTC') AS day
  FROM source_events
),

cohorts AS (
  SELECT user_id, min(day) AS first_day
  FROM days
  GROUP BY user_id
),

counts AS (
  SELECT
    cohorts.first_day,
    count(DISTINCT cohorts.user_id) AS new_users,
    count_if(date_diff('day', cohorts.first_day, days.day) = 1) AS d1_users,
    count_if(date_diff('day', cohorts.first_day, days.day) = 7) AS d7_users,
    count_if(date_diff('day', cohorts.first_day, days.day) = 30) AS d30_users
  FROM cohorts
  JOIN days ON days.user_id = cohorts.user_id
  WHERE cohorts.first_day >= current_date - INTERVAL '60' DAY
  GROUP BY cohorts.first_day
),

final AS (
  SELECT
    first_day,
    new_users,
    IF(first_day + INTERVAL '1' DAY < current_date, round(1E2 * d1_users / new_users, 1)) AS d1_pct,
    IF(first_day + INTERVAL '7' DAY < current_date, round(1E2 * d7_users / new_users, 1)) AS d7_pct,
    IF(first_day + INTERVAL '30' DAY < current_date, round(1E2 * d30_users / new_users, 1)) AS d30_pct
  FROM counts
)

SELECT * FROM final
ORDER BY first_day
