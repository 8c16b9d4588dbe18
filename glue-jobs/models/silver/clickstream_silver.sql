-- One row per session: by the session's own id, else by 30 minutes without a click of the same visitor.
WITH source_clicks AS (
  SELECT * FROM ${silver}.clickstream_clicks_silver
),

clicks AS (
  SELECT
    session_id,
    user_id,
    anonymous_id,
    coalesce(user_id, anonymous_id) AS visitor,
    event_timestamp,
    page,
    device,
    source,
    -- Clicks of one moment are in the order of the stream: stream/shard/sequence/index, numbers without leading zeros.
    named_struct(
      'at', event_timestamp,
      'shard', substring_index(_source_position, '/', 2),
      'digits', length(try_element_at(split(_source_position, '/'), -2)),
      'sequence', try_element_at(split(_source_position, '/'), -2),
      'index', try_cast(try_element_at(split(_source_position, '/'), -1) AS INT)
    ) AS place
  FROM source_clicks
),

gaps AS (
  SELECT
    *,
    lag(event_timestamp) OVER (PARTITION BY visitor ORDER BY place) AS before
  FROM clicks
  WHERE session_id IS NULL
),

visits AS (
  SELECT
    *,
    sum(CASE WHEN before IS NULL OR event_timestamp >= before + INTERVAL 30 MINUTES THEN 1 ELSE 0 END)
      OVER (PARTITION BY visitor ORDER BY place ROWS UNBOUNDED PRECEDING) AS visit
  FROM gaps
),

keyed AS (
  SELECT session_id AS own_id, CAST(NULL AS STRING) AS visitor, CAST(NULL AS BIGINT) AS visit,
    user_id, anonymous_id, event_timestamp, page, device, source, place
  FROM clicks
  WHERE session_id IS NOT NULL
  UNION ALL
  SELECT CAST(NULL AS STRING), visitor, visit,
    user_id, anonymous_id, event_timestamp, page, device, source, place
  FROM visits
),

sessions AS (
  SELECT
    coalesce(own_id, concat(visitor, '@', date_format(min(event_timestamp), "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")))
      AS session_id,
    min_by(user_id, place) FILTER (WHERE user_id IS NOT NULL) AS user_id,
    min_by(anonymous_id, place) FILTER (WHERE anonymous_id IS NOT NULL) AS anonymous_id,
    min(event_timestamp) AS started_at,
    max(event_timestamp) AS ended_at,
    count(*) AS page_count,
    transform(array_sort(collect_list(struct(place, page))), click -> click.page) AS page_sequence,
    min_by(device, place) FILTER (WHERE device IS NOT NULL) AS device,
    min_by(source, place) FILTER (WHERE source IS NOT NULL) AS source
  FROM keyed
  GROUP BY own_id, visitor, visit
),

final AS (
  SELECT
    session_id,
    coalesce(user_id, anonymous_id) AS user,
    user_id,
    started_at,
    ended_at,
    (unix_micros(ended_at) - unix_micros(started_at)) / 1000000 AS duration_seconds,
    page_count,
    element_at(page_sequence, 1) AS entry_page,
    element_at(page_sequence, -1) AS exit_page,
    page_sequence,
    page_count = 1 AS is_bounce,
    device,
    source
  FROM sessions
)

SELECT * FROM final
