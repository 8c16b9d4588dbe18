-- Each day in one row for a dashboard: visitors, visits and sales. A day with sales alone is there too.
WITH source_days AS (
  SELECT * FROM ${gold}.daily_summary_gold
),

source_sales AS (
  SELECT * FROM ${gold}.daily_sales_metrics
),

sales AS (
  SELECT
    sale_date,
    sum(total_transactions) AS transactions,
    sum(total_revenue) AS revenue_usd,
    max_by(product_category, total_revenue) AS best_category
  FROM source_sales
  GROUP BY sale_date
),

final AS (
  SELECT
    coalesce(days.summary_date, sales.sale_date) AS day,
    CAST(coalesce(days.total_users, 0) AS bigint) AS users,
    CAST(coalesce(days.new_users, 0) AS bigint) AS new_users,
    CAST(coalesce(days.sessions, 0) AS bigint) AS sessions,
    CAST(days.bounce_rate AS double) AS bounce_rate,
    CAST(coalesce(sales.transactions, 0) AS bigint) AS transactions,
    CAST(coalesce(sales.revenue_usd, 0) AS double) AS revenue_usd,
    sales.best_category
  FROM source_days AS days
  FULL OUTER JOIN sales ON sales.sale_date = days.summary_date
)

SELECT * FROM final
