/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/interchange.h"

#include "core/check.h"
#include "core/decisions.h"
#include "core/group.h"
#include "core/text/text.h"
#include "exchange/interchange/json-array.h"
#include "exchange/interchange/json-lengths.h"
#include "exchange/interchange/json-record.h"
#include "exchange/interchange/json-syntax.h"
#include "exchange/interchange/json-writer.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/shown-path.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bv_interchange_error, bv_interchange_error)

#define FORMAT "bangvang-campaign"
#define VERSION 1

/* Limits of what comes from outside (ARCHITECTURE.md, decision 7). A million assessments take 350 MiB. */
#define SIZE_MAX_BYTES (512 * 1024 * 1024)
#define DEPTH_MAX 64
#define CHUNK (64 * 1024)

/* A larger file is looked through before it is read into memory. A text of a record has at most 30 000
 * characters (core/text/text.c), which may be three times as many before they are composed. */
#define LARGE_BYTES (16 * 1024 * 1024)
#define STRING_MOST 100000

/* Room for a small campaign; more is found when needed. */
#define EXPECTED_BYTES (64 * 1024)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* The one array that is large: its elements are parsed and read one by one. */
#define LARGE_ARRAY "nominees"

/* A file that is being read. */
typedef struct
{
  BvCampaign *campaign;
  json_t *root; /* of the large array the elements are left out where @is_split */
  BvJsonArray nominees;
  gboolean is_split;
  gboolean verbatim;       /* texts are kept as they are */
  GArray *empty_schedules; /* of EmptySchedule */
  BvJsonNotices *notices;
} Reading;

/* An assessment whose `received` is there and empty. In a record, no dates received are null. */
typedef struct
{
  guint nominee;
  guint assessment;
} EmptySchedule;

static gboolean
refuse_syntax (int line, int column, const char *message, GError **error)
{
  g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX, _ ("line %d, column %d: %s"), line,
               column, message);
  return FALSE;
}

static gboolean
refuse_content (const char *path, const char *message, GError **error)
{
  g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_CONTENT, "%s: %s", path, message);
  return FALSE;
}

static gboolean
refuse_depth (const char *data, const char *at, GError **error)
{
  g_autofree char *message
    = g_strdup_printf (_ ("arrays and objects are nested more than %d deep: this is no campaign"), DEPTH_MAX);
  int line = 1;
  int column = 1;

  for (const char *p = data; p < at; p++)
    {
      /* The later bytes of a UTF-8 character are not columns. */
      column += ((guchar) *p & 0xc0) != 0x80;
      if (*p == '\n')
        {
          line++;
          column = 1;
        }
    }
  return refuse_syntax (line, column, message, error);
}

/* Jansson would go 2048 deep. */
static gboolean
check_depth (const char *data, gsize length, GError **error)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *p = data; p < data + length; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted)
        p += *p == '\\';
      else if (*p == '{' || *p == '[')
        {
          if (++depth > DEPTH_MAX)
            return refuse_depth (data, p, error);
        }
      else if (*p == '}' || *p == ']')
        depth--;
    }
  return TRUE;
}

