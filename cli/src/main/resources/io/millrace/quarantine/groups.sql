SELECT
    '${dataset}' AS dataset,
    _stage AS stage,
    _rule AS rule,
    count(*) AS row_count,
    to_iso8601(min(_received_at)) AS first_seen,
    to_iso8601(max(_received_at)) AS last_seen
FROM ${with_replays}
WHERE ${condition}
GROUP BY _stage, _rule
