/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-paste.h"

#include "app/paste/copied-text.h"
#include "app/session/remarks.h"
#include "exchange/paste/pasted-lines.h"
#include "store/registry/unit-block.h"

#include <glib/gi18n-lib.h>

/* Who is told of more mends the block first. */
#define SAID_MOST 12

static void
step_free (BvUnitStep *step)
{
  g_object_unref (step->session);
  g_object_unref (step->data);
  g_free (step);
}

/* Which lines do not fit, and why. */
static void
report_faults (const GPtrArray *faults)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (faults->len, SAID_MOST); i++)
    {
      g_autofree char *note = bv_pasted_note_write (g_ptr_array_index (faults, i));

      g_string_append_printf (text, "%s\n", note);
    }
  if (faults->len > SAID_MOST)
    g_string_append_printf (text, _ ("and %u more\n"), faults->len - SAID_MOST);
  g_string_append (text, _ ("Mend it where it was copied from, copy it again and paste."));
  bv_remarks_show (_ ("No unit was added: the block does not fit"), text->str);
}

static void
paste_text (const BvUnitStep *step, const char *content)
{
  BvLibrary *library = bv_session_get_library (step->session);
  gint64 campaign = bv_session_get_campaign (step->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = bv_pasted_lines_write (content, BV_PASTED_EACH, &error);
  g_autoptr (BvUnitText) text = lines != NULL ? bv_unit_block_read (library, campaign, lines, &error) : NULL;

  if (text != NULL && text->faults->len > 0)
    report_faults (text->faults);
  else if (text == NULL || !bv_unit_block_add (library, campaign, text->units, &error))
    bv_session_report (step->session, error);
  else
    step->ended (((BvRecord *) g_ptr_array_index (text->units, 0))->id, step->data);
}

static void
copied (char *text, gpointer data)
{
  BvUnitStep *step = data;
  g_autofree char *content = text;

  /* What is copied may be no text. */
  if (bv_session_is_writable (step->session))
    paste_text (step, content != NULL ? content : "");
  step_free (step);
}

/**
 * bv_unit_paste_start:
 * @step: whose step it is
 *
 * Adds the units of the block of cells on the clipboard as one action; where a line does not fit none of
 * them, and says which and why.
 */
void
bv_unit_paste_start (const BvUnitStep *step)
{
  BvUnitStep *own = g_memdup2 (step, sizeof *step);

  g_object_ref (own->session);
  g_object_ref (own->data);
  bv_copied_text_read (GTK_WIDGET (step->parent), BV_COPIED_TABLE, copied, own);
}
