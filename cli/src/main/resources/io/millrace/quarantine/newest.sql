WITH quarantined AS (
${rows}
)

SELECT *
FROM quarantined
ORDER BY received_at DESC, position DESC
LIMIT ${limit}
