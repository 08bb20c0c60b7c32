/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/template/template-text.h"

#include "core/check.h"
#include "core/text/date.h"
#include "core/text/due-date.h"
#include "exchange/interchange/interchange.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define YEAR_DIGITS 4

typedef struct
{
  BvTemplateText *text;
  gint64 to;         /* the first day of the campaign that is made */
  const char *group; /* whose criteria are read */
} Reading;

static void
moved_date_free (gpointer data)
{
  BvMovedDate *move = data;

  g_free (move->group);
  g_free (move->criterion);
  g_free (move);
}

static void
appointment_free (gpointer data)
{
  BvAppointment *appointment = data;

  g_free (appointment->group);
  g_free (appointment->criterion);
  g_free (appointment->words);
  g_free (appointment);
}

/**
 * bv_template_text_new:
 *
 * Returns: (transfer full): one that says nothing
 */
BvTemplateText *
bv_template_text_new (void)
{
  BvTemplateText *text = g_new0 (BvTemplateText, 1);

  text->starts = BV_NONE;
  text->moves = g_ptr_array_new_with_free_func (moved_date_free);
  text->appointments = g_ptr_array_new_with_free_func (appointment_free);
  return text;
}

/**
 * bv_template_text_free:
 * @text: (nullable) (transfer full): what a template says
 */
void
bv_template_text_free (BvTemplateText *text)
{
  if (text == NULL)
    return;
  g_ptr_array_unref (text->moves);
  g_ptr_array_unref (text->appointments);
  g_free (text);
}

static const char *
get_text (const json_t *object, const char *name)
{
  const char *text = json_string_value (json_object_get (object, name));

  return text != NULL ? text : "";
}

/* BV_NONE: it is no date, which whoever reads the campaign says. */
static gint64
parse_date (const char *text)
{
  return bv_date_parse_iso (text, FALSE, NULL);
}

static json_t *
write_date (gint64 date)
{
  g_autofree char *iso = bv_date_to_iso (date);

  return json_string (iso);
}

static void
note_move (Reading *reading, const json_t *criterion, gint64 before, gint64 after)
{
  BvMovedDate *move;

  if (before == after)
    return;
  move = g_new0 (BvMovedDate, 1);
  move->group = g_strdup (reading->group);
  move->criterion = g_strdup (get_text (criterion, "code"));
  move->before = before;
  move->after = after;
  g_ptr_array_add (reading->text->moves, move);
}

static void
move_due (Reading *reading, json_t *criterion)
{
  json_t *due = json_object_get (criterion, "due");

  for (gsize i = 0; i < json_array_size (due); i++)
    {
      const char *text = json_string_value (json_array_get (due, i));
      gint64 before = text != NULL ? parse_date (text) : BV_NONE;
      gint64 after = text != NULL ? bv_due_date_resolve (text, reading->to) : BV_NONE;

      if (before != BV_NONE)
        after = bv_due_date_move (before, reading->text->starts, reading->to);
      if (after == BV_NONE)
        continue;
      note_move (reading, criterion, before, after);
      json_array_set_new (due, i, write_date (after));
    }
}

/* No unit is there yet whose code could be checked. */
static void
take_assessor (Reading *reading, json_t *object, const char *code)
{
  const char *words = get_text (object, "assessor");
  BvAppointment *appointment;

  if (*words == '\0')
    return;
  appointment = g_new0 (BvAppointment, 1);
  appointment->group = g_strdup (reading->group);
  appointment->criterion = g_strdup (code);
  appointment->words = g_strdup (words);
  g_ptr_array_add (reading->text->appointments, appointment);
  json_object_del (object, "assessor");
}

static void
read_criteria (Reading *reading, json_t *criteria, guint depth)
{
  json_t *criterion;
  size_t i;

  json_array_foreach (criteria, i, criterion)
  {
    move_due (reading, criterion);
    take_assessor (reading, criterion, get_text (criterion, "code"));
    if (depth > 0)
      read_criteria (reading, json_object_get (criterion, "criteria"), depth - 1);
  }
}

static void
read_groups (Reading *reading, json_t *groups)
{
  json_t *group;
  size_t i;

  json_array_foreach (groups, i, group)
  {
    reading->group = get_text (group, "key");
    take_assessor (reading, group, NULL);
    read_criteria (reading, json_object_get (group, "criteria"), BV_CHECK_DEPTH_MAX);
  }
}

/* "năm 2026" of the template is another year in a campaign of another. */
static void
move_year (json_t *object, const char *name, gint64 from, gint64 to)
{
  g_autoptr (GString) words = g_string_new (get_text (object, name));
  g_autofree char *before = g_strdup_printf ("%0*d", YEAR_DIGITS, (int) (from / BV_DATE_YEAR));
  g_autofree char *after = g_strdup_printf ("%0*d", YEAR_DIGITS, (int) (to / BV_DATE_YEAR));

  if (words->len == 0)
    return;
  g_string_replace (words, before, after, 0);
  json_object_set_new (object, name, json_string (words->str));
}

static void
move_head (const Reading *reading, json_t *head)
{
  static const char *const dates[] = { "ends", "considered_on" };
  static const char *const texts[] = { "title", "short" };
  gint64 from = reading->text->starts;

  json_object_set_new (head, "starts", write_date (reading->to));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      gint64 date = parse_date (get_text (head, dates[i]));

      if (date != BV_NONE)
        json_object_set_new (head, dates[i], write_date (bv_due_date_move (date, from, reading->to)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    move_year (head, texts[i], from, reading->to);
  move_year (json_object_get (head, "plan"), "subject", from, reading->to);
}

static BvCampaign *
read_moved (BvTemplateText *text, json_t *root, gint64 starts, GError **error)
{
  json_t *head = json_object_get (root, "campaign");
  Reading reading = { text, starts, NULL };
  g_autofree char *moved = NULL;
  char *dumped;

  text->starts = parse_date (get_text (head, "starts"));
  if (reading.to == BV_NONE)
    reading.to = text->starts;
  if (text->starts != BV_NONE)
    {
      read_groups (&reading, json_object_get (root, "groups"));
      move_head (&reading, head);
    }
  dumped = json_dumps (root, JSON_COMPACT);
  moved = g_strdup (dumped);
  free (dumped);
  return bv_interchange_read (moved, strlen (moved), NULL, error);
}

/**
 * bv_template_text_read:
 * @text: what the template says beside the campaign; it is filled
 * @data: an interchange file whose due dates may be relative, and whose assessors may be `lead:N`
 * @length: its length in bytes
 * @starts: the first day of the campaign that is made; #BV_NONE: the template's own
 * @error: return location for a %BV_INTERCHANGE_ERROR
 *
 * Reads a template for another first day: all its dates move with it (core/text/due-date.h), and the year in
 * its titles.
 *
 * Returns: (transfer full) (nullable): the campaign, in which nobody is appointed yet; %NULL with @error set
 */
BvCampaign *
bv_template_text_read (BvTemplateText *text, const char *data, gsize length, gint64 starts, GError **error)
{
  json_auto_t *root = json_loadb (data, length, JSON_REJECT_DUPLICATES, NULL);

  if (!json_is_object (root))
    return bv_interchange_read (data, length, NULL, error);
  return read_moved (text, root, starts, error);
}
