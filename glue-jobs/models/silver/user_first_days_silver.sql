-- The day on which each user did something in an app for the first time.
WITH source_user_days AS (
  SELECT * FROM ${silver}.user_days_silver
),

final AS (
  SELECT
    user_id,
    min(activity_date) AS first_date
  FROM source_user_days
  GROUP BY user_id
)

SELECT * FROM final