/* What is often taken for a campaign file, by how it begins. */
static const char *
name_other_kind (const char *data, gsize length)
{
  static const struct
  {
    const char *start;
    const char *name;
  } kinds[] = {
    { "PK\3\4", N_ ("an Excel or Word file, a dossier or another archive") },
    { "\xd0\xcf\x11\xe0", N_ ("an old Excel or Word file") },
    { "%PDF", N_ ("a PDF file") },
    { "SQLite format 3", N_ ("the database of a library") },
    { "\x1f\x8b", N_ ("a compressed file") },
    { "\x89PNG", N_ ("a picture") },
    { "\xff\xd8\xff", N_ ("a picture") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= strlen (kinds[i].start) && memcmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return _ (kinds[i].name);
  return NULL;
}

static gboolean
check_kind (const char *data, gsize length, GError **error)
{
  const char *name = name_other_kind (data, length);

  if (name == NULL)
    return TRUE;
  g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX,
               _ ("this is %s, not a campaign file: choose a .json file that Bảng Vàng wrote"), name);
  return FALSE;
}

static gboolean
check_bytes (const char *data, gsize length, GError **error)
{
  const char *complaint = NULL;

  if (length == 0)
    complaint = _ ("the file is empty");
  else if (length > SIZE_MAX_BYTES)
    complaint = _ ("the file is larger than 512 MiB: this is no campaign");
  else if (length >= strlen (BYTE_ORDER_MARK)
           && memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    complaint = _ ("a byte order mark stands before the text: save the file as UTF-8 without it");
  if (complaint != NULL)
    return refuse_syntax (1, 1, complaint, error);
  return check_kind (data, length, error) && check_depth (data, length, error);
}

static json_t *
parse (const char *data, gsize length, GError **error)
{
  json_error_t cause;
  json_t *root;

  root = json_loadb (data, length, JSON_REJECT_DUPLICATES, &cause);
  if (root == NULL)
    {
      g_autofree char *reason = bv_json_syntax_describe (&cause);
      g_autofree char *message = g_strdup_printf (_ ("not valid JSON: %s"), reason);

      refuse_syntax (cause.line, cause.column, message, error);
    }
  return root;
}

static gboolean
check_head (const json_t *root, GError **error)
{
  const char *format = json_string_value (json_object_get (root, "format"));
  const json_t *version = json_object_get (root, "version");
  g_autofree char *message = NULL;

  if (g_strcmp0 (format, FORMAT) != 0)
    {
      g_set_error (
        error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_CONTENT,
        _ ("this is a JSON file, but not a campaign file, whose “format” is “%s”: choose a .json file "
           "that Bảng Vàng wrote"),
        FORMAT);
      return FALSE;
    }
  if (json_is_integer (version) && json_integer_value (version) == VERSION)
    return TRUE;
  if (json_is_integer (version) && json_integer_value (version) > VERSION)
    message = g_strdup_printf (_ ("the file is of a newer form than %d: get a newer Bảng Vàng"), VERSION);
  else
    message = g_strdup_printf (_ ("it is missing or wrong: write %d"), VERSION);
  return refuse_content ("version", message, error);
}

static gboolean
is_root_key (const char *key)
{
  const BvField *field = bv_entity_find_field (&bv_campaign_entity, key);

  return (field != NULL && (field->flags & BV_FIELD_ROOT) != 0) || g_str_equal (key, "format")
         || g_str_equal (key, "version") || g_str_equal (key, "campaign");
}

static gboolean
check_root_keys (json_t *root, GError **error)
{
  const char *key;
  json_t *value;

  json_object_foreach (root, key, value)
  {
    if (!is_root_key (key))
      {
        g_autofree char *excerpt = bv_text_excerpt (key);

        return refuse_content (excerpt, _ ("unknown key: remove it or check its spelling"), error);
      }
  }
  return TRUE;
}

static const BvCriterion *
find_leaf (const BvCampaign *campaign, const BvNominee *nominee, const char *code)
{
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);
      g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);

      for (guint k = 0; g_str_equal (group->key, nominee->group) && k < leaves->len; k++)
        if (g_str_equal (((const BvCriterion *) g_ptr_array_index (leaves, k))->code, code))
          return g_ptr_array_index (leaves, k);
    }
  return NULL;
}

static void
note_empty_schedules (Reading *reading, guint nominee, const json_t *element)
{
  const json_t *assessments = json_object_get (element, "assessments");

  for (gsize i = 0; i < json_array_size (assessments); i++)
    {
      const json_t *received = json_object_get (json_array_get (assessments, i), "received");
      EmptySchedule schedule = { nominee, i };

      if (json_is_array (received) && json_array_size (received) == 0)
        g_array_append_val (reading->empty_schedules, schedule);
    }
}

/* Where dates are due, an empty array says less than they need. */
static gboolean
check_empty_schedules (const Reading *reading, GError **error)
{
  for (guint i = 0; i < reading->empty_schedules->len; i++)
    {
      const EmptySchedule *at = &g_array_index (reading->empty_schedules, EmptySchedule, i);
      const BvNominee *nominee = g_ptr_array_index (reading->campaign->nominees, at->nominee);
      const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, at->assessment);
      const BvCriterion *leaf = find_leaf (reading->campaign, nominee, assessment->criterion);
      g_autofree char *path = NULL;

      if (leaf == NULL || bv_criterion_count_due (leaf) == 0)
        continue;
      path = g_strdup_printf (LARGE_ARRAY "[%u].assessments[%u].received", at->nominee, at->assessment);
      return refuse_content (path, _ ("it is empty: give one date or null for each due date"), error);
    }
  return TRUE;
}

