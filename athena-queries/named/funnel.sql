-- Purchase funnel of 30 days: users who viewed, then clicked, then bought, in this order; a user is a user_id, else an anonymous_id.
WITH source_events AS (
  SELECT * FROM ${silver}.app_events_silver
),

events AS (
  SELECT coalesce(user_id, anonymous_id) AS user_id, event_type, event_timestamp
  FROM source_events
  WHERE event_timestamp >= current_timestamp - INTERVAL '30' DAY
    AND event_type IN ('view', 'click', 'purchase')
),

viewed AS (
  SELECT user_id, min(event_timestamp) AS at
  FROM events
  WHERE event_type = 'view'
  GROUP BY user_id
),

clicked AS (
  SELECT events.user_id, min(events.event_timestamp) AS at
  FROM events
  JOIN viewed ON viewed.user_id = events.user_id AND events.event_timestamp >= viewed.at
  WHERE events.event_type = 'click'
  GROUP BY events.user_id
),

bought AS (
  SELECT events.user_id, min(events.event_timestamp) AS at
  FROM events
  JOIN clicked ON clicked.user_id = events.user_id AND events.event_timestamp >= clicked.at
  WHERE events.event_type = 'purchase'
  GROUP BY events.user_id
),

steps AS (
  SELECT 1 AS step, 'view' AS name, count(*) AS users FROM viewed
  UNION ALL
  SELECT 2, 'click', count(*) FROM clicked
  UNION ALL
  SELECT 3, 'purchase', count(*) FROM bought
),

final AS (
  SELECT
    step,
    name,
    users,
    round(1E2 * users / nullif(lag(users) OVER (ORDER BY step), 0), 1) AS pct_of_step_before,
    round(1E2 * users / nullif(first_value(users) OVER (ORDER BY step), 0), 1) AS pct_of_first
  FROM steps
)

SELECT * FROM final
ORDER BY step
