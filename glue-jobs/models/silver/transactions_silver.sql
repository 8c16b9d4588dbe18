-- Order lines in US dollars, by the rate of their day. A line without a rate is in transactions_quarantine until it has one.
WITH rated_orders AS (
  SELECT * FROM ${shared}.rated_orders
),

final AS (
  SELECT
    event_id,
    transaction_id,
    order_id,
    customer_id,
    product_id,
    quantity,
    amount,
    currency,
    exchange_rate,
    amount * exchange_rate AS amount_usd,
    transaction_date,
    event_type,
    region,
    _batch_id,
    _received_at,
    _ingested_at,
    _source_system,
    _source_file,
    _source_position,
    _contract_version,
    _service_version
  FROM rated_orders
  WHERE broken_rule IS NULL
)

SELECT * FROM final
