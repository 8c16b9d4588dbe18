-- One row per user, who is a user_id, else an anonymous_id: when seen, how active, what is known.
WITH source_events AS (
  SELECT * FROM ${silver}.app_events_silver
),

source_clicks AS (
  SELECT * FROM ${silver}.clickstream_clicks_silver
),

source_updates AS (
  SELECT * FROM ${silver}.user_updates_silver
),

source_sessions AS (
  SELECT * FROM ${silver}.clickstream_silver
),

seen AS (
  SELECT coalesce(user_id, anonymous_id) AS user_id, event_timestamp, 1 AS events FROM source_events
  UNION ALL
  SELECT coalesce(user_id, anonymous_id), event_timestamp, 0 FROM source_clicks
  UNION ALL
  SELECT user_id, event_timestamp, 0 FROM source_updates
),

users AS (
  SELECT
    user_id,
    min(event_timestamp) AS first_seen,
    max(event_timestamp) AS last_seen,
    sum(events) AS total_events
  FROM seen
  WHERE user_id IS NOT NULL
  GROUP BY user_id
),

sessions AS (
  SELECT user AS user_id, count(*) AS total_sessions
  FROM source_sessions
  WHERE user IS NOT NULL
  GROUP BY user
),

updates AS (
  SELECT
    *,
    struct(event_timestamp, _received_at, length(_source_position), _source_position) AS place
  FROM source_updates
),

traits AS (
  SELECT
    user_id,
    max_by(email, place) FILTER (WHERE email IS NOT NULL) AS email,
    max_by(phone, place) FILTER (WHERE phone IS NOT NULL) AS phone,
    max_by(age, place) FILTER (WHERE age IS NOT NULL) AS age,
    max_by(birth_date, place) FILTER (WHERE birth_date IS NOT NULL) AS birth_date,
    max_by(country, place) FILTER (WHERE country IS NOT NULL) AS country,
    max_by(status, place) FILTER (WHERE status IS NOT NULL) AS status,
    max_by(name, place) FILTER (WHERE name IS NOT NULL) AS name,
    max_by(created_date, place) FILTER (WHERE created_date IS NOT NULL) AS created_date
  FROM updates
  GROUP BY user_id
),

final AS (
  SELECT
    users.user_id,
    users.first_seen,
    users.last_seen,
    users.total_events,
    coalesce(sessions.total_sessions, 0) AS total_sessions,
    traits.email,
    traits.phone,
    traits.age,
    traits.birth_date,
    traits.country,
    traits.status,
    traits.name,
    traits.created_date
  FROM users
  LEFT JOIN sessions ON sessions.user_id = users.user_id
  LEFT JOIN traits ON traits.user_id = users.user_id
)

SELECT * FROM final
