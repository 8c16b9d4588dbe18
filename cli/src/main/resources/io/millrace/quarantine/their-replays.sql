LEFT JOIN ${replays} AS replays
    ON
        replays.dataset = '${dataset}'
        AND replays._source_position = quarantined._source_position
        AND replays._stage = quarantined._stage
        AND replays._received_at = quarantined._received_at
