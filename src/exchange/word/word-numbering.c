/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/word/word-numbering.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-limits.h"

#define N_LEVELS 9
#define MOST_COUNT 1000000
#define N_LETTERS 26

/* Beyond that letters and Roman numbers are too long to be read. */
#define MOST_LETTERS 780
#define MOST_ROMAN 3999

typedef enum
{
  FORMAT_DECIMAL,
  FORMAT_DECIMAL_ZERO,
  FORMAT_LOWER_LETTER,
  FORMAT_UPPER_LETTER,
  FORMAT_LOWER_ROMAN,
  FORMAT_UPPER_ROMAN,
  FORMAT_BULLET,
  FORMAT_NONE,
} Format;

typedef struct
{
  guint start;
  Format format;
  const char *text;    /* such as "%1.%2."; NULL: nothing is shown */
  gboolean is_decimal; /* also what other levels count by letters */
  gboolean has_begun;
  guint count;
} Level;

/* What several lists may have in common; then one goes on where the other ended. */
typedef struct
{
  Level levels[N_LEVELS];
} Shared;

typedef struct
{
  Shared *shared;
  guint starts[N_LEVELS]; /* at which it begins anew; %G_MAXUINT: it does not */
  gboolean has_begun;
} List;

struct _BvWordNumbering
{
  GStringChunk *texts;
  GHashTable *shared; /* (element-type guint Shared) */
  GHashTable *lists;  /* (element-type guint List) */
  Shared *open_shared;
  List *open_list;
  guint level; /* that is being read */
};

static guint
read_number (const XML_Char **attributes, const char *name, guint most)
{
  const char *value = bv_xml_name_find (attributes, name);

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, most) : 0;
}

static Format
read_format (const XML_Char **attributes)
{
  static const char *const names[] = {
    [FORMAT_DECIMAL] = "decimal",
    [FORMAT_DECIMAL_ZERO] = "decimalZero",
    [FORMAT_LOWER_LETTER] = "lowerLetter",
    [FORMAT_UPPER_LETTER] = "upperLetter",
    [FORMAT_LOWER_ROMAN] = "lowerRoman",
    [FORMAT_UPPER_ROMAN] = "upperRoman",
    [FORMAT_BULLET] = "bullet",
    [FORMAT_NONE] = "none",
  };
  const char *value = bv_xml_name_find (attributes, "val");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (value, names[i]) == 0)
      return (Format) i;
  return FORMAT_DECIMAL;
}

static void
begin_shared (BvWordNumbering *self, const XML_Char **attributes)
{
  guint id = read_number (attributes, "abstractNumId", G_MAXINT);

  self->open_shared = NULL;
  if (g_hash_table_size (self->shared) >= BV_SOURCE_MOST_STYLES
      || g_hash_table_contains (self->shared, GUINT_TO_POINTER (id)))
    return;
  self->open_shared = g_new0 (Shared, 1);
  g_hash_table_insert (self->shared, GUINT_TO_POINTER (id), self->open_shared);
}

static void
begin_list (BvWordNumbering *self, const XML_Char **attributes)
{
  guint id = read_number (attributes, "numId", G_MAXINT);

  self->open_shared = NULL;
  self->open_list = NULL;
  if (g_hash_table_size (self->lists) >= BV_SOURCE_MOST_STYLES)
    return;
  self->open_list = g_new0 (List, 1);
  memset (self->open_list->starts, 0xff, sizeof self->open_list->starts);
  g_hash_table_insert (self->lists, GUINT_TO_POINTER (id), self->open_list);
}

static void
take_level (BvWordNumbering *self, Level *level, const char *local, const XML_Char **attributes)
{
  const char *value = bv_xml_name_find (attributes, "val");

  if (strcmp (local, "start") == 0)
    level->start = read_number (attributes, "val", MOST_COUNT);
  else if (strcmp (local, "numFmt") == 0)
    level->format = read_format (attributes);
  else if (strcmp (local, "isLgl") == 0)
    level->is_decimal = value == NULL || bv_xml_name_is_on (value);
  else if (strcmp (local, "lvlText") == 0 && value != NULL)
    level->text = g_string_chunk_insert_const (self->texts, value);
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  BvWordNumbering *self = data;
  const char *local = bv_xml_name_get_local (name);

  if (strcmp (local, "abstractNum") == 0)
    begin_shared (self, attributes);
  else if (strcmp (local, "num") == 0)
    begin_list (self, attributes);
  else if (strcmp (local, "lvl") == 0 || strcmp (local, "lvlOverride") == 0)
    self->level = read_number (attributes, "ilvl", N_LEVELS - 1);
  else if (self->open_list != NULL && strcmp (local, "abstractNumId") == 0)
    self->open_list->shared
      = g_hash_table_lookup (self->shared, GUINT_TO_POINTER (read_number (attributes, "val", G_MAXINT)));
  else if (self->open_list != NULL && strcmp (local, "startOverride") == 0)
    self->open_list->starts[self->level] = read_number (attributes, "val", MOST_COUNT);
  else if (self->open_shared != NULL)
    take_level (self, &self->open_shared->levels[self->level], local, attributes);
}