static gboolean
read_nominee (Reading *reading, const BvField *field, const json_t *element, GError **error)
{
  guint index = reading->campaign->nominees->len;
  g_autofree char *path = g_strdup_printf (LARGE_ARRAY "[%u]", index);
  BvNominee *nominee = bv_record_add_child (reading->campaign, field);

  note_empty_schedules (reading, index, element);
  if (!bv_json_record_read (nominee, element, path, reading->notices, error))
    return FALSE;
  bv_decisions_settle (nominee, NULL);
  return TRUE;
}

static gboolean
refuse_element (GError **error)
{
  g_set_error_literal (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX, LARGE_ARRAY);
  return FALSE;
}

static gboolean
read_nominees (Reading *reading, const BvField *field, GError **error)
{
  const json_t *whole = json_object_get (reading->root, field->name);
  json_t *element = NULL;
  gboolean ok = TRUE;

  for (gsize i = 0; ok && i < json_array_size (whole); i++)
    ok = read_nominee (reading, field, json_array_get (whole, i), error);
  while (ok && reading->is_split)
    {
      if (!bv_json_array_next (&reading->nominees, &element))
        ok = refuse_element (error);
      else if (element == NULL)
        break;
      else
        ok = read_nominee (reading, field, element, error);
      g_clear_pointer (&element, json_decref);
    }
  return ok;
}

static gboolean
read_root_field (Reading *reading, const BvField *field, GError **error)
{
  const json_t *value = json_object_get (reading->root, field->name);

  if (g_str_equal (field->name, LARGE_ARRAY) && json_is_array (value))
    return read_nominees (reading, field, error);
  return bv_json_record_read_field (reading->campaign, field, value, reading->notices, error);
}

static gboolean
read_content (Reading *reading, GError **error)
{
  const json_t *head = json_object_get (reading->root, "campaign");

  if (head == NULL || json_is_null (head))
    return refuse_content ("campaign", _ ("it is missing: give it a value"), error);
  if (!bv_json_record_read (reading->campaign, head, "campaign", reading->notices, error))
    return FALSE;
  for (guint i = 0; i < bv_campaign_entity.n_fields; i++)
    {
      const BvField *field = &bv_campaign_entity.fields[i];

      if ((field->flags & BV_FIELD_ROOT) != 0 && !read_root_field (reading, field, error))
        return FALSE;
    }
  return bv_check_campaign (reading->campaign, error) && check_empty_schedules (reading, error);
}

