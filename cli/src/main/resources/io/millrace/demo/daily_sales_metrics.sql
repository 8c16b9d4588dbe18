SELECT sale_date, product_category, total_transactions, round(total_revenue, 2) AS total_revenue, unique_customers
FROM daily_sales_metrics
ORDER BY total_revenue DESC
LIMIT 4
