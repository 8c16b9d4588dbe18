SELECT
    "$path" AS path,
    cast(to_unixtime(_received_at) * 1000 AS bigint) AS received_ms,
    count(*) AS row_count
FROM ${table}
WHERE _received_at >= from_iso8601_timestamp('${since}')
GROUP BY 1, 2
