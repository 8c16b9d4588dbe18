WITH quarantine AS (
    SELECT _stage, count(*) AS row_count
    FROM ${quarantine}
    GROUP BY _stage
),

replays AS (
    SELECT 'replayed ' || _stage AS part, count(*) AS row_count
    FROM ${replays}
    WHERE dataset = '${dataset}'
    GROUP BY _stage
)

SELECT 'bronze' AS part, count(*) AS row_count FROM ${bronze}
UNION ALL
SELECT 'silver' AS part, count(*) AS row_count FROM ${silver}
UNION ALL
SELECT _stage AS part, row_count FROM quarantine
UNION ALL
SELECT part, row_count FROM replays
