-- The columns of app_events_silver that an event itself fills.
copy (
    select
        event_id,
        lower(trim(event_type)) as event_type,
        event_timestamp,
        user_id,
        anonymous_id,
        session_id,
        lower(trim(app_type)) as app_type,
        app_version,
        event_value,
        properties,
        event_timestamp::date as event_date,
        hour(event_timestamp) as event_hour
    from read_json('{events}', format = 'newline_delimited', columns = {{
        'event_id': 'VARCHAR',
        'event_type': 'VARCHAR',
        'event_timestamp': 'TIMESTAMP',
        'user_id': 'VARCHAR',
        'anonymous_id': 'VARCHAR',
        'session_id': 'VARCHAR',
        'app_type': 'VARCHAR',
        'app_version': 'VARCHAR',
        'event_value': 'DOUBLE',
        'properties': 'VARCHAR'
    }})
) to '{folder}/silver.parquet' (format parquet, compression zstd);
