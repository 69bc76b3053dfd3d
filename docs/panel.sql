-- The long form of `duidu panel --out panel.jsonl` as a table of DuckDB. `duidu panel --columns` says what stands in each column.
CREATE TABLE observation AS
SELECT *
FROM read_json('panel.jsonl', format = 'newline_delimited', columns = {
  place_code: 'VARCHAR', place: 'VARCHAR', report_place: 'VARCHAR',
  year: 'SMALLINT', period: 'VARCHAR',
  indicator: 'VARCHAR', name: 'VARCHAR',
  value: 'DOUBLE', value_high: 'DOUBLE', unit: 'VARCHAR',
  value_common: 'DOUBLE', value_common_high: 'DOUBLE', unit_common: 'VARCHAR',
  measure: 'VARCHAR', bound: 'VARCHAR', kind: 'VARCHAR', base: 'VARCHAR', topic: 'VARCHAR',
  doubt: 'VARCHAR', sentence: 'VARCHAR',
  report: 'VARCHAR', genre: 'VARCHAR', sha256: 'VARCHAR', "start": 'INTEGER', "end": 'INTEGER', rules: 'SMALLINT'
});

-- A fraction of the size, for ClickHouse, R, pandas and Excel's Power Query alike.
COPY observation TO 'panel.parquet';
