/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/**
 * BvJsonSink:
 * @bytes: (array length=length): what comes next of the text
 * @length: their number
 * @data: the sink's own
 */
typedef void (*BvJsonSink) (const char *bytes, gsize length, gpointer data);

/**
 * BvJsonWriter:
 *
 * Writes JSON (RFC 8259) in one form only, so that equal values give equal bytes: two spaces a level, one
 * member or element a line, flat arrays and objects on one line, no escape that is not demanded.
 */
typedef struct
{
  GString *text;   /* what is written and has not gone into the sink */
  BvJsonSink sink; /* NULL: the text is kept whole */
  gpointer data;
  guint depth;
  gboolean flat;  /* the open array or object stands on one line */
  gboolean first; /* nothing stands in the open one yet */
  gboolean named; /* a member's name waits for its value */
} BvJsonWriter;

void bv_json_writer_init (BvJsonWriter *writer, gsize expected);
void bv_json_writer_init_stream (BvJsonWriter *writer, BvJsonSink sink, gpointer data);
char *bv_json_writer_finish (BvJsonWriter *writer, gsize *length);
void bv_json_writer_end (BvJsonWriter *writer);

void bv_json_writer_begin (BvJsonWriter *writer, char bracket);
void bv_json_writer_begin_flat (BvJsonWriter *writer, char bracket);
void bv_json_writer_end_object (BvJsonWriter *writer);
void bv_json_writer_end_array (BvJsonWriter *writer);
void bv_json_writer_name (BvJsonWriter *writer, const char *name);

void bv_json_writer_null (BvJsonWriter *writer);
void bv_json_writer_boolean (BvJsonWriter *writer, gboolean value);
void bv_json_writer_integer (BvJsonWriter *writer, gint64 value);
void bv_json_writer_decimal (BvJsonWriter *writer, gint64 value, guint places);
void bv_json_writer_date (BvJsonWriter *writer, gint64 date);
void bv_json_writer_string (BvJsonWriter *writer, const char *text);

void bv_json_writer_add_boolean (BvJsonWriter *writer, const char *name, gboolean value);
void bv_json_writer_add_integer (BvJsonWriter *writer, const char *name, gint64 value);
void bv_json_writer_add_string (BvJsonWriter *writer, const char *name, const char *text);

void bv_json_writer_record (BvJsonWriter *writer, gconstpointer record);
void bv_json_writer_field (BvJsonWriter *writer, gconstpointer record, const BvField *field);

G_END_DECLS
