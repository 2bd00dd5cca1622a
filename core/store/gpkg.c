#include "core/store/gpkg.h"

#include <math.h>
#include <string.h>

#include "core/base/say.h"
#include "core/data/shape.h"
#include "core/store/db.h"
#include "core/store/sql.h"

const char *const gpkg_schema =
    "PRAGMA application_id = 1196444487;" /* GPKG */
    "PRAGMA user_version = 10300;"
    "CREATE TABLE gpkg_spatial_ref_sys ("
    "    srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
    "    organization TEXT NOT NULL,"
    "    organization_coordsys_id INTEGER NOT NULL,"
    "    definition TEXT NOT NULL, description TEXT);"
    "CREATE TABLE gpkg_contents ("
    "    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
    "    identifier TEXT UNIQUE, description TEXT DEFAULT '',"
    "    last_change DATETIME NOT NULL DEFAULT"
    "        (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),"
    "    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,"
    "    srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
    "        REFERENCES gpkg_spatial_ref_sys (srs_id));"
    "CREATE TABLE gpkg_geometry_columns ("
    "    table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
    "    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,"
    "    z TINYINT NOT NULL, m TINYINT NOT NULL,"
    "    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
    "    CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
    "    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name)"
    "        REFERENCES gpkg_contents (table_name),"
    "    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)"
    "        REFERENCES gpkg_spatial_ref_sys (srs_id));"
    "CREATE TABLE gpkg_extensions ("
    "    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
    "    definition TEXT NOT NULL, scope TEXT NOT NULL,"
    "    CONSTRAINT ge_tce UNIQUE (table_name, column_name,"
    "        extension_name));"
    "CREATE TABLE gpkg_data_columns ("
    "    table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
    "    name TEXT, title TEXT, description TEXT, mime_type TEXT,"
    "    constraint_name TEXT,"
    "    CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),"
    "    CONSTRAINT gdc_tn UNIQUE (table_name, name));"
    "CREATE TABLE gpkg_data_column_constraints ("
    "    constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL,"
    "    value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,"
    "    max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,"
    "    CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type,"
    "        value));"
    "INSERT INTO gpkg_extensions VALUES"
    "    ('gpkg_data_columns', NULL, 'gpkg_schema',"
    "     'http://www.geopackage.org/spec121/#extension_schema',"
    "     'read-write'),"
    "    ('gpkg_data_column_constraints', NULL, 'gpkg_schema',"
    "     'http://www.geopackage.org/spec121/#extension_schema',"
    "     'read-write');";

/* The definitions of the EPSG registry; VN-2000 in UTM zones 48N and 49N. */
#define WGS_84                                                                 \
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"        \
    "298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\","          \
    "\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"         \
    "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"        \
    "AUTHORITY[\"EPSG\",\"4326\"]]"
#define VN_2000(zone, meridian, code)                                          \
    "PROJCS[\"VN-2000 / UTM zone " zone "\",GEOGCS[\"VN-2000\","               \
    "DATUM[\"Vietnam_2000\",SPHEROID[\"WGS 84\",6378137,298.257223563,"        \
    "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6756\"]],"             \
    "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\","    \
    "0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\","     \
    "\"4756\"]],PROJECTION[\"Transverse_Mercator\"],"                          \
    "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_"                 \
    "meridian\"," meridian "],PARAMETER[\"scale_factor\",0.9996],"             \
    "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],"     \
    "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AUTHORITY[\"EPSG\","       \
    "\"" code "\"]]"

static const struct {
    const char *name, *organization, *definition;
    int id;
} systems[] = {
    { "Undefined Cartesian SRS", "NONE", "undefined", -1 },
    { "Undefined geographic SRS", "NONE", "undefined", 0 },
    { "WGS 84 geodetic", "EPSG", WGS_84, 4326 },
    { "VN-2000 / UTM zone 48N", "EPSG", VN_2000("48N", "105", "3405"), 3405 },
    { "VN-2000 / UTM zone 49N", "EPSG", VN_2000("49N", "111", "3406"), 3406 },
};

bool gpkg_create(sqlite3 *db, struct err *err)
{
    bool ok = db_run(db, err, gpkg_schema);
    for (size_t i = 0; ok && i < sizeof systems / sizeof *systems; i++) {
        struct text sql = TEXT_INIT;
        text_add(&sql, "INSERT INTO gpkg_spatial_ref_sys VALUES (");
        db_text(&sql, systems[i].name);
        text_add(&sql, ", %d, '%s', %d, ", systems[i].id,
                 systems[i].organization, systems[i].id);
        db_text(&sql, systems[i].definition);
        text_add(&sql, ", NULL)");
        ok = db_run(db, err, sql.bytes);
        text_release(&sql);
    }
    return ok;
}

