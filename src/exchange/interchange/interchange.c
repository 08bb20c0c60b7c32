/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/interchange.h"

#include "core/check.h"
#include "core/decisions.h"
#include "core/group.h"
#include "core/text/text.h"
#include "exchange/interchange/json-array.h"
#include "exchange/interchange/json-record.h"
#include "exchange/interchange/json-syntax.h"
#include "exchange/interchange/json-writer.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT "bangvang-campaign"
#define VERSION 1

/* Room for a small campaign; more is found when needed. */
#define EXPECTED_BYTES (64 * 1024)

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
refuse_content (const char *path, const char *message, GError **error)
{
  g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_CONTENT, "%s: %s", path, message);
  return FALSE;
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

      bv_interchange_text_refuse (cause.line, cause.column, message, error);
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

  if (!bv_interchange_text_check (data, length, error))
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
