/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-writer.h"

#include "core/criterion.h"
#include "core/share.h"
#include "core/text/date.h"

#include <string.h>

#define INDENT 2

/* So much goes into a sink at once: little enough to stay near the processor. */
#define PIECE (64 * 1024)

/* Places of points and of quantities. */
#define POINTS_PLACES 2
#define QUANTITY_PLACES 4

/* Digits, sign and point of the longest gint64. */
#define NUMBER_MAX 24

/**
 * bv_json_writer_init:
 * @writer: a writer on the stack
 * @expected: about how many bytes will be written; a wrong guess only costs time
 */
void
bv_json_writer_init (BvJsonWriter *writer, gsize expected)
{
  *writer = (BvJsonWriter){ .text = g_string_sized_new (expected), .first = TRUE, .named = TRUE };
}

/**
 * bv_json_writer_init_stream:
 * @writer: a writer on the stack
 * @sink: what takes the text, piece by piece
 * @data: passed to @sink
 *
 * The text is never there as a whole: a dump may have hundreds of megabytes.
 */
void
bv_json_writer_init_stream (BvJsonWriter *writer, BvJsonSink sink, gpointer data)
{
  bv_json_writer_init (writer, 2 * PIECE);
  writer->sink = sink;
  writer->data = data;
}

static void
hand_over (BvJsonWriter *writer)
{
  writer->sink (writer->text->str, writer->text->len, writer->data);
  writer->text->len = 0;
}

/**
 * bv_json_writer_end:
 * @writer: a writer with a sink, whose arrays and objects are all ended; it is empty then
 *
 * Hands over the rest of the text, which ends in a line feed.
 */
void
bv_json_writer_end (BvJsonWriter *writer)
{
  g_string_append_c (writer->text, '\n');
  hand_over (writer);
  g_string_free (g_steal_pointer (&writer->text), TRUE);
}

/**
 * bv_json_writer_finish:
 * @writer: a writer without a sink, whose arrays and objects are all ended
 * @length: (out) (optional): the number of bytes
 *
 * Returns: (transfer full): the text, ending in a line feed; @writer is empty
 */
char *
bv_json_writer_finish (BvJsonWriter *writer, gsize *length)
{
  g_string_append_c (writer->text, '\n');
  if (length != NULL)
    *length = writer->text->len;
  return g_string_free (g_steal_pointer (&writer->text), FALSE);
}

/* Room for @size bytes behind the text, which count as written. A dump has millions of pieces of a few bytes:
 * g_string_append_len() alone would take twice the time of everything else. */
static char *
extend (GString *text, gsize size)
{
  gsize used = text->len;

  if (used + size >= text->allocated_len)
    g_string_set_size (text, used + size);
  text->len = used + size;
  return text->str + used;
}

static void
append (BvJsonWriter *writer, const char *bytes, gsize size)
{
  memcpy (extend (writer->text, size), bytes, size);
}

static void
break_line (BvJsonWriter *writer)
{
  gsize indent = (gsize) writer->depth * INDENT;
  char *end = extend (writer->text, indent + 1);

  *end = '\n';
  memset (end + 1, ' ', indent);
}

/* What stands between the last member or element and the next. */
static void
separate (BvJsonWriter *writer)
{
  if (!writer->first)
    append (writer, ",", 1);
  if (!writer->flat)
    break_line (writer);
  else if (!writer->first)
    append (writer, " ", 1);
  writer->first = FALSE;
}

static void
begin_value (BvJsonWriter *writer)
{
  if (!writer->named)
    separate (writer);
  writer->named = FALSE;
}

/**
 * bv_json_writer_begin:
 * @writer: a writer, not within something flat
 * @bracket: '{' or '['
 *
 * Opens an object or an array with a line for each member or element.
 */
void
bv_json_writer_begin (BvJsonWriter *writer, char bracket)
{
  if (writer->sink != NULL && writer->text->len >= PIECE)
    hand_over (writer);
  begin_value (writer);
  append (writer, &bracket, 1);
  writer->depth++;
  writer->first = TRUE;
}

/**
 * bv_json_writer_begin_flat:
 * @writer: a writer, not within something flat
 * @bracket: '{' or '['
 *
 * Opens an object or an array of plain values that stands on one line.
 */
void
bv_json_writer_begin_flat (BvJsonWriter *writer, char bracket)
{
  bv_json_writer_begin (writer, bracket);
  writer->flat = TRUE;
}

