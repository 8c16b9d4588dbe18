SELECT
    '${layer}' AS layer,
    '${dataset}' AS dataset,
    '${table}' AS table_name,
    quarantined._source_system,
    quarantined._batch_id,
    to_iso8601(quarantined._received_at) AS received_at,
    to_iso8601(quarantined._ingested_at) AS ingested_at,
    quarantined._source_position,
    quarantined._contract_version,
    quarantined."$path" AS path,
    quarantined._stage AS stage,
    quarantined._rule AS rule,
    quarantined._pointer AS pointer,
    quarantined._reason AS reason,
    to_iso8601(replays.replayed_at) AS replayed_at,
    replays.fate
FROM ${table} AS quarantined
${their_replays}
WHERE quarantined.${column} = ? AND quarantined._received_at >= from_iso8601_timestamp(?)
