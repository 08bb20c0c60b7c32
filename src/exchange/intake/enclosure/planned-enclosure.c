/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/planned-enclosure.h"

#include "store/file-name.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

static void
link_free (gpointer data)
{
  BvPlannedLink *link = data;

  g_free (link->nominee);
  g_free (link->criterion);
  g_free (link);
}

/**
 * bv_planned_enclosure_new:
 * @path: a file
 * @origin: where it comes from
 *
 * Returns: (transfer full): a file of which nothing is known yet
 */
BvPlannedEnclosure *
bv_planned_enclosure_new (const char *path, const BvIntakeOrigin *origin)
{
  BvPlannedEnclosure *enclosure = g_new0 (BvPlannedEnclosure, 1);
  g_autofree char *name = g_path_get_basename (path);

  enclosure->path = g_strdup (path);
  enclosure->origin = bv_intake_origin_copy (origin);
  enclosure->name = bv_file_name_make_printable (name);
  enclosure->state = BV_ENCLOSURE_UNKNOWN;
  enclosure->links = g_ptr_array_new_with_free_func (link_free);
  return enclosure;
}

/**
 * bv_planned_enclosure_free:
 * @data: (transfer full): a #BvPlannedEnclosure
 */
void
bv_planned_enclosure_free (gpointer data)
{
  BvPlannedEnclosure *enclosure = data;

  g_ptr_array_unref (enclosure->links);
  g_clear_error (&enclosure->refusal);
  bv_intake_origin_free (enclosure->origin);
  g_free (enclosure->path);
  g_free (enclosure->name);
  g_free (enclosure->sha256);
  g_free (enclosure);
}

/**
 * bv_planned_enclosure_steal_links:
 * @enclosure: a file; it has none afterwards
 *
 * Returns: (transfer full) (element-type BvPlannedLink): what it proved, or might
 */
GPtrArray *
bv_planned_enclosure_steal_links (BvPlannedEnclosure *enclosure)
{
  GPtrArray *links = enclosure->links;

  enclosure->links = g_ptr_array_new_with_free_func (link_free);
  return links;
}

/**
 * bv_planned_enclosure_add_link:
 * @enclosure: a file
 * @nominee: a key
 * @criterion: (nullable): a code; %NULL: which is not known
 * @document: (nullable): as which a form names it; it has to outlive @enclosure
 *
 * Returns: (transfer none): what it proves, or may
 */
BvPlannedLink *
bv_planned_enclosure_add_link (BvPlannedEnclosure *enclosure,
                               const char *nominee,
                               const char *criterion,
                               const BvPlannedDocument *document)
{
  BvPlannedLink *link = g_new (BvPlannedLink, 1);

  *link = (BvPlannedLink){ g_strdup (nominee), g_strdup (criterion), document, FALSE };
  g_ptr_array_add (enclosure->links, link);
  return link;
}

/**
 * bv_planned_enclosure_write_place:
 * @enclosure: a file
 *
 * Returns: (transfer full): where it is, or was before it was unpacked, as people read it
 */
char *
bv_planned_enclosure_write_place (const BvPlannedEnclosure *enclosure)
{
  return enclosure->origin->place != NULL ? g_strdup (enclosure->origin->place)
                                          : bv_shown_path_write (enclosure->path);
}

/**
 * bv_planned_enclosure_get_folder:
 * @enclosure: a file
 *
 * Returns: (transfer none): the name of the folder, archive or mail that it lies in; of itself where it was
 * handed over alone
 */
const char *
bv_planned_enclosure_get_folder (const BvPlannedEnclosure *enclosure)
{
  guint length = g_strv_length (enclosure->origin->folders);

  return length > 0 ? enclosure->origin->folders[length - 1] : enclosure->name;
}

/**
 * bv_planned_enclosure_get_reason:
 * @enclosure: a file
 *
 * Returns: (transfer none): why it is in its state, in the user's language
 */