static void
end_value (BvJsonWriter *writer, char bracket)
{
  writer->depth--;
  if (!writer->first && !writer->flat)
    break_line (writer);
  append (writer, &bracket, 1);
  writer->flat = FALSE;
  writer->first = FALSE;
}

/**
 * bv_json_writer_end_object:
 * @writer: a writer in an object
 */
void
bv_json_writer_end_object (BvJsonWriter *writer)
{
  end_value (writer, '}');
}

/**
 * bv_json_writer_end_array:
 * @writer: a writer in an array
 */
void
bv_json_writer_end_array (BvJsonWriter *writer)
{
  end_value (writer, ']');
}

static void
append_escape (BvJsonWriter *writer, guchar byte)
{
  static const char escaped[] = "\b\f\n\r\t\"\\";
  static const char letters[] = "bfnrt\"\\";
  const char *found = memchr (escaped, byte, sizeof escaped - 1);

  if (found != NULL)
    g_string_append_printf (writer->text, "\\%c", letters[found - escaped]);
  else
    g_string_append_printf (writer->text, "\\u%04x", byte);
}

/* Escapes what RFC 8259 demands, and nothing else. */
static void
append_quoted (BvJsonWriter *writer, const char *text, gsize length)
{
  const char *start = text;
  const char *stop = text + length;

  append (writer, "\"", 1);
  for (const char *p = text; p < stop; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        append (writer, start, p - start);
        append_escape (writer, *p);
        start = p + 1;
      }
  append (writer, start, stop - start);
  append (writer, "\"", 1);
}

/* A name of the program's own: there is nothing in it to escape. */
static void
append_name (BvJsonWriter *writer, const char *name, gsize length)
{
  char *end;

  separate (writer);
  end = extend (writer->text, length + strlen ("\"\": "));
  *end = '"';
  memcpy (end + 1, name, length);
  memcpy (end + 1 + length, "\": ", strlen ("\": "));
  writer->named = TRUE;
}

/* A name that somebody wrote. */
static void
append_key (BvJsonWriter *writer, const char *key)
{
  separate (writer);
  append_quoted (writer, key, strlen (key));
  append (writer, ": ", 2);
  writer->named = TRUE;
}

/**
 * bv_json_writer_name:
 * @writer: a writer in an object
 * @name: a member's name that needs no escapes; its value comes next
 */
void
bv_json_writer_name (BvJsonWriter *writer, const char *name)
{
  append_name (writer, name, strlen (name));
}

/**
 * bv_json_writer_null:
 * @writer: a writer
 */
void
bv_json_writer_null (BvJsonWriter *writer)
{
  begin_value (writer);
  append (writer, "null", 4);
}

/**
 * bv_json_writer_boolean:
 * @writer: a writer
 * @value: a flag
 */
void
bv_json_writer_boolean (BvJsonWriter *writer, gboolean value)
{
  begin_value (writer);
  append (writer, value ? "true" : "false", value ? 4 : 5);
}

/* Writes @value with @places after the point so that it ends before @end, and returns where it begins. */
static char *
print_decimal (char *end, gint64 value, guint places)
{
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;
  char *p = end;

  for (guint i = 0; rest != 0 || i <= places; i++, rest /= 10)
    {
      if (i == places && places > 0)
        *--p = '.';
      *--p = '0' + rest % 10;
    }
  if (value < 0)
    *--p = '-';
  return p;
}

/**
 * bv_json_writer_integer:
 * @writer: a writer
 * @value: a number; %BV_NONE is null
 */
void
bv_json_writer_integer (BvJsonWriter *writer, gint64 value)
{
  char digits[NUMBER_MAX];
  const char *start = print_decimal (digits + NUMBER_MAX, value, 0);

  if (value == BV_NONE)
    {
      bv_json_writer_null (writer);
      return;
    }
  begin_value (writer);
  append (writer, start, digits + NUMBER_MAX - start);
}

/**
 * bv_json_writer_decimal:
 * @writer: a writer
 * @value: a number in units of 10^-@places; %BV_NONE is null
 * @places: digits after the point
 *
 * Writes a decimal as the files have it: a string.
 */
void
bv_json_writer_decimal (BvJsonWriter *writer, gint64 value, guint places)
{
  char digits[NUMBER_MAX + 2];
  char *const last = digits + NUMBER_MAX + 1;
  char *start = print_decimal (last, value, places);

  if (value == BV_NONE)
    {
      bv_json_writer_null (writer);
      return;
    }
  *--start = '"';
  *last = '"';
  begin_value (writer);
  append (writer, start, last + 1 - start);
}

