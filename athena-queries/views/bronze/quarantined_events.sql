-- What broke its contract, of all datasets, as text, and whether it was brought in since.
WITH source_replays AS (
  SELECT * FROM ${ops}.quarantine_replays
),

quarantined AS (
  -- for each dataset
  SELECT
    '${dataset}' AS dataset, event_id, event_type, payload, _stage, _rule, _pointer, _reason,
    _batch_id, _received_at, _source_system, _source_position, _contract_version
  FROM ${bronze}.${dataset}_quarantine
  -- union all
),

final AS (
  SELECT
    quarantined.dataset,
    CAST(quarantined._received_at AT TIME ZONE 'UTC' AS timestamp(3)) AS received_at,
    quarantined._stage AS stage,
    quarantined._rule AS rule,
    quarantined._pointer AS pointer,
    quarantined._reason AS reason,
    quarantined.event_id,
    quarantined.event_type,
    quarantined._source_system AS source_system,
    quarantined._batch_id AS batch_id,
    quarantined._source_position AS source_position,
    quarantined._contract_version AS contract_version,
    from_utf8(quarantined.payload) AS payload,
    CAST(replays.replayed_at AT TIME ZONE 'UTC' AS timestamp(3)) AS replayed_at,
    replays.fate
  FROM quarantined
  LEFT JOIN source_replays AS replays
    ON replays.dataset = quarantined.dataset
    AND replays._source_position = quarantined._source_position
    AND replays._stage = quarantined._stage
    AND replays._received_at = quarantined._received_at
)

SELECT * FROM final
