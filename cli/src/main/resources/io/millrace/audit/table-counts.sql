WITH bronze AS (
    SELECT 'bronze' AS part, CAST(floor(to_unixtime(_received_at) / 60) AS bigint) AS received_minute
    FROM ${bronze}
    WHERE _received_at >= from_unixtime(${from_second}) AND _received_at < from_unixtime(${to_second})
),

silver AS (
    SELECT 'silver' AS part, CAST(floor(to_unixtime(_received_at) / 60) AS bigint) AS received_minute
    FROM ${silver}
    WHERE _received_at >= from_unixtime(${from_second}) AND _received_at < from_unixtime(${to_second})
),

quarantine AS (
    SELECT _stage AS part, CAST(floor(to_unixtime(_received_at) / 60) AS bigint) AS received_minute
    FROM ${quarantine}
    WHERE _received_at >= from_unixtime(${from_second}) AND _received_at < from_unixtime(${to_second})
),

replays AS (
    SELECT 'replayed ' || _stage AS part, CAST(floor(to_unixtime(_received_at) / 60) AS bigint) AS received_minute
    FROM ${replays}
    WHERE _received_at >= from_unixtime(${from_second}) AND _received_at < from_unixtime(${to_second})
        AND dataset = '${dataset}'
),

parts AS (
    SELECT * FROM bronze
    UNION ALL
    SELECT * FROM silver
    UNION ALL
    SELECT * FROM quarantine
    UNION ALL
    SELECT * FROM replays
)

SELECT part, received_minute, count(*) AS row_count
FROM parts
GROUP BY part, received_minute
