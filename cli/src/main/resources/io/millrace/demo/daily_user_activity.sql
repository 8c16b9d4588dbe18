SELECT * FROM daily_user_activity LIMIT 3
