/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/points.h"

#include <glib.h>

G_BEGIN_DECLS

/* An entity is a plain struct that begins with a BvRecord, and one static table of its fields. SQL columns,
 * the interchange file, the command line, forms and change texts read that table; nothing lists the fields
 * twice.
 *
 * In the struct every number, date, flag and choice is a gint64 (BV_NONE is null), every text and reference a
 * char *, a list of texts a char **, a list of numbers a GArray of gint64, children a GPtrArray of records.
 */

typedef struct _BvEntity BvEntity;
typedef struct _BvField BvField;
typedef struct _BvChoice BvChoice;
typedef struct _BvRecord BvRecord;

typedef enum
{
  BV_FIELD_TEXT,
  BV_FIELD_POINTS,   /* 1/100 */
  BV_FIELD_QUANTITY, /* 1/10 000 */
  BV_FIELD_INTEGER,
  BV_FIELD_DATE,         /* yyyymmdd */
  BV_FIELD_PARTIAL_DATE, /* yyyymmdd or yyyy0000 */
  BV_FIELD_FLAG,
  BV_FIELD_CHOICE,
  BV_FIELD_SHARE,     /* core/share.h */
  BV_FIELD_REFERENCE, /* the key of another record of the campaign */
  BV_FIELD_TEXTS,
  BV_FIELD_INTEGERS,
  BV_FIELD_DATES,
  BV_FIELD_CHOICES,
  BV_FIELD_CHILD,    /* one record or NULL */
  BV_FIELD_CHILDREN, /* ordered records */
} BvFieldType;

typedef enum
{
  BV_FIELD_REQUIRED = 1 << 0,      /* must be given */
  BV_FIELD_NULLABLE = 1 << 1,      /* null is a value of its own, and the default */
  BV_FIELD_KEY = 1 << 2,           /* names the record in its array */
  BV_FIELD_ROOT = 1 << 3,          /* children that stand at the root of the interchange file */
  BV_FIELD_AS_VALUES = 1 << 4,     /* children written as their only field: [v, v] */
  BV_FIELD_AS_MAP = 1 << 5,        /* children written as {key: value} */
  BV_FIELD_EMPTY_IS_NULL = 1 << 6, /* no children are written as null */
  BV_FIELD_SLUG = 1 << 7,          /* lower-case ASCII with hyphens */
  BV_FIELD_LONG = 1 << 8,          /* text of several lines */
  BV_FIELD_NESTS = 1 << 9,         /* children of the record's own entity: the tree of criteria */
  BV_FIELD_PATTERN = 1 << 10,      /* text of core/submission.h: what stands in its braces is filled in */
  BV_FIELD_AS_PERCENT
  = 1 << 11, /* a share that older files call NAME_percent; so it is written where they could */
  BV_FIELD_LATER
  = 1 << 12, /* younger than the interchange file: not written at its default, so that seals stay */
  BV_FIELD_ASKED = 1 << 13,     /* files may lack it, people may not: without it the record says nothing */
  BV_FIELD_VERBATIM = 1 << 14,  /* no prose: each of its characters counts, as in the name of a file */
  BV_FIELD_SUGGESTED = 1 << 15, /* many records have the same text: those that there are, are suggested */
  BV_FIELD_PRESET = 1 << 16,    /* a number whose null is a value of its own, and whose default is not null */
  BV_FIELD_RANKS = 1 << 17,     /* of rules: whoever is scored by them may come to another place by it */
  BV_FIELD_ONE_OR_MANY = 1 << 18, /* a value that stands alone is read as a list of it */
  BV_FIELD_LINES = 1 << 19,       /* of a list: people write one a line */
} BvFieldFlags;

struct _BvRecord
{
  const BvEntity *entity;
  gint64 id;      /* the row in the library; 0 where there is none yet, or where the key is composite */
  gint64 ordinal; /* the place in its array, as the library keeps it */
};

struct _BvChoice
{
  const char *name;  /* in files */
  const char *title; /* on screen, English msgid */
  gconstpointer row; /* what the rules know of it, in the struct of its own table; NULL: nothing */
};

