SELECT
  summary_date, total_events, total_users, new_users, sessions, round(bounce_rate, 3) AS bounce_rate, revenue_usd
FROM daily_summary_gold
ORDER BY total_events DESC
LIMIT 3
