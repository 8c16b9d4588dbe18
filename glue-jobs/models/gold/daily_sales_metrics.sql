-- Completed sales by day and product category, in US dollars.
WITH source_transactions AS (
  SELECT * FROM ${silver}.transactions_silver
),

source_products AS (
  SELECT * FROM ${silver}.dim_product
),

sales AS (
  SELECT
    CAST(transactions.transaction_date AS DATE) AS sale_date,
    -- A product that nobody has landed yet is told from one that was landed without a category.
    CASE WHEN products.product_id IS NULL THEN 'unknown' ELSE products.category END AS product_category,
    transactions.transaction_id,
    transactions.customer_id,
    transactions.amount_usd
  FROM source_transactions AS transactions
  LEFT JOIN source_products AS products ON products.product_id = transactions.product_id
  WHERE transactions.event_type = 'order_completed'
),

metrics AS (
  SELECT
    sale_date,
    product_category,
    count(DISTINCT transaction_id) AS total_transactions,
    sum(amount_usd) AS total_revenue,
    count(DISTINCT customer_id) AS unique_customers
  FROM sales
  GROUP BY sale_date, product_category
),

final AS (
  SELECT
    sale_date,
    product_category,
    total_transactions,
    total_revenue,
    total_revenue / total_transactions AS avg_transaction_value,
    unique_customers
  FROM metrics
)

SELECT * FROM final
