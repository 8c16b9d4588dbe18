-- Few rows that are known, in tables like the platform's. Days are counted back from today, as the queries count them.
CREATE TABLE ${db}.app_events_bronze AS SELECT * FROM local_bronze.app_events_bronze WHERE false;
CREATE TABLE ${db}.orders_bronze AS SELECT * FROM local_bronze.orders_bronze WHERE false;
CREATE TABLE ${db}.none_bronze AS SELECT * FROM local_bronze.orders_bronze WHERE false;
CREATE TABLE ${db}.app_events_quarantine AS SELECT * FROM local_bronze.app_events_quarantine WHERE false;
CREATE TABLE ${db}.orders_quarantine AS SELECT * FROM local_bronze.orders_quarantine WHERE false;
CREATE TABLE ${db}.none_quarantine AS SELECT * FROM local_bronze.orders_quarantine WHERE false;
CREATE TABLE ${db}.quarantine_replays AS SELECT * FROM local_ops.quarantine_replays WHERE false;
CREATE TABLE ${db}.app_events_silver AS SELECT * FROM local_silver.app_events_silver WHERE false;
CREATE TABLE ${db}.clickstream_clicks_silver AS SELECT * FROM local_silver.clickstream_clicks_silver WHERE false;
CREATE TABLE ${db}.orders_silver AS SELECT * FROM local_silver.orders_silver WHERE false;

-- a3 clicked before the view, which is no step of the funnel; u5 viewed too long ago, and came back after 30 days.
INSERT INTO ${db}.app_events_silver
  (event_id, event_type, event_timestamp, user_id, anonymous_id, app_type, session_id)
SELECT
  event_id, event_type,
  with_timezone(CAST(current_date - days_ago * INTERVAL '1' DAY AS timestamp) + hour * INTERVAL '1' HOUR, 'UTC'),
  user_id, anonymous_id, 'web', 's1'
FROM (VALUES
  ('e1', 'view', 10, 10, 'u1', NULL),
  ('e2', 'click', 10, 11, 'u1', NULL),
  ('e3', 'purchase', 10, 12, 'u1', NULL),
  ('e4', 'view', 10, 10, 'u2', 'a2'),
  ('e5', 'click', 9, 10, 'u2', 'a2'),
  ('e6', 'click', 10, 10, NULL, 'a3'),
  ('e7', 'view', 10, 11, NULL, 'a3'),
  ('e8', 'purchase', 9, 10, 'u4', NULL),
  ('e9', 'view', 2, 23, 'u4', NULL),
  ('e10', 'view', 40, 0, 'u5', NULL),
  ('e11', 'click', 40, 1, 'u5', NULL),
  ('e12', 'purchase', 10, 2, 'u5', NULL)
) AS events (event_id, event_type, days_ago, hour, user_id, anonymous_id);

INSERT INTO ${db}.clickstream_clicks_silver (event_id, event_timestamp, page, session_id, user_id)
VALUES ('c1', TIMESTAMP '2026-03-01 09:59:00.250 UTC', '/home', 's1', 'u1');

INSERT INTO ${db}.orders_silver (event_id, order_id, customer_id, product_id, event_type, transaction_date)
VALUES ('o1', 'n1', 'u1', 'p-7', 'order_completed', TIMESTAMP '2026-03-01 10:02:00 UTC');

INSERT INTO ${db}.app_events_bronze (event_id, _received_at, _ingested_at)
SELECT 'e', at, at + INTERVAL '2' SECOND
FROM (VALUES 10, 10, 10, 10, 10, 120, 120) AS events (minutes)
CROSS JOIN LATERAL (SELECT current_timestamp - minutes * INTERVAL '1' MINUTE) AS times (at);

INSERT INTO ${db}.orders_bronze (event_id, _received_at, _ingested_at)
SELECT 'o', at, at + INTERVAL '4' SECOND
FROM (VALUES 20, 20, 20) AS events (minutes)
CROSS JOIN LATERAL (SELECT current_timestamp - minutes * INTERVAL '1' MINUTE) AS times (at);

INSERT INTO ${db}.app_events_quarantine (event_id, payload, _stage, _rule, _reason, _source_position, _received_at)
VALUES
  ('q1', to_utf8('{"id":1}'), 'door', 'required', 'has no type', 's/0/1/0', current_timestamp),
  ('q2', to_utf8('{}'), 'door', 'required', 'has no type', 's/0/2/0', current_timestamp),
  ('q3', to_utf8('x'), 'row', 'format', 'is no time', 's/0/3/0', current_timestamp),
  ('q0', to_utf8('x'), 'row', 'format', 'is no time', 's/0/0/0', current_timestamp - INTERVAL '8' DAY);

INSERT INTO ${db}.orders_quarantine (event_id, payload, _stage, _rule, _reason, _source_position, _received_at)
VALUES ('q4', to_utf8('{}'), 'door', 'minimum', 'is 0', 's/1/1/0', current_timestamp);

INSERT INTO ${db}.quarantine_replays (dataset, _source_position, _stage, _received_at, fate, replayed_at)
SELECT 'app_events', _source_position, _stage, _received_at, 'silver', current_timestamp
FROM ${db}.app_events_quarantine
WHERE event_id = 'q1';

CREATE TABLE ${db}.daily_summary_gold AS
SELECT *
FROM (VALUES
  (DATE '2026-03-01', BIGINT '10', BIGINT '4', BIGINT '12', 25E-2),
  (DATE '2026-03-02', BIGINT '8', BIGINT '1', BIGINT '0', NULL)
) AS days (summary_date, total_users, new_users, sessions, bounce_rate);

CREATE TABLE ${db}.daily_sales_metrics AS
SELECT *
FROM (VALUES
  (DATE '2026-03-01', 'toys', BIGINT '2', DECIMAL '30.5000'),
  (DATE '2026-03-01', 'books', BIGINT '3', DECIMAL '20.0000'),
  (DATE '2026-03-03', 'toys', BIGINT '1', DECIMAL '09.0000')
) AS sales (sale_date, product_category, total_transactions, total_revenue);

-- Three audits of a table, the oldest of them of a version that waited for it.
CREATE TABLE ${db}.quality_results AS
SELECT
  *, 'gold' AS layer, 'daily_sales_metrics' AS table_name, 'sales' AS owner, 99E-2 AS gate,
  with_timezone(TIMESTAMP '2026-03-01 00:00:00.000000' + hour * INTERVAL '1' HOUR, 'UTC') AS checked_at
FROM (VALUES
  ('r1', 1, 'main', 'category', 'null', BIGINT '0', BIGINT '20', 1E0, true),
  ('r2', 2, 'main', 'category', 'null', BIGINT '3', BIGINT '30', 9E-1, false),
  ('r2', 2, 'main', 'price', 'range', BIGINT '0', BIGINT '30', 9E-1, false),
  ('r0', 0, 'audit_r0', 'category', 'null', BIGINT '0', BIGINT '40', 1E0, true)
) AS checks (run_id, hour, branch, column_name, rule, rows_failed, table_rows, table_score, table_passed);

CREATE VIEW ${db}.quarantined_events AS ${quarantined_events};
