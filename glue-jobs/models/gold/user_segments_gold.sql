-- Who each user is at the end of a day, by what they did until then, and what may be done about it.
WITH source_user_days AS (
  SELECT * FROM ${silver}.user_days_silver WHERE activity_date <= ${as_of}
),

source_sessions AS (
  SELECT * FROM ${silver}.clickstream_silver WHERE started_at < date_add(${as_of}, 1)
),

source_transactions AS (
  SELECT * FROM ${silver}.transactions_silver WHERE transaction_date < date_add(${as_of}, 1)
),

activity AS (
  SELECT
    user_id,
    datediff(${as_of}, max(activity_date)) AS r,
    coalesce(sum(total_events) FILTER (WHERE activity_date > date_sub(${as_of}, 30)), 0) AS f,
    -- The average of the gaps between active days is all of them together through their number.
    CAST(datediff(max(activity_date), min(activity_date)) AS DOUBLE) / nullif(count(*) - 1, 0) AS g
  FROM source_user_days
  GROUP BY user_id
),

sessions AS (
  SELECT user AS user_id, count(*) AS s
  FROM source_sessions
  WHERE CAST(started_at AS DATE) > date_sub(${as_of}, 30)
  GROUP BY user
),

revenue AS (
  SELECT customer_id AS user_id, sum(amount_usd) AS m
  FROM source_transactions
  WHERE event_type = 'order_completed' AND CAST(transaction_date AS DATE) > date_sub(${as_of}, 90)
  GROUP BY customer_id
),

measures AS (
  SELECT
    activity.user_id,
    activity.r,
    coalesce(revenue.m, 0) AS m,
    40D * least(1D, activity.f / 100D)
      + 30D * least(1D, coalesce(sessions.s, 0) / 20D)
      + 30D * greatest(0D, 1D - activity.r / 30D) AS engagement_score,
    -- Who was active on one day only has no gap.
    least(1D, activity.r / (3D * greatest(1D, coalesce(activity.g, 0D)))) AS churn_risk
  FROM activity
  LEFT JOIN sessions ON sessions.user_id = activity.user_id
  LEFT JOIN revenue ON revenue.user_id = activity.user_id
),

segments AS (
  SELECT
    user_id,
    CASE
      WHEN r > 30 THEN 'Inactive'
      WHEN engagement_score >= 75 OR m >= 1000 THEN 'VIP'
      WHEN engagement_score >= 40 THEN 'Active'
      ELSE 'Regular'
    END AS segment,
    engagement_score,
    churn_risk,
    CASE WHEN churn_risk >= 0.7D THEN 'high' WHEN churn_risk >= 0.4D THEN 'medium' ELSE 'low' END AS churn_level
  FROM measures
),

final AS (
  SELECT
    user_id,
    ${as_of} AS as_of,
    segment,
    engagement_score,
    churn_risk,
    churn_level,
    CASE
      WHEN segment = 'VIP' AND churn_level = 'high' THEN 'personal outreach'
      WHEN segment = 'VIP' THEN 'early access'
      WHEN segment = 'Active' AND churn_level = 'high' THEN 'win-back offer'
      WHEN segment = 'Active' THEN 'cross-sell'
      WHEN segment = 'Regular' THEN 'onboarding tips'
      ELSE 'reactivation campaign'
    END AS recommended_action
  FROM segments
)

SELECT * FROM final
