-- Order lines in US dollars, by the rate of their day. A line without a rate is in transactions_quarantine until it has one.
WITH source_orders AS (
  SELECT * FROM ${silver}.orders_silver
),

source_rates AS (
  SELECT * FROM ${silver}.exchange_rates_rows
),

ranked AS (
  SELECT
    source_currency,
    rate_date,
    exchange_rate,
    row_number() OVER (
      PARTITION BY source_currency, rate_date
      ORDER BY _received_at DESC, _source_file DESC, try_cast(_source_position AS BIGINT) DESC
    ) AS newest
  FROM source_rates
),

rates AS (
  SELECT source_currency, rate_date, exchange_rate
  FROM ranked
  WHERE newest = 1
),

amounts AS (
  SELECT
    orders.*,
    CASE WHEN orders.currency = 'USD' THEN 1 ELSE rates.exchange_rate END AS exchange_rate
  FROM source_orders AS orders
  LEFT JOIN rates
    ON rates.source_currency = orders.currency
    AND rates.rate_date = CAST(orders.transaction_date AS DATE)
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
  FROM amounts
  WHERE exchange_rate IS NOT NULL
)

SELECT * FROM final
