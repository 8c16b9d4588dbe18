-- Each day in one row: who came, who was new, who came back, how long they stayed, what they spent.
WITH source_user_days AS (
  SELECT * FROM ${silver}.user_days_silver
),

source_first_days AS (
  SELECT * FROM ${silver}.user_first_days_silver
),

source_sessions AS (
  SELECT * FROM ${silver}.clickstream_silver
),

source_transactions AS (
  SELECT * FROM ${silver}.transactions_silver
),

activity AS (
  SELECT
    activity_date AS summary_date,
    sum(total_events) AS total_events,
    count(*) AS total_users
  FROM source_user_days
  GROUP BY activity_date
),

newcomers AS (
  SELECT
    new.first_date AS summary_date,
    count(DISTINCT new.user_id) AS new_users,
    count_if(later.activity_date = date_add(new.first_date, 1)) AS d1_users,
    count_if(later.activity_date = date_add(new.first_date, 7)) AS d7_users,
    count_if(later.activity_date = date_add(new.first_date, 30)) AS d30_users
  FROM source_first_days AS new
  LEFT JOIN source_user_days AS later
    ON later.user_id = new.user_id
    AND datediff(later.activity_date, new.first_date) IN (1, 7, 30)
  GROUP BY new.first_date
),

visits AS (
  SELECT
    CAST(started_at AS DATE) AS summary_date,
    count(*) AS sessions,
    count_if(is_bounce) AS bounces,
    -- Whole microseconds, whose sum does not depend on the order of rows.
    sum(unix_micros(ended_at) - unix_micros(started_at)) AS duration_micros
  FROM source_sessions
  GROUP BY CAST(started_at AS DATE)
),

revenue AS (
  SELECT
    CAST(transaction_date AS DATE) AS summary_date,
    sum(amount_usd) AS revenue_usd
  FROM source_transactions
  WHERE event_type = 'order_completed'
  GROUP BY CAST(transaction_date AS DATE)
),

dates AS (
  SELECT summary_date FROM activity
  UNION
  SELECT summary_date FROM visits
  UNION
  SELECT summary_date FROM revenue
),

counts AS (
  SELECT
    dates.summary_date,
    coalesce(activity.total_events, 0) AS total_events,
    coalesce(activity.total_users, 0) AS total_users,
    coalesce(newcomers.new_users, 0) AS new_users,
    coalesce(newcomers.d1_users, 0) AS d1_users,
    coalesce(newcomers.d7_users, 0) AS d7_users,
    coalesce(newcomers.d30_users, 0) AS d30_users,
    coalesce(visits.sessions, 0) AS sessions,
    coalesce(visits.bounces, 0) AS bounces,
    visits.duration_micros,
    coalesce(revenue.revenue_usd, 0) AS revenue_usd
  FROM dates
  LEFT JOIN activity ON activity.summary_date = dates.summary_date
  LEFT JOIN newcomers ON newcomers.summary_date = dates.summary_date
  LEFT JOIN visits ON visits.summary_date = dates.summary_date
  LEFT JOIN revenue ON revenue.summary_date = dates.summary_date
),

final AS (
  SELECT
    summary_date,
    total_events,
    total_users,
    new_users,
    -- Whoever is active and not new was seen before.
    total_users - new_users AS returning_users,
    100D * (total_users - new_users) / nullif(total_users, 0) AS returning_pct,
    sessions,
    CAST(bounces AS DOUBLE) / nullif(sessions, 0) AS bounce_rate,
    duration_micros / 1000000D / nullif(sessions, 0) AS avg_session_duration_seconds,
    CAST(d1_users AS DOUBLE) / nullif(new_users, 0) AS d1_retention,
    CAST(d7_users AS DOUBLE) / nullif(new_users, 0) AS d7_retention,
    CAST(d30_users AS DOUBLE) / nullif(new_users, 0) AS d30_retention,
    revenue_usd
  FROM counts
)

SELECT * FROM final
