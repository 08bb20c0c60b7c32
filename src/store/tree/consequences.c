/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/consequences.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

static void
excess_free (gpointer data)
{
  BvExcess *excess = data;

  g_free (excess->name);
  g_free (excess->criterion);
  g_free (excess);
}

/**
 * bv_consequences_new:
 *
 * Returns: (transfer full): none yet
 */
BvConsequences *
bv_consequences_new (void)
{
  BvConsequences *consequences = g_new0 (BvConsequences, 1);

  consequences->excesses = g_ptr_array_new_with_free_func (excess_free);
  return consequences;
}

/**
 * bv_consequences_free:
 * @consequences: (transfer full): consequences
 */
void
bv_consequences_free (BvConsequences *consequences)
{
  g_ptr_array_unref (consequences->excesses);
  g_free (consequences);
}

/**
 * bv_consequences_are_harmless:
 * @consequences: consequences
 *
 * Returns: whether the change can be made as it is: nothing is lost, and nothing lies above a maximum
 */
gboolean
bv_consequences_are_harmless (const BvConsequences *consequences)
{
  return consequences->n_lost == 0 && consequences->n_gone == 0 && consequences->n_above == 0;
}

/* Takes @piece over; nothing is said of none. */
static void
append (GString *text, guint n, char *piece)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", piece);
  g_free (piece);
}

static void
append_loss (GString *text, const BvConsequences *self)
{
  append (text, self->n_gone,
          g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u nominee would go", "%u nominees would go", self->n_gone),
            self->n_gone));
  append (text, self->n_lost,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u answer would be lost",
                                        "%u answers would be lost", self->n_lost),
                           self->n_lost));
}

/* NULL: it says nothing. */
static char *
finish (GString *text)
{
  return g_string_free (text, text->len == 0);
}

/**
 * bv_consequences_write_loss:
 * @consequences: consequences
 *
 * Returns: (transfer full) (nullable): in words, how many nominees and answers would go; %NULL: none
 */
char *
bv_consequences_write_loss (const BvConsequences *consequences)
{
  GString *text = g_string_new (NULL);

  append_loss (text, consequences);
  return finish (text);
}

/**
 * bv_consequences_write_excesses:
 * @consequences: consequences
 * @most: how many are named, no more than %BV_CONSEQUENCES_NAMED
 *
 * Returns: (transfer full): who has more than the maximum: “Sở Y tế: 15,00 (1, at most 12,00)”
 */
char *
bv_consequences_write_excesses (const BvConsequences *consequences, guint most)
{
  const GPtrArray *excesses = consequences->excesses;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (excesses->len, most); i++)
    {
      const BvExcess *excess = g_ptr_array_index (excesses, i);
      g_autofree char *points = bv_wording_points (excess->points);
      g_autofree char *max = bv_wording_points (excess->max);

      g_string_append (text, i > 0 ? "; " : "");
      /* Translators: a nominee, the points that it has, a criterion's code, its maximum */
      g_string_append_printf (text, _ ("%s: %s (%s, at most %s)"), excess->name, points, excess->criterion,
                              max);
    }
  if (consequences->n_above > MIN (excesses->len, most))
    bv_wording_append_rest (text, "; ", consequences->n_above - MIN (excesses->len, most));
  return g_string_free (text, FALSE);
}

/**
 * bv_consequences_write:
 * @consequences: consequences
 *
 * Returns: (transfer full) (nullable): all of it in one line, “150 answers stay as they are; 156 nominees are
 * ranked anew”; %NULL where nothing is to be said
 */
char *
bv_consequences_write (const BvConsequences *consequences)
{
  GString *text = g_string_new (NULL);
  guint n_above = consequences->n_above;

  append_loss (text, consequences);
  append (text, n_above,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u score lies above the maximum",
                                        "%u scores lie above the maximum", n_above),
                           n_above));
  append (text, consequences->n_kept,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u answer stays as it is",
                                        "%u answers stay as they are", consequences->n_kept),
                           consequences->n_kept));
  append (text, consequences->n_ranked,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u nominee is ranked anew",
                                        "%u nominees are ranked anew", consequences->n_ranked),
                           consequences->n_ranked));
  return finish (text);
}