struct _BvField
{
  const char *name;  /* of the interchange file; a dot nests: "plan.number" */
  const char *title; /* on screen, English msgid */
  BvFieldType type;
  guint flags;
  gsize offset;
  gint64 fallback; /* default of a number that is not nullable, or is preset */
  gint64 least;    /* of an integer, points or quantity field */
  gint64 most;
  const BvChoice *choices; /* NULL-terminated by name */
  const BvEntity *target;  /* of references and children */
  guint kinds;             /* a set of criterion kinds that have this field; 0: all */
};

struct _BvEntity
{
  const char *name;   /* the table, and the word on the command line */
  const char *plural; /* the array of the interchange file, or NULL */
  const char *title;  /* on screen, English msgid */
  gsize size;
  const BvField *fields;
  guint n_fields;
};

#define BV_ENTITY_ERROR (bv_entity_error_quark ())
GQuark bv_entity_error_quark (void);

typedef enum
{
  BV_ENTITY_ERROR_VALUE,
  BV_ENTITY_ERROR_REQUIRED,
  BV_ENTITY_ERROR_FIELD,
} BvEntityError;

/* Access to a field's storage in a record. */
#define BV_FIELD_NUMBER(record, field) G_STRUCT_MEMBER (gint64, (record), (field)->offset)
#define BV_FIELD_STRING(record, field) G_STRUCT_MEMBER (char *, (record), (field)->offset)
#define BV_FIELD_STRINGS(record, field) G_STRUCT_MEMBER (char **, (record), (field)->offset)
#define BV_FIELD_NUMBERS(record, field) G_STRUCT_MEMBER (GArray *, (record), (field)->offset)
#define BV_FIELD_RECORD(record, field) G_STRUCT_MEMBER (gpointer, (record), (field)->offset)
#define BV_FIELD_RECORDS(record, field) G_STRUCT_MEMBER (GPtrArray *, (record), (field)->offset)

/* One row of a table of fields: the member of Type, the name in files, the type and the title. */
#define BV_FIELD(Type, member, name_, type_, title_, ...)                                               \
  {                                                                                                     \
    .name = name_, .title = title_, .type = BV_FIELD_##type_, .offset = G_STRUCT_OFFSET (Type, member), \
    ##__VA_ARGS__                                                                                       \
  }

#define BV_ENTITY(name_, plural_, title_, Type, fields_)                                         \
  {                                                                                              \
    .name = name_, .plural = plural_, .title = title_, .size = sizeof (Type), .fields = fields_, \
    .n_fields = G_N_ELEMENTS (fields_)                                                           \
  }

gpointer bv_record_new (const BvEntity *entity);
gpointer bv_record_new_bare (const BvEntity *entity);
void bv_record_free (gpointer record);
gpointer bv_record_copy (gconstpointer record);
gboolean bv_record_equal (gconstpointer a, gconstpointer b);
const char *bv_record_key (gconstpointer record);
gpointer bv_record_find (const GPtrArray *records, const char *key);
gpointer bv_record_add_child (gpointer record, const BvField *field);

char *bv_entity_word (const BvEntity *entity);
const BvField *bv_entity_find_field (const BvEntity *entity, const char *name);
const BvField *bv_entity_key_field (const BvEntity *entity);

gboolean bv_field_is_number (const BvField *field);
gboolean bv_field_is_text (const BvField *field);
gboolean bv_field_is_list (const BvField *field);
gboolean bv_field_is_child (const BvField *field);
const BvField *bv_record_find_missing (gconstpointer record);
gboolean bv_field_is_default (const BvField *field, gconstpointer record);
void bv_field_clear (const BvField *field, gpointer record);
void bv_field_set_none (const BvField *field, gpointer record);
void bv_field_copy (const BvField *field, gpointer to, gconstpointer from);
gboolean bv_field_equal (const BvField *field, gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRecord, bv_record_free)

G_END_DECLS