/* The spatial index and its triggers (extension gpkg_rtree_index), which are
 * for QGIS and GDAL: they need functions that plain SQLite lacks, so here they
 * never run.  @T is the table, @C the column. */
static const char *const spatial =
    "INSERT INTO gpkg_geometry_columns VALUES"
    " ('@T', '@C', 'GEOMETRY', 4326, 0, 0);"
    "INSERT INTO gpkg_extensions VALUES ('@T', '@C', 'gpkg_rtree_index',"
    " 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only');"
    "CREATE VIRTUAL TABLE \"rtree_@T_@C\" USING rtree"
    " (id, minx, maxx, miny, maxy);"
    "CREATE TRIGGER \"rtree_@T_@C_insert\" AFTER INSERT ON \"@T\""
    " WHEN (NEW.\"@C\" NOT NULL AND NOT ST_IsEmpty(NEW.\"@C\"))"
    " BEGIN INSERT OR REPLACE INTO \"rtree_@T_@C\" VALUES (NEW.fid,"
    " ST_MinX(NEW.\"@C\"), ST_MaxX(NEW.\"@C\"),"
    " ST_MinY(NEW.\"@C\"), ST_MaxY(NEW.\"@C\")); END;"
    "CREATE TRIGGER \"rtree_@T_@C_update1\" AFTER UPDATE OF \"@C\" ON \"@T\""
    " WHEN OLD.fid = NEW.fid AND"
    " (NEW.\"@C\" NOTNULL AND NOT ST_IsEmpty(NEW.\"@C\"))"
    " BEGIN INSERT OR REPLACE INTO \"rtree_@T_@C\" VALUES (NEW.fid,"
    " ST_MinX(NEW.\"@C\"), ST_MaxX(NEW.\"@C\"),"
    " ST_MinY(NEW.\"@C\"), ST_MaxY(NEW.\"@C\")); END;"
    "CREATE TRIGGER \"rtree_@T_@C_update2\" AFTER UPDATE OF \"@C\" ON \"@T\""
    " WHEN OLD.fid = NEW.fid AND"
    " (NEW.\"@C\" ISNULL OR ST_IsEmpty(NEW.\"@C\"))"
    " BEGIN DELETE FROM \"rtree_@T_@C\" WHERE id = OLD.fid; END;"
    "CREATE TRIGGER \"rtree_@T_@C_update3\" AFTER UPDATE ON \"@T\""
    " WHEN OLD.fid != NEW.fid AND"
    " (NEW.\"@C\" NOTNULL AND NOT ST_IsEmpty(NEW.\"@C\"))"
    " BEGIN DELETE FROM \"rtree_@T_@C\" WHERE id = OLD.fid;"
    " INSERT OR REPLACE INTO \"rtree_@T_@C\" VALUES (NEW.fid,"
    " ST_MinX(NEW.\"@C\"), ST_MaxX(NEW.\"@C\"),"
    " ST_MinY(NEW.\"@C\"), ST_MaxY(NEW.\"@C\")); END;"
    "CREATE TRIGGER \"rtree_@T_@C_update4\" AFTER UPDATE ON \"@T\""
    " WHEN OLD.fid != NEW.fid AND"
    " (NEW.\"@C\" ISNULL OR ST_IsEmpty(NEW.\"@C\"))"
    " BEGIN DELETE FROM \"rtree_@T_@C\" WHERE id IN (OLD.fid, NEW.fid); END;"
    "CREATE TRIGGER \"rtree_@T_@C_delete\" AFTER DELETE ON \"@T\""
    " WHEN OLD.\"@C\" NOT NULL"
    " BEGIN DELETE FROM \"rtree_@T_@C\" WHERE id = OLD.fid; END;";

static void add_spatial(struct text *sql, const char *table, const char *column)
{
    for (const char *at = spatial;; at += 2) {
        size_t plain = strcspn(at, "@");
        text_put(sql, at, plain);
        at += plain;
        if (*at == '\0')
            break;
        text_add(sql, "%s", at[1] == 'T' ? table : column);
    }
}

bool gpkg_announce(sqlite3 *db, const struct schema *schema, struct err *err)
{
    int shape = sql_shape(schema);
    struct text sql = TEXT_INIT;
    text_add(&sql,
             "INSERT INTO gpkg_contents (table_name, data_type, identifier,"
             " srs_id) VALUES ('%s', '%s', '%s', %s);",
             schema->name, shape < 0 ? "attributes" : "features", schema->name,
             shape < 0 ? "0" : "4326");
    if (shape >= 0)
        add_spatial(&sql, schema->name, schema->field[shape].name);
    bool ok = db_run(db, err, sql.bytes);
    text_release(&sql);
    return ok;
}

