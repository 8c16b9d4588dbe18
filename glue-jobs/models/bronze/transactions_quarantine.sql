-- Order lines for whose day nobody has landed a rate of their currency yet; every run looks again.
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
    event_type,
    transaction_date AS event_timestamp,
    CAST(
      to_json(
        struct(
          event_id, transaction_id, order_id, customer_id, product_id, quantity, amount, currency, transaction_date,
          event_type, region
        )
      ) AS BINARY
    ) AS payload,
    'row' AS _stage,
    concat('has no rate of ', currency, ' for ', CAST(transaction_date AS DATE)) AS _reason,
    'exchange_rate' AS _rule,
    '/currency' AS _pointer,
    CAST(NULL AS STRING) AS _context,
    _batch_id,
    _received_at,
    _ingested_at,
    _source_system,
    _source_file,
    _source_position,
    _contract_version,
    _service_version
  FROM amounts
  WHERE exchange_rate IS NULL
)

SELECT * FROM final
