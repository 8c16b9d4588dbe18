SELECT
    '${layer}' AS layer,
    '${dataset}' AS dataset,
    '${table}' AS table_name,
    _source_system,
    _batch_id,
    to_iso8601(_received_at) AS received_at,
    to_iso8601(_ingested_at) AS ingested_at,
    _source_position,
    _contract_version,
    "$path" AS path,
    cast(NULL AS varchar) AS stage,
    cast(NULL AS varchar) AS rule,
    cast(NULL AS varchar) AS pointer,
    cast(NULL AS varchar) AS reason,
    cast(NULL AS varchar) AS replayed_at,
    cast(NULL AS varchar) AS fate
FROM ${table}
WHERE ${column} = ? AND _received_at >= from_iso8601_timestamp(?)
