-- Order lines for whose day nobody has landed a rate of their currency yet; every run looks again.
WITH rated_orders AS (
  SELECT * FROM ${shared}.rated_orders
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
    broken_rule AS _rule,
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
  FROM rated_orders
  WHERE broken_rule IS NOT NULL
)

SELECT * FROM final