/* Fills @reading, whose root is there. */
static gboolean
read_root (Reading *reading, GError **error)
{
  GError *cause = NULL;
  gboolean ok;

  if (!check_head (reading->root, error) || !check_root_keys (reading->root, error))
    return FALSE;
  reading->campaign = bv_record_new (&bv_campaign_entity);
  reading->empty_schedules = g_array_new (FALSE, FALSE, sizeof (EmptySchedule));
  reading->notices = reading->verbatim ? bv_json_notices_new_verbatim () : bv_json_notices_new ();
  ok = read_content (reading, &cause);
  if (g_error_matches (cause, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (!ok)
    g_set_error_literal (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_CONTENT, cause->message);
  g_clear_error (&cause);
  return ok;
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->campaign, bv_record_free);
  g_clear_pointer (&reading->empty_schedules, g_array_unref);
  g_clear_pointer (&reading->notices, bv_json_notices_free);
}

static BvCampaign *
finish (Reading *reading, gboolean ok, char ***notices)
{
  BvCampaign *campaign = ok ? g_steal_pointer (&reading->campaign) : NULL;

  if (ok && notices != NULL)
    *notices = bv_json_notices_list (reading->notices);
  reading_clear (reading);
  return campaign;
}

/* What is not JSON is said before what is wrong in it, so the elements that nobody read are parsed too. */
static gboolean
is_rest_right (BvJsonArray *array)
{
  json_t *element = NULL;
  gboolean ok;

  do
    {
      g_clear_pointer (&element, json_decref);
      ok = bv_json_array_next (array, &element);
    }
  while (ok && element != NULL);
  g_clear_pointer (&element, json_decref);
  return ok;
}

/* @is_right is set to whether the text is JSON. */
static BvCampaign *
read_split (const char *data,
            gsize length,
            gboolean verbatim,
            char ***notices,
            gboolean *is_right,
            GError **error)
{
  Reading reading = { .is_split = TRUE, .verbatim = verbatim };
  json_auto_t *rest = NULL;
  GError *cause = NULL;
  gboolean ok;

  *is_right = FALSE;
  if (!bv_json_array_find (&reading.nominees, data, length, LARGE_ARRAY))
    return NULL;
  reading.root = rest = bv_json_array_parse_rest (&reading.nominees);
  if (rest == NULL)
    return NULL;
  ok = read_root (&reading, &cause);
  *is_right = !g_error_matches (cause, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX)
              && (ok || is_rest_right (&reading.nominees));
  if (*is_right && cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  g_clear_error (&cause);
  return finish (&reading, ok, notices);
}

static BvCampaign *
read_whole (const char *data, gsize length, gboolean verbatim, char ***notices, GError **error)
{
  Reading reading = { .is_split = FALSE, .verbatim = verbatim };
  json_auto_t *root = parse (data, length, error);

  reading.root = root;
  return finish (&reading, root != NULL && read_root (&reading, error), notices);
}

static BvCampaign *
read_text (const char *data, gsize length, gboolean verbatim, char ***notices, GError **error)
{
  BvCampaign *campaign;
  gboolean is_right;

  if (!check_bytes (data, length, error))
    return NULL;
  campaign = read_split (data, length, verbatim, notices, &is_right, error);
  return is_right ? campaign : read_whole (data, length, verbatim, notices, error);
}

/**
 * bv_interchange_read_own:
 * @data: what bv_interchange_stream() wrote of a campaign of this library
 * @length: its length in bytes
 * @error: return location for a %BV_INTERCHANGE_ERROR
 *
 * Reads it as bv_interchange_read() does, but makes no text tidy: what is written of it again is the same.
 *
 * Returns: (transfer full) (nullable): the campaign; %NULL with @error set
 */
BvCampaign *
bv_interchange_read_own (const char *data, gsize length, GError **error)
{
  return read_text (data, length, TRUE, NULL, error);
}

/**
 * bv_interchange_read:
 * @data: the text of a file, not necessarily terminated
 * @length: its length in bytes
 * @notices: (out) (optional) (transfer full): what was rounded, and how many texts were made tidy
 * @error: return location for a %BV_INTERCHANGE_ERROR
 *
 * Reads a whole campaign (CONTRACT.md, The interchange file). What is not RFC 8259 is refused with line and
 * column, what is no campaign with its path, such as `nominees[3].group`.
 *
 * Returns: (transfer full) (nullable): the campaign, checked by bv_check_campaign(); %NULL with @error set
 */
BvCampaign *
bv_interchange_read (const char *data, gsize length, char ***notices, GError **error)
{
  return read_text (data, length, FALSE, notices, error);
}

/* What is hostile should not cost the memory that its size would take. */
static gboolean
check_lengths (GFileInputStream *stream, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autofree char *message = NULL;
  BvJsonLengths lengths = { FALSE };
  gssize got = 1;

  while (got > 0)
    {
      got = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, NULL, error);
      if (got > 0 && !bv_json_lengths_take (&lengths, chunk, got, STRING_MOST))
        {
          message
            = g_strdup_printf (_ ("a text has more than %d characters: this is no campaign"), STRING_MOST);
          return refuse_syntax (lengths.its_line + 1, lengths.its_column + 1, message, error);
        }
    }
  return got == 0 && g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error);
}

static gboolean
is_large (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info
    = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

  return info != NULL && g_file_info_get_size (info) > LARGE_BYTES
         && g_seekable_can_seek (G_SEEKABLE (stream));
}

/* A pipe has no size to ask for, so what comes is counted. One byte above the limit is refused later. */
static GByteArray *
read_bytes (const char *path, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (reached);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) bytes = NULL;
  gssize got = 1;

  if (stream == NULL || (is_large (stream) && !check_lengths (stream, error)))
    return NULL;
  bytes = g_byte_array_new ();
  while (got > 0 && bytes->len <= SIZE_MAX_BYTES)
    {
      guint used = bytes->len;

      g_byte_array_set_size (bytes, used + CHUNK);
      got = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + used, CHUNK, NULL, error);
      g_byte_array_set_size (bytes, used + MAX (got, 0));
    }
  return got < 0 ? NULL : g_steal_pointer (&bytes);
}

