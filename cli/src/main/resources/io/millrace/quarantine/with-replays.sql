(
    SELECT
        quarantined.*,
        replays.replayed_at,
        replays.fate
    FROM ${table} AS quarantined
    ${their_replays}
)
