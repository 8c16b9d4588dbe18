SELECT segment, churn_level, count(*) AS users, round(avg(engagement_score), 1) AS engagement
FROM user_segments_gold
GROUP BY 1, 2
ORDER BY users DESC
LIMIT 5