const char *
bv_planned_enclosure_get_reason (const BvPlannedEnclosure *enclosure)
{
  return enclosure->refusal != NULL ? enclosure->refusal->message
                                    : bv_proof_match_reason_title (enclosure->reason);
}

static gboolean
is_of (const BvPlannedEnclosure *enclosure, const BvPlannedDocument *document)
{
  for (guint i = 0; i < enclosure->links->len; i++)
    if (((BvPlannedLink *) g_ptr_array_index (enclosure->links, i))->document == document)
      return enclosure->state == BV_ENCLOSURE_NEW || enclosure->state == BV_ENCLOSURE_SAME;
  return FALSE;
}

/* `thi-xa-tan-chau 1.2 (123/QĐ-UBND), …` */
static char *
list_links (const BvPlannedEnclosure *enclosure)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < enclosure->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (enclosure->links, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", link->nominee);
      if (link->criterion != NULL)
        g_string_append_printf (list, " %s", link->criterion);
      if (link->document != NULL)
        g_string_append_printf (list, " (%s)", link->document->name);
    }
  return g_string_free (list, FALSE);
}

/**
 * bv_planned_enclosure_describe:
 * @enclosure: a file that may be evidence
 *
 * Returns: (transfer full): what becomes of it and why, a line for people
 */
char *
bv_planned_enclosure_describe (const BvPlannedEnclosure *enclosure)
{
  const char *reason = bv_planned_enclosure_get_reason (enclosure);
  g_autofree char *place = bv_planned_enclosure_write_place (enclosure);
  g_autofree char *links = list_links (enclosure);

  if (enclosure->state == BV_ENCLOSURE_NEW)
    return g_strdup_printf (_ ("%s: evidence of %s – %s"), place, links, reason);
  if (enclosure->state == BV_ENCLOSURE_SAME)
    return g_strdup_printf (_ ("%s: as before, evidence of %s"), place, links);
  if (*links != '\0')
    return g_strdup_printf (_ ("%s: not attached – %s: %s"), place, reason, links);
  return g_strdup_printf (_ ("%s: not attached – %s"), place, reason);
}

/**
 * bv_planned_enclosure_find:
 * @plan: a plan
 * @document: a document that one of its files names
 *
 * Returns: (transfer none) (nullable): the file that is the document for certain; %NULL: it is missing
 */
const BvPlannedEnclosure *
bv_planned_enclosure_find (const BvImportPlan *plan, const BvPlannedDocument *document)
{
  for (guint i = 0; i < plan->enclosures->len; i++)
    if (is_of (g_ptr_array_index (plan->enclosures, i), document))
      return g_ptr_array_index (plan->enclosures, i);
  return NULL;
}

/**
 * bv_planned_enclosure_count:
 * @plan: a plan
 * @state: a state
 *
 * Returns: how many files that may be evidence are in that state
 */
guint
bv_planned_enclosure_count (const BvImportPlan *plan, BvEnclosureState state)
{
  guint n = 0;

  for (guint i = 0; i < plan->enclosures->len; i++)
    n += ((BvPlannedEnclosure *) g_ptr_array_index (plan->enclosures, i))->state == state;
  return n;
}

/**
 * bv_enclosure_state_get_name:
 * @state: a state
 *
 * Returns: its name in what is written for programs
 */
const char *
bv_enclosure_state_get_name (BvEnclosureState state)
{
  static const char *const names[BV_N_ENCLOSURE_STATES] = {
    [BV_ENCLOSURE_NEW] = "new",         [BV_ENCLOSURE_SAME] = "same",
    [BV_ENCLOSURE_ASKED] = "asked",     [BV_ENCLOSURE_UNKNOWN] = "unknown",
    [BV_ENCLOSURE_REFUSED] = "refused", [BV_ENCLOSURE_LEFT_OUT] = "left-out",
  };

  return names[state];
}
