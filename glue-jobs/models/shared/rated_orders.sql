-- Each order line with the rate of its day, and the name of the rule that it breaks: null for one that can be summed.
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
    *,
    CASE WHEN exchange_rate IS NULL THEN 'exchange_rate' END AS broken_rule
  FROM amounts
)

SELECT * FROM final
