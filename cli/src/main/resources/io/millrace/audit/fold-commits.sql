SELECT
    cast(element_at(summary, 'millrace.fold') AS bigint) AS fold,
    cast(to_unixtime(committed_at) * 1000 AS bigint) AS committed_ms
FROM ${snapshots}
WHERE element_at(summary, 'millrace.fold') IS NOT NULL