/**
 * bv_word_numbering_read:
 * @package: a document
 * @part: (nullable): its numberings; %NULL: it has none
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): the numberings
 */
BvWordNumbering *
bv_word_numbering_read (BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { .start = start_cb };
  g_autoptr (BvWordNumbering) self = g_new0 (BvWordNumbering, 1);

  self->texts = g_string_chunk_new (1024);
  self->shared = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (part != NULL && !bv_source_package_parse (package, part, &handlers, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bv_word_numbering_free:
 * @numbering: (transfer full): numberings
 */
void
bv_word_numbering_free (BvWordNumbering *numbering)
{
  g_hash_table_unref (numbering->lists);
  g_hash_table_unref (numbering->shared);
  g_string_chunk_free (numbering->texts);
  g_free (numbering);
}

/* a … z, aa, bb …, as Word goes on. */
static void
write_letters (GString *label, guint n, char first)
{
  for (guint i = 0; i <= (n - 1) / N_LETTERS; i++)
    g_string_append_c (label, (char) (first + (n - 1) % N_LETTERS));
}

static void
write_roman (GString *label, guint n, gboolean is_lower)
{
  static const struct
  {
    guint value;
    const char *sign;
  } signs[]
    = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
        { 40, "XL" },  { 10, "X" },   { 9, "IX" },  { 5, "V" },    { 4, "IV" },  { 1, "I" } };
  gsize begin = label->len;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; n >= signs[i].value; n -= signs[i].value)
      g_string_append (label, signs[i].sign);
  for (gsize i = begin; i < label->len && is_lower; i++)
    label->str[i] = g_ascii_tolower (label->str[i]);
}

static void
write_count (GString *label, Format format, guint n)
{
  gboolean is_letter = format == FORMAT_LOWER_LETTER || format == FORMAT_UPPER_LETTER;
  gboolean is_roman = format == FORMAT_LOWER_ROMAN || format == FORMAT_UPPER_ROMAN;

  if (is_letter && n >= 1 && n <= MOST_LETTERS)
    write_letters (label, n, format == FORMAT_LOWER_LETTER ? 'a' : 'A');
  else if (is_roman && n >= 1 && n <= MOST_ROMAN)
    write_roman (label, n, format == FORMAT_LOWER_ROMAN);
  else
    g_string_append_printf (label, format == FORMAT_DECIMAL_ZERO ? "%02u" : "%u", n);
}

static void
write_label (GString *label, const Level *levels, guint level)
{
  const char *p = levels[level].text;

  for (; p != NULL && *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '0' + N_LEVELS)
      {
        const Level *other = &levels[*++p - '1'];

        write_count (label, levels[level].is_decimal ? FORMAT_DECIMAL : other->format,
                     other->has_begun ? other->count : other->start);
      }
    else
      g_string_append_c (label, *p);
}

static void
begin_anew (List *list)
{
  for (guint i = 0; i < N_LEVELS && !list->has_begun; i++)
    if (list->starts[i] != G_MAXUINT)
      {
        list->shared->levels[i].start = list->starts[i];
        list->shared->levels[i].has_begun = FALSE;
      }
  list->has_begun = TRUE;
}

/**
 * bv_word_numbering_count:
 * @numbering: numberings
 * @id: the list that a paragraph is of
 * @level: on which of its levels
 * @label: what Word shows before it, which is appended; of a bullet nothing
 *
 * A list that names a style for its look, or has a level changed, shows what it is made of.
 */
void
bv_word_numbering_count (BvWordNumbering *numbering, guint id, guint level, GString *label)
{
  List *list = g_hash_table_lookup (numbering->lists, GUINT_TO_POINTER (id));
  Level *levels = list != NULL && list->shared != NULL ? list->shared->levels : NULL;

  if (levels == NULL || level >= N_LEVELS)
    return;
  begin_anew (list);
  levels[level].count
    = levels[level].has_begun ? MIN (levels[level].count + 1, MOST_COUNT) : levels[level].start;
  levels[level].has_begun = TRUE;
  for (guint i = level + 1; i < N_LEVELS; i++)
    levels[i].has_begun = FALSE;
  if (levels[level].format != FORMAT_BULLET && levels[level].format != FORMAT_NONE)
    write_label (label, levels, level);
}
