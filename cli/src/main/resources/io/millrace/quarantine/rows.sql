SELECT
    '${dataset}' AS dataset,
    to_iso8601(_received_at) AS received_at,
    _stage AS stage,
    _rule AS rule,
    _pointer AS pointer,
    _reason AS reason,
    event_id,
    _source_system AS source,
    _batch_id AS batch_id,
    _source_position AS position,
    _contract_version AS contract_version,
    ${payload} AS payload,
    to_iso8601(replayed_at) AS replayed_at,
    fate
FROM ${with_replays}
WHERE ${condition}
