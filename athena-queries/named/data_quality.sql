-- What of the last 7 days broke its contract, by dataset and rule: how much, what share of all that came, and how much waits.
WITH source_quarantined AS (
  SELECT * FROM ${bronze}.quarantined_events
),

accepted AS (
  -- for each dataset
  SELECT '${dataset}' AS dataset, count(*) AS events
  FROM ${bronze}.${dataset}_bronze
  WHERE _received_at >= current_timestamp - INTERVAL '7' DAY
  -- union all
),

recent AS (
  SELECT *
  FROM source_quarantined
  WHERE received_at >= CAST(current_timestamp AT TIME ZONE 'UTC' AS timestamp(3)) - INTERVAL '7' DAY
),

door AS (
  SELECT dataset, count_if(stage = 'door') AS events
  FROM recent
  GROUP BY dataset
),

broken AS (
  SELECT
    dataset,
    stage,
    rule,
    count(*) AS events,
    count_if(replayed_at IS NULL) AS waiting,
    max_by(reason, received_at) AS newest_reason
  FROM recent
  GROUP BY dataset, stage, rule
),

final AS (
  SELECT
    broken.dataset,
    broken.stage,
    broken.rule,
    broken.events,
    broken.waiting,
    -- An event that the door refuses is in quarantine alone, one that is refused later is in bronze too.
    round(1E2 * broken.events / (accepted.events + door.events), 2) AS pct_of_received,
    broken.newest_reason
  FROM broken
  JOIN accepted ON accepted.dataset = broken.dataset
  JOIN door ON door.dataset = broken.dataset
)

SELECT * FROM final
ORDER BY events DESC, dataset, stage, rule