/**
 * bv_json_writer_date:
 * @writer: a writer
 * @date: yyyymmdd or yyyy0000; %BV_NONE is null
 */
void
bv_json_writer_date (BvJsonWriter *writer, gint64 date)
{
  g_autofree char *text = bv_date_to_iso (date);

  bv_json_writer_string (writer, text);
}

/**
 * bv_json_writer_string:
 * @writer: a writer
 * @text: (nullable): valid UTF-8; %NULL is null
 */
void
bv_json_writer_string (BvJsonWriter *writer, const char *text)
{
  if (text == NULL)
    {
      bv_json_writer_null (writer);
      return;
    }
  begin_value (writer);
  append_quoted (writer, text, strlen (text));
}

/**
 * bv_json_writer_add_boolean:
 * @writer: a writer in an object
 * @name: a member's name
 * @value: its value
 */
void
bv_json_writer_add_boolean (BvJsonWriter *writer, const char *name, gboolean value)
{
  bv_json_writer_name (writer, name);
  bv_json_writer_boolean (writer, value);
}

/**
 * bv_json_writer_add_integer:
 * @writer: a writer in an object
 * @name: a member's name
 * @value: its value, as of bv_json_writer_integer()
 */
void
bv_json_writer_add_integer (BvJsonWriter *writer, const char *name, gint64 value)
{
  bv_json_writer_name (writer, name);
  bv_json_writer_integer (writer, value);
}

/**
 * bv_json_writer_add_string:
 * @writer: a writer in an object
 * @name: a member's name
 * @text: (nullable): its value; %NULL is null
 */
void
bv_json_writer_add_string (BvJsonWriter *writer, const char *name, const char *text)
{
  bv_json_writer_name (writer, name);
  bv_json_writer_string (writer, text);
}

static void
write_texts (BvJsonWriter *writer, char **texts, gboolean nullable)
{
  if (texts == NULL && nullable)
    {
      bv_json_writer_null (writer);
      return;
    }
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    bv_json_writer_string (writer, texts[i]);
  bv_json_writer_end_array (writer);
}

static gboolean
is_as_percent (const BvField *field, gint64 share)
{
  return (field->flags & BV_FIELD_AS_PERCENT) != 0 && bv_share_is_plain_percent (share);
}

static void
write_share (BvJsonWriter *writer, const BvField *field, gint64 share)
{
  g_autofree char *text = NULL;

  if (is_as_percent (field, share))
    {
      bv_json_writer_integer (writer, share);
      return;
    }
  text = bv_share_to_string (share);
  bv_json_writer_string (writer, text);
}

static void
write_number (BvJsonWriter *writer, const BvField *field, gint64 value)
{
  if (value == BV_NONE)
    bv_json_writer_null (writer);
  else if (field->type == BV_FIELD_POINTS)
    bv_json_writer_decimal (writer, value, POINTS_PLACES);
  else if (field->type == BV_FIELD_QUANTITY)
    bv_json_writer_decimal (writer, value, QUANTITY_PLACES);
  else if (field->type == BV_FIELD_FLAG)
    bv_json_writer_boolean (writer, value != 0);
  else if (field->type == BV_FIELD_SHARE)
    write_share (writer, field, value);
  else if (field->type == BV_FIELD_CHOICE || field->type == BV_FIELD_CHOICES)
    bv_json_writer_string (writer, field->choices[value].name);
  else if (field->type == BV_FIELD_INTEGER || field->type == BV_FIELD_INTEGERS)
    bv_json_writer_integer (writer, value);
  else
    bv_json_writer_date (writer, value);
}

static void
write_numbers (BvJsonWriter *writer, const BvField *field, GArray *numbers)
{
  if (numbers == NULL && (field->flags & BV_FIELD_NULLABLE) != 0)
    {
      bv_json_writer_null (writer);
      return;
    }
  bv_json_writer_begin_flat (writer, '[');
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    write_number (writer, field, g_array_index (numbers, gint64, i));
  bv_json_writer_end_array (writer);
}

static void
write_map (BvJsonWriter *writer, const BvField *field, GPtrArray *children)
{
  const BvField *key = &field->target->fields[0];

  bv_json_writer_begin_flat (writer, '{');
  for (guint i = 0; i < children->len; i++)
    {
      gconstpointer child = g_ptr_array_index (children, i);

      append_key (writer, BV_FIELD_STRING (child, key));
      bv_json_writer_field (writer, child, key + 1);
    }
  bv_json_writer_end_object (writer);
}

