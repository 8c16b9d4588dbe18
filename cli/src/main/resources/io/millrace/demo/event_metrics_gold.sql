SELECT metric_date, metric_hour, event_type, app_type, total_events, unique_users
FROM event_metrics_gold
ORDER BY total_events DESC
LIMIT 4