/**
 * bv_interchange_read_text:
 * @path: the path of a file
 * @length: (out): the number of its bytes
 * @error: return location for a %BV_INTERCHANGE_ERROR, whose message begins with the path
 *
 * Returns: (transfer full) (nullable): what is in it, with a zero behind, and no more than a campaign can
 * have; %NULL with @error set
 */
char *
bv_interchange_read_text (const char *path, gsize *length, GError **error)
{
  g_autofree char *name = bv_shown_path_write (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = read_bytes (path, &cause);

  if (bytes == NULL && cause->domain == BV_INTERCHANGE_ERROR)
    g_propagate_prefixed_error (error, g_steal_pointer (&cause), "%s: ", name);
  else if (bytes == NULL)
    g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_FILE,
                 _ ("%s cannot be read: %s. Check that the file is there and that you may read it."), name,
                 bv_failure_describe (cause));
  if (bytes == NULL)
    return NULL;
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * bv_interchange_read_file:
 * @path: the path of a file
 * @notices: (out) (optional) (transfer full): as in bv_interchange_read()
 * @error: return location for a %BV_INTERCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable): the campaign; %NULL with @error set, whose message begins with the
 * path
 */
BvCampaign *
bv_interchange_read_file (const char *path, char ***notices, GError **error)
{
  gsize length = 0;
  g_autofree char *text = bv_interchange_read_text (path, &length, error);
  g_autofree char *name = NULL;
  BvCampaign *campaign;

  if (text == NULL)
    return NULL;
  campaign = bv_interchange_read (text, length, notices, error);
  if (campaign == NULL)
    {
      name = bv_shown_path_write (path);
      g_prefix_error (error, "%s: ", name);
    }
  return campaign;
}

static void
write_campaign (BvJsonWriter *writer, const BvCampaign *campaign)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "format", FORMAT);
  bv_json_writer_add_integer (writer, "version", VERSION);
  bv_json_writer_name (writer, "campaign");
  bv_json_writer_record (writer, campaign);
  for (guint i = 0; i < bv_campaign_entity.n_fields; i++)
    {
      const BvField *field = &bv_campaign_entity.fields[i];

      if ((field->flags & BV_FIELD_ROOT) == 0
          || ((field->flags & BV_FIELD_LATER) != 0 && bv_field_is_default (field, campaign)))
        continue;
      bv_json_writer_name (writer, field->name);
      bv_json_writer_field (writer, campaign, field);
    }
  bv_json_writer_end_object (writer);
}

/**
 * bv_interchange_write:
 * @campaign: a whole campaign
 * @length: (out) (optional): the number of bytes
 *
 * Writes a campaign in the one canonical form: every field in the order of its table, values in the form of
 * CONTRACT.md, so that dump, load and dump give the same bytes on every system.
 *
 * Returns: (transfer full): the text, ending in a line feed
 */
char *
bv_interchange_write (const BvCampaign *campaign, gsize *length)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, EXPECTED_BYTES);
  write_campaign (&writer, campaign);
  return bv_json_writer_finish (&writer, length);
}

/**
 * bv_interchange_stream:
 * @campaign: a whole campaign
 * @sink: what takes the text, piece by piece
 * @data: passed to @sink
 *
 * Hands over the same bytes that bv_interchange_write() returns, without having them all at once.
 */
void
bv_interchange_stream (const BvCampaign *campaign, BvJsonSink sink, gpointer data)
{
  BvJsonWriter writer;

  bv_json_writer_init_stream (&writer, sink, data);
  write_campaign (&writer, campaign);
  bv_json_writer_end (&writer);
}

static void
take_text (const char *bytes, gsize length, gpointer digest)
{
  bv_digest_update (digest, bytes, length);
}

/**
 * bv_interchange_hash:
 * @campaign: a whole campaign
 * @digest: takes the bytes that bv_interchange_write() returns
 */
void
bv_interchange_hash (const BvCampaign *campaign, BvDigest *digest)
{
  bv_interchange_stream (campaign, take_text, digest);
}
