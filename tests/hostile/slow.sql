--- an index that takes long to find out whether a row is in it | refused | takes more than
INSERT INTO parcel (key) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1
    FROM n LIMIT 30000) SELECT 'P' || i FROM n;
CREATE INDEX parcel_slow ON parcel (key);
UPDATE sqlite_schema SET sql = 'CREATE INDEX parcel_slow ON parcel (key)
    WHERE length(hex(zeroblob(2000000 + length(key)))) > 0'
    WHERE name = 'parcel_slow';
