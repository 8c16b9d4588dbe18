-- The catalogue as it was landed last: the newest row of each product.
WITH source_products AS (
  SELECT * FROM ${silver}.products_rows
),

ranked AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY product_id
      ORDER BY _received_at DESC, _source_file DESC, try_cast(_source_position AS BIGINT) DESC
    ) AS newest
  FROM source_products
),

final AS (
  SELECT product_id, product_name, category, price, unit_cost, currency, _received_at AS updated_at, _source_file
  FROM ranked
  WHERE newest = 1
)

SELECT * FROM final
