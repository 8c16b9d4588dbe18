_received_at >= from_iso8601_timestamp(?)
    AND _received_at < from_iso8601_timestamp(?)
    AND ? IN ('', _stage)
    AND ? IN ('', _rule)
    AND strpos(lower(_reason), lower(?)) > 0
    AND ? IN ('', _source_system)
    AND ? IN ('', event_id, _source_position, _batch_id)
    AND (? = 'all' OR replayed_at IS NULL)
