/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/salvage-templates.h"

#include "store/template-shelf.h"

#include <glib/gi18n-lib.h>

/* @title: (nullable): it cannot be read */
static void
leave (BvSalvage *salvage, const char *title, const char *reason)
{
  g_autofree char *name = title != NULL ? g_strdup_printf (_ ("Own template: %s"), title) : NULL;

  bv_salvage_report_leave (salvage, BV_SALVAGE_TEMPLATE, NULL, name != NULL ? name : _ ("Own templates"),
                           reason);
}

/* The journal knows of them what their rows do not say any more. */
static void
tell_losses (const BvWreckFacts *facts, BvSalvage *salvage)
{
  for (guint i = 0; i < facts->losses->len; i++)
    {
      const BvWreckLoss *loss = facts->losses->pdata[i];
      g_autofree char *when = bv_salvage_report_write_time (loss->time);
      g_autofree char *title = NULL;

      if (loss->kind != BV_WRECK_TEMPLATE)
        continue;
      title = g_strdup_printf ("%s (%s)", loss->label != NULL ? loss->label : "?", when);
      bv_salvage_report_leave (salvage, BV_SALVAGE_TEMPLATE, NULL, title,
                               _ ("its row is damaged or missing"));
    }
}

static gboolean
is_as_it_was (BvLibrary *library, const char *name, const char *text, BvSalvage *salvage, GError **error)
{
  g_autofree char *found = bv_template_shelf_read (library, name, error);

  return found != NULL && bv_salvage_report_compare (salvage, text, found, error);
}

static gboolean
take (BvLibrary *wreck,
      const BvShelvedTemplate *shelved,
      BvLibrary *library,
      BvSalvage *salvage,
      GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = bv_template_shelf_read (wreck, shelved->name, &cause);

  if (text == NULL)
    {
      leave (salvage, shelved->title, cause->message);
      return TRUE;
    }
  if (!bv_template_shelf_put (library, shelved->name, shelved->title, text, error)
      || !is_as_it_was (library, shelved->name, text, salvage, error))
    return FALSE;
  salvage->n_templates++;
  return TRUE;
}

/**
 * bv_salvage_templates_take:
 * @wreck: what is left of a damaged library
 * @facts: what is known of it
 * @library: the new one
 * @salvage: is told
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes over the templates that somebody made in the library, each as an action of the new journal. One that
 * is damaged is told, and left; so are all where nothing tells which of them are right.
 *
 * Returns: %FALSE with @error set where the new library cannot take them
 */
gboolean
bv_salvage_templates_take (BvLibrary *wreck,
                           const BvWreckFacts *facts,
                           BvLibrary *library,
                           BvSalvage *salvage,
                           GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) shelf = bv_template_shelf_list (wreck, &cause);

  tell_losses (facts, salvage);
  if (shelf == NULL)
    leave (salvage, NULL, cause->message);
  for (guint i = 0; shelf != NULL && i < shelf->len; i++)
    {
      const BvShelvedTemplate *shelved = shelf->pdata[i];

      if (!facts->templates_are_whole)
        leave (salvage, shelved->title,
               _ ("the journal is damaged too, so nothing tells whether it is what was kept"));
      else if (!take (wreck, shelved, library, salvage, error))
        return FALSE;
    }
  return TRUE;
}