static void add_title(struct text *sql, const struct field *field)
{
    const char *unit = field->kind == KIND_AREA ? "0.1 m2" : field->unit;
    struct text title = TEXT_INIT;
    text_add(&title, "%s (%s)", field->vi, field->en);
    if (*unit)
        text_add(&title, " [%s]", unit);
    db_text(sql, title.bytes);
    text_release(&title);
}

static bool write_aliases(sqlite3 *db, const struct schema *schema,
                          struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql, "DELETE FROM gpkg_data_columns WHERE table_name = '%s';",
             schema->name);
    for (int i = 0; i < schema->nfields; i++) {
        const struct field *field = &schema->field[i];
        if (!sql_stored(field))
            continue;
        text_add(&sql, "INSERT INTO gpkg_data_columns VALUES ('%s', '%s', ",
                 schema->name, field->name);
        db_text(&sql, field->name); /* unique, as the standard asks */
        text_add(&sql, ", ");
        add_title(&sql, field);
        text_add(&sql, ", ");
        db_text(&sql, field->doc);
        text_add(&sql, ", NULL, NULL);");
    }
    bool ok = db_run(db, err, sql.bytes);
    text_release(&sql);
    return ok;
}

static bool write_extent(sqlite3 *db, const char *table,
                         const struct box_of_shape *box, struct err *err)
{
    sqlite3_stmt *s = db_prepare(
        db,
        "UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4,"
        " max_y = ?5, last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
        " WHERE table_name = ?1",
        err);
    if (!s)
        return false;
    sqlite3_bind_text(s, 1, table, -1, SQLITE_STATIC);
    if (box->min_x <= box->max_x) {
        sqlite3_bind_double(s, 2, box->min_x);
        sqlite3_bind_double(s, 3, box->min_y);
        sqlite3_bind_double(s, 4, box->max_x);
        sqlite3_bind_double(s, 5, box->max_y);
    }
    bool ok = db_done(db, s, err);
    sqlite3_finalize(s);
    return ok;
}

static bool index_row(sqlite3 *db, sqlite3_stmt *s, int row, const char *shape,
                      struct box_of_shape *all, struct err *err)
{
    struct box_of_shape box = shape_box(shape);
    all->min_x = fmin(all->min_x, box.min_x);
    all->max_x = fmax(all->max_x, box.max_x);
    all->min_y = fmin(all->min_y, box.min_y);
    all->max_y = fmax(all->max_y, box.max_y);
    sqlite3_bind_int(s, 1, row + 1);
    sqlite3_bind_double(s, 2, box.min_x);
    sqlite3_bind_double(s, 3, box.max_x);
    sqlite3_bind_double(s, 4, box.min_y);
    sqlite3_bind_double(s, 5, box.max_y);
    return db_done(db, s, err);
}

static bool write_index(sqlite3 *db, const struct plan *plan, int number,
                        struct box_of_shape *all, struct err *err)
{
    const struct table *table = plan_table(plan, number);
    const struct schema *schema = table_schema(table);
    int shape = sql_shape(schema);
    struct text sql = TEXT_INIT;
    text_add(&sql, "DELETE FROM \"rtree_%s_%s\"", schema->name,
             schema->field[shape].name);
    bool ok = db_run(db, err, sql.bytes);
    text_clear(&sql);
    text_add(&sql, "INSERT INTO \"rtree_%s_%s\" VALUES (?, ?, ?, ?, ?)",
             schema->name, schema->field[shape].name);
    sqlite3_stmt *s = ok ? db_prepare(db, sql.bytes, err) : NULL;
    text_release(&sql);
    ok = s != NULL;
    for (int row = 0; ok && row < table_rows(table); row++) {
        struct value value = table_get(table, row, shape);
        if (value.kind != KIND_NONE)
            ok = index_row(db, s, row, value.text, all, err);
    }
    sqlite3_finalize(s);
    return ok;
}

bool gpkg_update(sqlite3 *db, const struct plan *plan, int table,
                 struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    struct box_of_shape all = { INFINITY, -INFINITY, INFINITY, -INFINITY };
    if (sql_shape(schema) >= 0 && !write_index(db, plan, table, &all, err))
        return false;
    return write_aliases(db, schema, err) &&
           write_extent(db, schema->name, &all, err);
}
