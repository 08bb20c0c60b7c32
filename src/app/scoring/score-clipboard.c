/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-clipboard.h"

#include "core/text/wording.h"

static char *
write_cell (const BvScoreModel *model, guint row, guint column, BvScoreEditColumn which)
{
  BvScoreCell cell;
  gint64 points;

  if (!bv_score_model_get_cell (model, row, column, &cell))
    return g_strdup ("");
  points = which == BV_SCORE_EDIT_SELF ? cell.self : cell.points;
  return points != BV_NONE ? bv_wording_points (points) : g_strdup ("");
}

/* Numbers need no escape in HTML. */
static void
append_row (GString *text,
            GString *html,
            const BvScoreModel *model,
            const BvScoreBlock *block,
            guint row,
            BvScoreEditColumn which)
{
  g_string_append (html, "<tr>");
  for (guint column = block->first.column; column <= block->last.column; column++)
    {
      g_autofree char *cell = write_cell (model, row, column, which);

      g_string_append_printf (text, "%s%s", column > block->first.column ? "\t" : "", cell);
      g_string_append_printf (html, "<td>%s</td>", cell);
    }
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>\n");
}

static GdkContentProvider *
provide (const char *type, GString *text)
{
  GBytes *bytes = g_string_free_to_bytes (text);
  GdkContentProvider *provider = gdk_content_provider_new_for_bytes (type, bytes);

  g_bytes_unref (bytes);
  return provider;
}

/**
 * bv_score_clipboard_copy:
 * @widget: where it is copied
 * @model: a sheet
 * @block: cells of it
 * @column: whether self-scores are copied, or what counts
 *
 * Copies the points as a table of text, and of HTML.
 */
void
bv_score_clipboard_copy (GtkWidget *widget,
                         const BvScoreModel *model,
                         const BvScoreBlock *block,
                         BvScoreEditColumn column)
{
  GString *text = g_string_new (NULL);
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table>\n");
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  for (guint row = block->first.row; row <= block->last.row; row++)
    append_row (text, html, model, block, row, column);
  g_string_append (html, "</table>\n");
  providers[0] = provide ("text/html", html);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
  g_string_free (text, TRUE);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}
