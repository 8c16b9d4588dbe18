-- What each user did, in one list: app events, clicks, and the steps of orders. A user is a user_id, else an anonymous_id.
WITH source_events AS (
  SELECT * FROM ${silver}.app_events_silver
),

source_clicks AS (
  SELECT * FROM ${silver}.clickstream_clicks_silver
),

source_orders AS (
  SELECT * FROM ${silver}.orders_silver
),

moments AS (
  SELECT
    coalesce(user_id, anonymous_id) AS user_id, event_timestamp AS at, 'app_events' AS dataset, event_id,
    event_type AS action, app_type AS detail, session_id
  FROM source_events
  UNION ALL
  SELECT
    coalesce(user_id, anonymous_id), event_timestamp, 'clickstream', event_id,
    coalesce(action, 'click'), page, session_id
  FROM source_clicks
  UNION ALL
  SELECT
    customer_id, transaction_date, 'orders', event_id,
    event_type, product_id, NULL
  FROM source_orders
),

final AS (
  SELECT
    user_id,
    CAST(at AT TIME ZONE 'UTC' AS timestamp(3)) AS happened_at,
    dataset,
    event_id,
    action,
    detail,
    session_id
  FROM moments
)

SELECT * FROM final