static void
write_children (BvJsonWriter *writer, const BvField *field, GPtrArray *children)
{
  gboolean values = (field->flags & BV_FIELD_AS_VALUES) != 0;

  if (values)
    bv_json_writer_begin_flat (writer, '[');
  else
    bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < children->len; i++)
    {
      gconstpointer child = g_ptr_array_index (children, i);

      if (values)
        bv_json_writer_field (writer, child, field->target->fields);
      else
        bv_json_writer_record (writer, child);
    }
  bv_json_writer_end_array (writer);
}

/**
 * bv_json_writer_field:
 * @writer: a writer that waits for a value
 * @record: a record
 * @field: a field of its entity
 *
 * Writes the field's value, without its name.
 */
void
bv_json_writer_field (BvJsonWriter *writer, gconstpointer record, const BvField *field)
{
  if (bv_field_is_text (field))
    bv_json_writer_string (writer, BV_FIELD_STRING (record, field));
  else if (bv_field_is_number (field))
    write_number (writer, field, BV_FIELD_NUMBER (record, field));
  else if (field->type == BV_FIELD_TEXTS)
    write_texts (writer, BV_FIELD_STRINGS (record, field), (field->flags & BV_FIELD_NULLABLE) != 0);
  else if (field->type == BV_FIELD_CHILD)
    bv_json_writer_record (writer, BV_FIELD_RECORD (record, field));
  else if (field->type != BV_FIELD_CHILDREN)
    write_numbers (writer, field, BV_FIELD_NUMBERS (record, field));
  else if ((field->flags & BV_FIELD_EMPTY_IS_NULL) != 0 && BV_FIELD_RECORDS (record, field)->len == 0)
    bv_json_writer_null (writer);
  else if ((field->flags & BV_FIELD_AS_MAP) != 0)
    write_map (writer, field, BV_FIELD_RECORDS (record, field));
  else
    write_children (writer, field, BV_FIELD_RECORDS (record, field));
}

/* A field that stands at the root of the file, or that a criterion of this kind lacks, or that older files
 * lack, is left out; but never a value. */
static gboolean
is_written (const BvField *field, gconstpointer record)
{
  if ((field->flags & BV_FIELD_ROOT) != 0)
    return FALSE;
  if ((field->flags & BV_FIELD_LATER) != 0)
    return !bv_field_is_default (field, record);
  return field->kinds == 0 || (field->kinds & (1u << ((const BvCriterion *) record)->kind)) != 0
         || !bv_field_is_default (field, record);
}

/* Ends the open nest where @field is not of it, begins the one it is of ("plan" of "plan.number"), and writes
 * the field's own name. @nest is the first field of the open nest. */
static void
write_name (BvJsonWriter *writer, gconstpointer record, const BvField *field, const BvField **nest)
{
  const char *dot = strchr (field->name, '.');
  gsize length = dot != NULL ? dot + 1 - field->name : 0;

  if (*nest != NULL && (dot == NULL || strncmp ((*nest)->name, field->name, length) != 0))
    {
      bv_json_writer_end_object (writer);
      *nest = NULL;
    }
  if (dot != NULL && *nest == NULL)
    {
      append_name (writer, field->name, length - 1);
      bv_json_writer_begin (writer, '{');
      *nest = field;
    }
  if (field->type == BV_FIELD_SHARE && is_as_percent (field, BV_FIELD_NUMBER (record, field)))
    {
      g_autofree char *name = g_strconcat (field->name + length, BV_SHARE_PERCENT_SUFFIX, NULL);

      bv_json_writer_name (writer, name);
      return;
    }
  bv_json_writer_name (writer, field->name + length);
}

/**
 * bv_json_writer_record:
 * @writer: a writer that waits for a value
 * @record: (nullable): a record
 *
 * Writes @record as an object with the fields of its entity in their order. Those that stand at the root of
 * the interchange file are not part of it.
 */
void
bv_json_writer_record (BvJsonWriter *writer, gconstpointer record)
{
  const BvEntity *entity;
  const BvField *nest = NULL;

  if (record == NULL)
    {
      bv_json_writer_null (writer);
      return;
    }
  entity = ((const BvRecord *) record)->entity;
  bv_json_writer_begin (writer, '{');
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];

      if (!is_written (field, record))
        continue;
      write_name (writer, record, field, &nest);
      bv_json_writer_field (writer, record, field);
    }
  if (nest != NULL)
    bv_json_writer_end_object (writer);
  bv_json_writer_end_object (writer);
}
